#include "random/distributions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <utility>
#include <vector>

#include "random/goodness_of_fit.h"

namespace wrapfeed::random {
namespace {

constexpr int kSamples = 100'000;

// Each sample from an address of its own, as the program draws them.
template <typename Sampler>
std::vector<double> samples_of(std::uint64_t seed, const Sampler& sampler) {
  std::vector<double> samples;
  for (std::uint64_t user = 0; user < kSamples; ++user) {
    Draws draws(seed, Purpose::UserTraits, user);
    samples.push_back(sampler(draws));
  }
  return samples;
}

double normal_cdf_of(double z) { return 0.5 * std::erfc(-z / std::sqrt(2)); }

TEST(Normal, Fits) {
  EXPECT_LT(kolmogorov_smirnov(samples_of(1, [](Draws& draws) { return normal(draws); }), normal_cdf_of),
            kKolmogorovLimit);
}

TEST(Exponential, Fits) {
  const auto samples = samples_of(2, [](Draws& draws) { return exponential(draws); });
  EXPECT_LT(kolmogorov_smirnov(samples, [](double x) { return -std::expm1(-x); }), kKolmogorovLimit);
}

TEST(Lognormal, Fits) {
  const auto samples = samples_of(3, [](Draws& draws) { return lognormal(draws, 5.305, 0.32); });
  const auto cdf = [](double x) { return normal_cdf_of((std::log(x) - 5.305) / 0.32); };
  EXPECT_LT(kolmogorov_smirnov(samples, cdf), kKolmogorovLimit);
}

TEST(Weibull, Fits) {
  for (const double shape : {0.4, 1.0, 2.5}) {
    const auto samples = samples_of(4, [&](Draws& draws) { return weibull(draws, shape, 7); });
    const auto cdf = [&](double x) { return -std::expm1(-std::pow(x / 7, shape)); };
    EXPECT_LT(kolmogorov_smirnov(samples, cdf), kKolmogorovLimit) << shape;
  }
}

TEST(Gamma, Fits) {
  for (const double shape : {0.1, 0.5, 0.999, 1.0, 1.7, 10.0, 300.0}) {
    const auto samples = samples_of(5, [&](Draws& draws) { return gamma(draws, shape); });
    EXPECT_LT(kolmogorov_smirnov(samples, [&](double x) { return gamma_cdf(x, shape); }), kKolmogorovLimit) << shape;
  }
}

TEST(Beta, Fits) {
  const std::pair<double, double> shapes[] = {{0.5, 0.5}, {1, 1}, {2, 5}, {0.3, 4}, {30, 12}};
  for (const auto& [alpha, beta_shape] : shapes) {
    const auto samples = samples_of(6, [a = alpha, b = beta_shape](Draws& draws) { return beta(draws, a, b); });
    // Interpolated from a table: the distribution function is an integral.
    std::vector<double> table;
    for (int i = 0; i <= 1000; ++i)
      table.push_back(beta_cdf(std::pow(std::sin(i * M_PI / 2000), 2), alpha, beta_shape));
    const auto cdf = [&](double x) {
      const double place = std::asin(std::sqrt(x)) * 2000 / M_PI;
      const auto cell = std::min<std::size_t>(static_cast<std::size_t>(place), 999);
      return table[cell] + (place - static_cast<double>(cell)) * (table[cell + 1] - table[cell]);
    };
    EXPECT_LT(kolmogorov_smirnov(samples, cdf), kKolmogorovLimit) << alpha << " " << beta_shape;
  }
}

TEST(Beta, TinyShapesStayInTheInterval) {
  double ones = 0;
  for (const double x : samples_of(7, [](Draws& draws) { return beta(draws, 1e-4, 3e-4); })) {
    ASSERT_TRUE(x >= 0 && x <= 1);
    ones += x > 0.5;
  }
  EXPECT_NEAR(ones / kSamples, 0.25, 0.006);
}

TEST(Poisson, Fits) {
  for (const double mean : {0.01, 0.7, 3.3, 9.999, 10.0, 12.5, 42.0, 1000.0, 123456.0}) {
    const double spread = 8 * std::sqrt(mean) + 12;
    const double least = std::max(0.0, std::floor(mean - spread));
    std::vector<double> counts(static_cast<std::size_t>(2 * spread) + 2);
    for (const double k : samples_of(8, [&](Draws& draws) { return poisson(draws, mean); })) {
      ++counts.at(static_cast<std::size_t>(k - least));
    }
    std::vector<double> expected;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      expected.push_back(kSamples * poisson_probability(static_cast<std::uint32_t>(least) + i, mean));
    }
    EXPECT_LT(std::abs(chi_square_score(counts, expected)), kScoreLimit) << mean;
  }
}

TEST(Poisson, HasItsEdges) {
  for (const double k : samples_of(9, [](Draws& draws) { return poisson(draws, 0); })) ASSERT_EQ(k, 0);
  double sum = 0;
  for (const double k : samples_of(9, [](Draws& draws) { return poisson(draws, 0x1p31); })) sum += k / 0x1p31 - 1;
  EXPECT_NEAR(sum / kSamples, 0, 4 / std::sqrt(kSamples * 0x1p31));
}

TEST(PowerLaw, Fits) {
  for (const double slope : {-30.0, 0.0, 0.5, 1 - 1e-11, 1.0, 1.0001, 2.0, 40.0}) {
    const auto samples = samples_of(10, [&](Draws& draws) { return power_law(draws, 2, 5000, slope); });
    const long double power = 1 - slope;
    const auto cdf = [&](double x) {
      const long double u = std::log(x / 2.0L);
      const long double all = std::log(2500.0L);
      if (std::abs(power) < 1e-10) return static_cast<double>(u / all);
      return static_cast<double>(std::expm1(power * u) / std::expm1(power * all));
    };
    EXPECT_LT(kolmogorov_smirnov(samples, cdf), kKolmogorovLimit) << slope;
  }
}

TEST(PowerLaw, StaysInItsBounds) {
  for (const double slope : {-1e4, -2.0, 1.0, 3.0, 1e4}) {
    for (const double x : samples_of(11, [&](Draws& draws) { return power_law(draws, 0.1, 0.3, slope); })) {
      ASSERT_TRUE(x >= 0.1 && x <= 0.3) << slope << " " << x;
    }
  }
  Draws draws(1, Purpose::Day, 0);
  EXPECT_EQ(power_law(draws, 3, 3, 2), 3);
}

// How many words a draw takes is part of the address of the next one.
TEST(Distributions, DrawsTakeTheWordsTheySay) {
  const auto next_after = [](const std::function<void(Draws&)>& action) {
    Draws draws(12, Purpose::Day, 0);
    action(draws);
    return draws.word();
  };
  const std::uint32_t second = next_after([](Draws& draws) { draws.word(); });
  EXPECT_EQ(next_after([](Draws& draws) { normal(draws); }), second);
  EXPECT_EQ(next_after([](Draws& draws) { exponential(draws); }), second);
  EXPECT_EQ(next_after([](Draws& draws) { lognormal(draws, 0, 1); }), second);
  EXPECT_EQ(next_after([](Draws& draws) { weibull(draws, 2, 1); }), second);
  EXPECT_EQ(next_after([](Draws& draws) { power_law(draws, 1, 2, 3); }), second);
  EXPECT_EQ(next_after([](Draws& draws) { poisson(draws, 5); }), next_after([](Draws& draws) { draws.word64(); }));
}

// If this changes, so does every feed ever made.
TEST(Distributions, BitsAreThePinnedOnes) {
  std::uint64_t digest = 0xcbf29ce484222325;
  const auto add = [&](double value) { digest = (digest ^ std::bit_cast<std::uint64_t>(value)) * 0x100000001b3; };
  Draws draws(13, Purpose::Day, 0);
  for (int i = 0; i < 1000; ++i) {
    add(normal(draws));
    add(exponential(draws));
    add(lognormal(draws, 1, 2));
    add(weibull(draws, 0.7, 3));
    add(gamma(draws, 0.4));
    add(gamma(draws, 4));
    add(beta(draws, 0.4, 3));
    add(poisson(draws, 4));
    add(poisson(draws, 40));
    add(power_law(draws, 1, 100, 1.8));
  }
  EXPECT_EQ(digest, 15520371038971360731u);
}

}  // namespace
}  // namespace wrapfeed::random
