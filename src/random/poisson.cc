#include <cmath>

#include "base/check.h"
#include "random/distributions.h"
#include "random/math.h"

namespace wrapfeed::random {
namespace {

constexpr double kSmallMean = 10;
constexpr double kLargestMean = 0x1p31;

// Inversion by sequential search over the probabilities. One 64-bit word, of which 53 bits count.
std::uint32_t by_inversion(Draws& draws, double mean) noexcept {
  constexpr std::uint32_t kBeyond = 200;  // P(k >= 200) < 1e-180 for a mean up to 10
  double u = (static_cast<double>(draws.word64() >> 12) + 0.5) * 0x1p-52;
  double probability = exp(-mean);
  std::uint32_t k = 0;
  while (u > probability && k < kBeyond) {
    u -= probability;
    probability *= mean / ++k;
  }
  return k;
}

// log(k!) for a whole k >= 0: a short product, else Stirling's series, whose first term left out is under 1e-17.
double log_factorial(double k) noexcept {
  if (k < 20) {
    double product = 1;
    for (int factor = 2; factor <= static_cast<int>(k); ++factor) product *= factor;
    return log(product);
  }
  constexpr double kHalfLogTwoPi = 0.91893853320467274178;
  const double inverse = 1 / k;
  const double square = inverse * inverse;
  const double series =
      inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188))));
  return (k + 0.5) * log(k) - k + kHalfLogTwoPi + series;
}

// Transformed rejection with squeeze, algorithm PTRS of Hormann, "The transformed rejection method for generating
// Poisson random variables", 1993; mean >= 10.
std::uint32_t by_rejection(Draws& draws, double mean) noexcept {
  const double log_mean = log(mean);
  const double b = 0.931 + 2.53 * std::sqrt(mean);
  const double a = -0.059 + 0.02483 * b;
  const double inverse_alpha = 1.1239 + 1.1328 / (b - 3.4);
  const double squeeze = 0.9277 - 3.6224 / (b - 2);
  while (true) {
    const double u = draws.uniform() - 0.5;
    const double v = draws.uniform();
    const double us = 0.5 - std::abs(u);
    const double k = std::floor((2 * a / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return static_cast<std::uint32_t>(k);
    if (k < 0 || k > 4294967295.0 || (us < 0.013 && v > us)) continue;
    const double height = log(v * inverse_alpha / (a / (us * us) + b));
    if (height <= k * log_mean - mean - log_factorial(k)) return static_cast<std::uint32_t>(k);
  }
}

}  // namespace

std::uint32_t poisson(Draws& draws, double mean) noexcept {
  CHECK(mean >= 0 && mean <= kLargestMean);
  return mean < kSmallMean ? by_inversion(draws, mean) : by_rejection(draws, mean);
}

}  // namespace wrapfeed::random
