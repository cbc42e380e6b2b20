#include "random/coarse.h"

#include "random/math.h"

namespace wrapfeed::random::coarse {

const std::array<double, kSteps> kPowers = [] {
  std::array<double, kSteps> powers;
  for (std::size_t i = 0; i < kSteps; ++i) powers[i] = random::exp(static_cast<double>(i) / kSteps * random::log(2));
  return powers;
}();

const std::array<Octave, kSteps> kOctave = [] {
  std::array<Octave, kSteps> octave;
  for (std::size_t i = 0; i < kSteps; ++i) {
    const double middle = 1 + (static_cast<double>(i) + 0.5) / kSteps;
    octave[i] = {1 / middle, random::log(middle)};
  }
  return octave;
}();

const std::array<double, kPieces + 1> kNormal = [] {
  std::array<double, kPieces + 1> quantiles;
  for (std::size_t i = 1; i < kPieces; ++i) quantiles[i] = normal_quantile(static_cast<double>(i) / kPieces);
  // Mean of the stretch above z that has the share 1 / kPieces: density(z) * kPieces.
  constexpr double kDensity = 0.39894228040143267794;  // 1 / sqrt(2 pi)
  const double z = quantiles[kPieces - 1];
  quantiles[kPieces] = 2 * kDensity * random::exp(-z * z / 2) * kPieces - z;
  quantiles[0] = -quantiles[kPieces];
  return quantiles;
}();

std::uint32_t poisson(std::uint32_t bits, double mean) noexcept {
  constexpr std::uint32_t kBeyond = 1'000;
  double left = (bits + 0.5) * 0x1p-32;
  double probability = exp(-mean);
  std::uint32_t count = 0;
  while (left > probability && count < kBeyond) {
    left -= probability;
    probability *= mean / ++count;
  }
  return count;
}

}  // namespace wrapfeed::random::coarse
