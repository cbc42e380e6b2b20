#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

// Functions by table for what weeks and days need by the dozen, where a few parts in a million are as good as all
// digits: exp and logistic within 1e-8 of themselves, log within 1e-8; normal quantiles within 3e-4 where they are
// below 2.5, 0.016 below 3.29. A fraction of the cost of math.h's; the same bits everywhere too.
namespace wrapfeed::random::coarse {

inline constexpr int kSteps = 32;  // of a power of two: a table that stays near
extern const std::array<double, kSteps> kPowers;

// exp(x), x taken as -700 to 700.
inline double exp(double x) noexcept {
  constexpr double kLn2 = 0.69314718055994530942;
  constexpr double kRound = 0x1.8p52;  // what is added to it is rounded to a whole number, its low bits
  const double scaled = std::min(std::max(x, -700.0), 700.0) * (kSteps / kLn2);
  const double rounded = scaled + kRound;
  const auto whole = static_cast<std::int32_t>(std::bit_cast<std::uint64_t>(rounded));
  const double rest = (scaled - (rounded - kRound)) * (kLn2 / kSteps);
  const double series = 1 + rest + rest * rest * (1.0 / 2 + rest * (1.0 / 6));
  const auto exponent = static_cast<std::uint64_t>(static_cast<std::int64_t>(whole >> 5)) << 52;
  return std::bit_cast<double>(std::bit_cast<std::uint64_t>(kPowers[whole & (kSteps - 1)] * series) + exponent);
}
static_assert(kSteps == 1 << 5);

inline double logistic(double x) noexcept { return 1 / (1 + exp(-x)); }

// The middles of kSteps stretches of 1 to 2: their reciprocals and logarithms.
struct Octave {
  double reciprocal;
  double logarithm;
};
extern const std::array<Octave, kSteps> kOctave;

// log(x), x positive, finite and not subnormal.
inline double log(double x) noexcept {
  constexpr double kLn2 = 0.69314718055994530942;
  const auto bits = std::bit_cast<std::uint64_t>(x);
  const auto exponent = static_cast<int>(bits >> 52) - 1023;
  const double fraction = std::bit_cast<double>((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
  const Octave& middle = kOctave[bits >> (52 - 5) & (kSteps - 1)];
  const double rest = fraction * middle.reciprocal - 1;  // up to 1 / (2 kSteps)
  const double series = rest - rest * rest * (1.0 / 2 - rest * (1.0 / 3 - rest * (1.0 / 4)));
  return exponent * kLn2 + middle.logarithm + series;
}

// The standard normal distribution's quantiles in straight pieces; the outermost two have the mean of their stretch.
inline constexpr std::uint32_t kPieces = 2048;
extern const std::array<double, kPieces + 1> kNormal;

// A normal draw from 32 uniform bits.
inline double normal(std::uint32_t bits) noexcept {
  const std::uint64_t place = std::uint64_t{bits} * kPieces;
  const double* piece = &kNormal[place >> 32];
  return piece[0] + (piece[1] - piece[0]) * (static_cast<double>(static_cast<std::uint32_t>(place)) * 0x1p-32);
}

// A Poisson draw by inversion from 32 uniform bits: in time that grows with the mean, which is below 700; what lies
// beyond the quantile of 1 - 2^-33 is never drawn.
std::uint32_t poisson(std::uint32_t bits, double mean) noexcept;

}  // namespace wrapfeed::random::coarse
