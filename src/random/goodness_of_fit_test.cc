#include "random/goodness_of_fit.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace wrapfeed::random {
namespace {

// Simpson's rule for the integral of f over [0, x] after the substitution t = x s^4, which tames a pole at 0.
double integral(const std::function<double(double)>& f, double x) {
  constexpr int kSteps = 1000;
  double sum = 0;
  for (int i = 1; i <= kSteps; ++i) {
    const double s = static_cast<double>(i) / kSteps;
    const double weight = i == kSteps ? 1 : (i % 2 == 1 ? 4 : 2);
    sum += weight * f(x * std::pow(s, 4)) * 4 * x * std::pow(s, 3);
  }
  return sum / (3 * kSteps);
}

}  // namespace

double kolmogorov_smirnov(std::vector<double> samples, const std::function<double(double)>& cdf) {
  std::sort(samples.begin(), samples.end());
  const auto n = static_cast<double>(samples.size());
  double largest = 0;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const double expected = cdf(samples[i]);
    largest = std::max({largest, expected - static_cast<double>(i) / n, static_cast<double>(i + 1) / n - expected});
  }
  return std::sqrt(n) * largest;
}

double chi_square_score(const std::vector<double>& counts, const std::vector<double>& expected) {
  CHECK(counts.size() == expected.size());
  double statistic = 0;
  double cells = 0;
  double count = 0;
  double hope = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    count += counts[i];
    hope += expected[i];
    if (hope < 10 && i + 1 < counts.size()) continue;
    if (hope > 0) {
      statistic += (count - hope) * (count - hope) / hope;
      ++cells;
    } else if (count > 0) {
      return INFINITY;  // the impossible happened
    }
    count = hope = 0;
  }
  const double spread = 2 / (9 * (cells - 1));
  return (std::cbrt(statistic / (cells - 1)) - (1 - spread)) / std::sqrt(spread);
}

// Regularised incomplete gamma function: the series for small x, Lentz's continued fraction for large.
double gamma_cdf(double x, double shape) {
  if (x <= 0) return 0;
  const double scale = std::exp(shape * std::log(x) - x - std::lgamma(shape));
  if (x < shape + 1) {
    double term = 1 / shape;
    double sum = term;
    for (int n = 1; term > sum * 1e-16; ++n) sum += term *= x / (shape + n);
    return scale * sum;
  }
  double b = x + 1 - shape;
  double c = 1e300;
  double d = 1 / b;
  double fraction = d;
  for (int n = 1; n < 10000; ++n) {
    const double a = -n * (n - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    fraction *= c * d;
    if (std::abs(c * d - 1) < 1e-15) break;
  }
  return 1 - scale * fraction;
}

double beta_cdf(double x, double alpha, double beta_shape) {
  if (x > 0.5) return 1 - beta_cdf(1 - x, beta_shape, alpha);
  const double log_scale = std::lgamma(alpha + beta_shape) - std::lgamma(alpha) - std::lgamma(beta_shape);
  const auto density = [&](double t) {
    return std::exp(log_scale + (alpha - 1) * std::log(t) + (beta_shape - 1) * std::log1p(-t));
  };
  return integral(density, x);
}

double poisson_probability(std::uint32_t k, double mean) {
  if (mean == 0) return k == 0 ? 1 : 0;
  return std::exp(k * std::log(mean) - mean - std::lgamma(k + 1.0));
}

namespace {

TEST(GoodnessOfFit, FunctionsHaveKnownValues) {
  EXPECT_NEAR(gamma_cdf(1, 1), 1 - std::exp(-1), 1e-14);
  EXPECT_NEAR(gamma_cdf(0.3, 0.5), std::erf(std::sqrt(0.3)), 1e-14);
  EXPECT_NEAR(gamma_cdf(5, 0.5), std::erf(std::sqrt(5)), 1e-14);
  EXPECT_NEAR(beta_cdf(0.3, 1, 1), 0.3, 1e-9);
  EXPECT_NEAR(beta_cdf(0.25, 0.5, 0.5), 1.0 / 3, 1e-9);  // 2 / pi arcsin(sqrt(x))
  EXPECT_NEAR(beta_cdf(0.9, 2, 3), 0.9963, 1e-9);
  EXPECT_NEAR(poisson_probability(3, 2), 8 * std::exp(-2) / 6, 1e-15);
}

TEST(GoodnessOfFit, SeesAWrongDistribution) {
  std::vector<double> samples;
  for (int i = 0; i < 10000; ++i) samples.push_back((i + 0.5) / 10000);
  EXPECT_LT(kolmogorov_smirnov(samples, [](double x) { return x; }), 0.1);
  EXPECT_GT(kolmogorov_smirnov(samples, [](double x) { return std::pow(x, 1.1); }), kKolmogorovLimit);
  EXPECT_GT(chi_square_score({1100, 900, 1000}, {1000, 1000, 1000}), kScoreLimit);
  EXPECT_LT(chi_square_score(std::vector<double>(100, 1000), std::vector<double>(100, 1000)), -kScoreLimit);
  EXPECT_GT(chi_square_score({1000, 1}, {1001, 0}), kScoreLimit);
}

}  // namespace
}  // namespace wrapfeed::random
