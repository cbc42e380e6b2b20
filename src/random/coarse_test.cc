#include "random/coarse.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>

#include "random/math.h"

namespace wrapfeed::random {
namespace {

TEST(Coarse, ExpIsWithinAHundredMillionth) {
  for (double x = -699; x < 699; x += 0.0371) EXPECT_NEAR(coarse::exp(x) / random::exp(x), 1, 1e-8) << x;
}

TEST(Coarse, ExpStaysFinite) {
  EXPECT_GT(coarse::exp(-1e9), 0);
  EXPECT_TRUE(std::isfinite(coarse::exp(1e9)));
}

TEST(Coarse, LogisticIsAProbability) {
  for (double x = -40; x < 40; x += 0.013) EXPECT_NEAR(coarse::logistic(x) / random::logistic(x), 1, 1e-8) << x;
  EXPECT_LE(coarse::logistic(1e9), 1);
  EXPECT_GT(coarse::logistic(-1e9), 0);
}

TEST(Coarse, LogIsWithinAHundredMillionth) {
  for (double x = 1e-9; x < 1e9; x *= 1.0037) EXPECT_NEAR(coarse::log(x), random::log(x), 1e-8) << x;
  EXPECT_NEAR(coarse::log(1), 0, 1e-8);
}

// The draws of evenly spaced bits: mean and variance are the law's, and so is the share of zeros.
TEST(Coarse, PoissonHasItsMeanAndVariance) {
  constexpr std::uint32_t kDraws = 1 << 18;
  for (const double mean : {0.0, 0.3, 1.0, 4.5, 30.0}) {
    double sum = 0, squares = 0, zeros = 0;
    for (std::uint32_t i = 0; i < kDraws; ++i) {
      const double k = coarse::poisson((i << 14) + (1 << 13), mean);
      sum += k;
      squares += k * k;
      zeros += k == 0;
    }
    EXPECT_NEAR(sum / kDraws, mean, 1e-3) << mean;
    EXPECT_NEAR(squares / kDraws - mean * mean, mean, 1e-2) << mean;
    EXPECT_NEAR(zeros / kDraws, random::exp(-mean), 1e-5) << mean;
  }
}

TEST(Coarse, NormalFollowsTheQuantiles) {
  for (std::uint32_t i = 1; i < 65535; ++i) {
    const double p = (i + 0.5) / 65536;
    const double z = normal_quantile(p);
    if (std::abs(z) > 3.29) continue;
    EXPECT_NEAR(coarse::normal(static_cast<std::uint32_t>(p * 0x1p32)), z, std::abs(z) < 2.5 ? 3e-4 : 0.016) << p;
  }
}

TEST(Coarse, NormalHasMeanZeroAndVarianceOne) {
  double sum = 0, squares = 0;
  constexpr int kDraws = 1 << 22;
  for (int i = 0; i < kDraws; ++i) {
    const double z = coarse::normal((static_cast<std::uint32_t>(i) << 10) + 512);
    sum += z;
    squares += z * z;
  }
  EXPECT_NEAR(sum / kDraws, 0, 1e-6);
  EXPECT_NEAR(squares / kDraws, 1, 2e-4);
}

}  // namespace
}  // namespace wrapfeed::random
