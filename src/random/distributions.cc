#include "random/distributions.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "random/math.h"

namespace wrapfeed::random {
namespace {

// Gamma of shape >= 1: Marsaglia and Tsang, "A simple method for generating gamma variables", 2000.
double gamma_from_one(Draws& draws, double shape) noexcept {
  const double d = shape - 1.0 / 3;
  const double c = 1 / std::sqrt(9 * d);
  while (true) {
    const double x = normal(draws);
    const double root = 1 + c * x;
    const double v = root * root * root;
    const double u = draws.uniform();
    if (root > 0 && log(u) < 0.5 * x * x + d - d * v + d * log(v)) return d * v;
  }
}

// The logarithm of a gamma draw: a small shape's draws are too small for a double, their logarithms are not.
double log_gamma(Draws& draws, double shape) noexcept {
  CHECK(shape > 0);
  if (shape >= 1) return log(gamma_from_one(draws, shape));
  const double boosted = log(gamma_from_one(draws, shape + 1));
  return boosted + log(draws.uniform()) / shape;
}

}  // namespace

double normal(Draws& draws) noexcept { return normal_quantile(draws.uniform()); }

double exponential(Draws& draws) noexcept { return -log(draws.uniform()); }

double lognormal(Draws& draws, double mu, double sigma) noexcept { return exp(mu + sigma * normal(draws)); }

double weibull(Draws& draws, double shape, double scale) noexcept {
  CHECK(shape > 0);
  return scale * exp(log(exponential(draws)) / shape);
}

double gamma(Draws& draws, double shape) noexcept {
  return shape >= 1 ? gamma_from_one(draws, shape) : exp(log_gamma(draws, shape));
}

double beta(Draws& draws, double alpha, double beta_shape) noexcept {
  const double log_first = log_gamma(draws, alpha);
  const double log_second = log_gamma(draws, beta_shape);
  return logistic(log_first - log_second);  // first / (first + second)
}

double power_law(Draws& draws, double low, double high, double slope) noexcept {
  CHECK(low > 0 && low <= high);
  const double u = draws.uniform();
  const double power = 1 - slope;
  const double log_span = log(high / low);
  double x = 0;
  // Below this the difference to slope 1 is smaller than the steps of a 32-bit uniform.
  if (std::abs(power * log_span) < 1e-9) {
    x = low * exp(u * log_span);
  } else {
    // Inverse of the distribution function, written from the end where the density is highest, so nothing overflows.
    const double ratio = exp(-std::abs(power) * log_span);
    x = power < 0 ? low * pow(1 - u * (1 - ratio), 1 / power) : high * pow(ratio + u * (1 - ratio), 1 / power);
  }
  return std::clamp(x, low, high);
}

}  // namespace wrapfeed::random
