#include "random/sobol.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <set>

#include "random/draws.h"
#include "random/math.h"

namespace wrapfeed::random {
namespace {

// scipy.stats.qmc.Sobol(19, scramble=False), whose order is by Gray code: its 1,000th point is ours of 1000 ^ 500.
TEST(Sobol, GivesTheKnownPoint) {
  constexpr std::array<std::uint32_t, kSobolDimensions> kKnown = {
      943718400,  415236096,  2227175424, 2906652672, 1203765248, 3896508416, 197132288,
      3862953984, 2151677952, 297795584,  364904448,  1094713344, 692060160,  1648361472,
      616562688,  1589641216, 3091202048, 1480589312, 4257218560};
  for (std::size_t d = 0; d < kSobolDimensions; ++d) EXPECT_EQ(sobol(1000 ^ 500, d), kKnown[d]) << d;
}

// Any 64 points from a multiple of 64 on have one in each 64th of each axis, scrambled or not.
TEST(Sobol, IsEvenInEveryDimension) {
  for (const std::uint32_t key : {0U, 1U, 0xDEADBEEFU}) {
    for (std::size_t d = 0; d < kSobolDimensions; ++d) {
      std::set<std::uint32_t> plain, scrambled;
      for (std::uint32_t i = 640; i < 704; ++i) {
        plain.insert(sobol(i, d) >> 26);
        scrambled.insert(owen_scrambled(sobol(i, d), key) >> 26);
      }
      EXPECT_EQ(plain.size(), 64U) << d;
      EXPECT_EQ(scrambled.size(), 64U) << d;
    }
  }
}

// Independent normals would be correlated by .044 in the mean over the pairs of dimensions.
TEST(Sobol, LeavesDimensionsUncorrelated) {
  constexpr std::uint32_t kPoints = 512;
  Draws keys(1, Purpose::UserTraits, 0);
  std::array<std::array<double, kPoints>, kSobolDimensions> normals;
  for (std::size_t d = 0; d < kSobolDimensions; ++d) {
    const std::uint32_t key = keys.word();
    for (std::uint32_t i = 0; i < kPoints; ++i) normals[d][i] = normal_quantile(unit(owen_scrambled(sobol(i, d), key)));
  }
  double squares = 0;
  for (std::size_t d = 0; d < kSobolDimensions; ++d) {
    for (std::size_t e = 0; e < d; ++e) {
      double product = 0;
      for (std::uint32_t i = 0; i < kPoints; ++i) product += normals[d][i] * normals[e][i] / kPoints;
      squares += product * product;
      EXPECT_LT(std::abs(product), .2) << d << " " << e;
    }
  }
  EXPECT_LT(std::sqrt(squares / (kSobolDimensions * (kSobolDimensions - 1) / 2)), .025);
}

}  // namespace
}  // namespace wrapfeed::random
