#include "random/math.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>

#include "random/draws.h"

namespace wrapfeed::random {
namespace {

constexpr int kPoints = 1'000'000;
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kSmallest = std::numeric_limits<double>::denorm_min();
constexpr double kLargest = std::numeric_limits<double>::max();

// How far `got` is from the true value, in units in the last place of a double of that size.
double ulps(double got, long double truth) {
  const auto rounded = static_cast<double>(truth);
  if (rounded == 0 || std::isinf(rounded)) return got == rounded ? 0 : kInfinity;
  const double unit_in_last_place = std::ldexp(1.0, std::max(std::ilogb(rounded) - 52, -1074));
  return static_cast<double>(std::abs((got - truth) / unit_in_last_place));
}

double between(Draws& draws, double low, double high) {
  return low + (high - low) * (static_cast<double>(draws.word64() >> 11) * 0x1p-53);
}

// The largest error at random points of an interval.
double worst(double low, double high, const std::function<double(double)>& error, int points = kPoints) {
  double result = 0;
  Draws draws(1, Purpose::Day, 0);
  for (int i = 0; i < points; ++i) {
    if (i % 100'000 == 0) draws = Draws(1, Purpose::Day, static_cast<std::uint64_t>(i));
    const double x = between(draws, low, high);
    const double found = error(x);
    if (!(found <= result)) result = found;
  }
  return result;
}

double log_error(double x) { return ulps(log(x), std::log(static_cast<long double>(x))); }
double exp_error(double x) { return ulps(exp(x), std::exp(static_cast<long double>(x))); }
double pow_error(double base, double power) {
  return ulps(pow(base, power), std::pow(static_cast<long double>(base), static_cast<long double>(power)));
}

TEST(Log, IsWithinOneUlp) {
  EXPECT_LE(worst(0, 1, log_error), 1);
  EXPECT_LE(worst(0.5, 2, log_error), 1);
  EXPECT_LE(worst(0.999, 1.001, log_error), 1);
  EXPECT_LE(worst(-744, 709, [](double x) { return log_error(std::exp(x)); }), 1);  // all sizes, subnormals too
}

TEST(Log, HasItsEdges) {
  EXPECT_EQ(log(1), 0);
  EXPECT_EQ(log(0), -kInfinity);
  EXPECT_EQ(log(kInfinity), kInfinity);
  EXPECT_TRUE(std::isnan(log(-1)));
  EXPECT_TRUE(std::isnan(log(std::nan(""))));
  for (const double x : {kSmallest, 0x1p-1023, 0x1p-1022, std::nextafter(1.0, 0.0), std::nextafter(1.0, 2.0), kLargest,
                         std::sqrt(0.5), std::sqrt(2.0)}) {
    EXPECT_LE(log_error(x), 1) << x;
  }
}

TEST(Exp, IsWithinOneUlp) {
  EXPECT_LE(worst(-1, 1, exp_error), 1);
  EXPECT_LE(worst(-40, 40, exp_error), 1);
  EXPECT_LE(worst(-745.2, 709.8, exp_error), 1);
  EXPECT_LE(worst(-1e-8, 1e-8, exp_error), 1);
}

TEST(Exp, HasItsEdges) {
  EXPECT_EQ(exp(0), 1);
  EXPECT_EQ(exp(-0.0), 1);
  EXPECT_EQ(exp(kSmallest), 1);
  EXPECT_EQ(exp(kInfinity), kInfinity);
  EXPECT_EQ(exp(-kInfinity), 0);
  EXPECT_EQ(exp(710), kInfinity);
  EXPECT_EQ(exp(-746), 0);
  EXPECT_TRUE(std::isnan(exp(std::nan(""))));
  for (const double x : {709.782712893384, 709.7827128933841, -708.3964185322641, -740.0, -745.1332191019411,
                         -745.1332191019412, -745.14}) {
    EXPECT_LE(exp_error(x), 1) << x;
  }
}

TEST(Pow, IsWithinTwoUlps) {
  for (const double power : {-300.0, -7.25, -1.0, -0.5, 0.1, 1 / 0.7, 3.0, 17.3, 100.0}) {
    EXPECT_LE(worst(
                  0, 10, [&](double base) { return pow_error(base, power); }, kPoints / 10),
              2)
        << power;
  }
  for (const double base : {1e-300, 0.01, 0.9999, 1.0001, 1.5, 10.0, 12345.678}) {
    EXPECT_LE(worst(
                  -300, 300, [&](double power) { return pow_error(base, power); }, kPoints / 10),
              2)
        << base;
  }
}

TEST(Pow, HasItsEdges) {
  EXPECT_EQ(pow(0, 0), 1);
  EXPECT_EQ(pow(1, kInfinity), 1);
  EXPECT_EQ(pow(0, 2), 0);
  EXPECT_EQ(pow(0, -2), kInfinity);
  EXPECT_EQ(pow(kInfinity, 2), kInfinity);
  EXPECT_EQ(pow(kInfinity, -2), 0);
  EXPECT_EQ(pow(2, 1024), kInfinity);
  EXPECT_EQ(pow(2, -1075), 0);
  EXPECT_EQ(pow(2, -1074), kSmallest);
  EXPECT_EQ(pow(2, 1e308), kInfinity);
  EXPECT_EQ(pow(0.5, 1e308), 0);
  EXPECT_EQ(pow(2, kInfinity), kInfinity);
  EXPECT_EQ(pow(2, -kInfinity), 0);
  EXPECT_EQ(pow(kSmallest, 1), kSmallest);
  EXPECT_EQ(pow(kLargest, 1), kLargest);
  EXPECT_EQ(pow(3, 20), 3486784401.0);
  EXPECT_EQ(pow(7, 1e-300), 1);
  EXPECT_TRUE(std::isnan(pow(-1, 2)));
  EXPECT_TRUE(std::isnan(pow(2, std::nan(""))));
  EXPECT_LE(pow_error(std::nextafter(1.0, 0.0), 1e18), 2);
  EXPECT_LE(pow_error(std::nextafter(1.0, 2.0), -3e17), 2);
}

TEST(Logistic, IsWithinThreeUlps) {
  const auto error = [](double x) { return ulps(logistic(x), 1 / (1 + std::exp(-static_cast<long double>(x)))); };
  EXPECT_LE(worst(-50, 50, error), 3);
  EXPECT_LE(worst(-740, 0, error), 3);
  EXPECT_EQ(logistic(0), 0.5);
  EXPECT_EQ(logistic(kInfinity), 1);
  EXPECT_EQ(logistic(-kInfinity), 0);
}

TEST(Logit, IsWithinFiveUlps) {
  const auto error = [](double p) { return ulps(logit(p), 2 * std::atanh(2 * static_cast<long double>(p) - 1)); };
  EXPECT_LE(worst(0.05, 0.95, error), 5);
  EXPECT_LE(worst(0.4999, 0.5001, error), 3);
  EXPECT_EQ(logit(0.5), 0);
  const auto small = [](double x) {
    const long double p = std::exp(x);
    return ulps(logit(static_cast<double>(p)), std::log(p) - std::log1p(-p));
  };
  EXPECT_LE(worst(-700, -1, small), 3);
}

long double true_normal_cdf(double x) { return std::erfc(-static_cast<long double>(x) / std::sqrt(2.0L)) / 2; }

TEST(NormalCdf, IsWithinEightUlps) {
  const auto error = [](double x) { return ulps(normal_cdf(x), true_normal_cdf(x)); };
  EXPECT_LE(worst(-1, 10, error), 8);
  EXPECT_LE(worst(-10, 0, error), 8);
  EXPECT_LE(worst(-38.5, -10, error), 8);
  EXPECT_EQ(normal_cdf(0), 0.5);
  EXPECT_EQ(normal_cdf(40), 1);
  EXPECT_EQ(normal_cdf(-40), 0);
  EXPECT_EQ(normal_cdf(kInfinity), 1);
  EXPECT_EQ(normal_cdf(-kInfinity), 0);
}

// The relative error of a quantile is that of the probability it stands for, by one step of Newton's method.
double quantile_error(double p) {
  const long double z = normal_quantile(p);
  const long double density = std::exp(-z * z / 2) / std::sqrt(2 * 3.14159265358979323846L);
  const long double miss = std::abs(p - 0.5) < 0.25
                               ? std::erf(z / std::sqrt(2.0L)) / 2 - (static_cast<long double>(p) - 0.5L)
                               : std::erfc(-z / std::sqrt(2.0L)) / 2 - p;
  const long double upper = p < 0.75 ? miss : (1.0L - p) - std::erfc(z / std::sqrt(2.0L)) / 2;
  return static_cast<double>(std::abs(upper / (density * z)));
}

TEST(NormalQuantile, IsAccurateToAFewPartsInTenToTheFifteenth) {
  EXPECT_LE(worst(1e-9, 1, quantile_error), 1e-15);
  EXPECT_LE(worst(0.499, 0.501, quantile_error), 1e-15);
  EXPECT_LE(worst(-700, -0.1, [](double x) { return quantile_error(std::exp(x)); }), 1e-15);
}

TEST(NormalQuantile, HasItsShape) {
  EXPECT_EQ(normal_quantile(0.5), 0);
  for (const double p : {0x1p-33, 1e-5, 0.05, 0.075, 0.3}) {
    EXPECT_NEAR(normal_quantile(1 - p), -normal_quantile(p), 1e-6 * -normal_quantile(p)) << p;
    EXPECT_LT(normal_quantile(p), normal_quantile(p + 0x1p-32)) << p;
  }
  EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-15);
}

// The bits themselves. If this number differs on some processor or compiler, so do feeds.
TEST(Math, BitsAreThePinnedOnes) {
  std::uint64_t digest = 0xcbf29ce484222325;
  const auto add = [&](double value) { digest = (digest ^ std::bit_cast<std::uint64_t>(value)) * 0x100000001b3; };
  Draws draws(2, Purpose::Day, 0);
  for (int i = 0; i < 10'000; ++i) {
    const double u = draws.uniform();
    add(log(u));
    add(exp(1400 * u - 700));
    add(pow(u, 20 * u - 10));
    add(logistic(60 * u - 30));
    add(logit(u));
    add(normal_cdf(60 * u - 40));
    add(normal_quantile(u));
  }
  EXPECT_EQ(digest, 6165545574441982155u);
}

}  // namespace
}  // namespace wrapfeed::random
