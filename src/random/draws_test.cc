#include "random/draws.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "random/goodness_of_fit.h"

namespace wrapfeed::random {
namespace {

constexpr int kSamples = 200'000;

// If these change, so does every feed ever made: an address must give the same words for ever.
TEST(Draws, WordsAreThePinnedOnes) {
  Draws draws(1, Purpose::UserCountry, 0);
  EXPECT_THAT((std::vector{draws.word(), draws.word(), draws.word(), draws.word(), draws.word()}),
              testing::ElementsAre(0xce98cf48, 0xd8137ee4, 0x91b9b95c, 0x7729685f, 0x504a5c08));
  Draws far(0x123456789abcdef0, Purpose::SyncMarker, 0xfedcba9876543210, 0x89abcdef);
  EXPECT_THAT((std::vector{far.word(), far.word(), far.word(), far.word(), far.word()}),
              testing::ElementsAre(0xfb067300, 0x377eec16, 0xd56603a6, 0x3690385d, 0xb77a139d));
}

TEST(Draws, TakeTheBlocksOfTheirAddressInOrder) {
  Draws draws(7, Purpose::Session, 42, 3);
  for (std::uint16_t block = 0; block < 1000; ++block) {
    for (const std::uint32_t word : block_at(7, Purpose::Session, 42, 3, block)) ASSERT_EQ(draws.word(), word);
  }
}

TEST(Draws, AWordOf64BitsIsTwoWordsHighFirst) {
  Draws draws(7, Purpose::Session, 42, 3);
  Draws same = draws;
  const std::uint64_t high = same.word();
  EXPECT_EQ(draws.word64(), high << 32 | same.word());
}

TEST(Draws, EveryPartOfTheAddressCounts) {
  const Block here = block_at(1, Purpose::Day, 2, 3, 4);
  EXPECT_NE(here, block_at(2, Purpose::Day, 2, 3, 4));
  EXPECT_NE(here, block_at(1 + (1ull << 32), Purpose::Day, 2, 3, 4));
  EXPECT_NE(here, block_at(1, Purpose::Week, 2, 3, 4));
  EXPECT_NE(here, block_at(1, Purpose::Day, 3, 3, 4));
  EXPECT_NE(here, block_at(1, Purpose::Day, 2 + (1ull << 32), 3, 4));
  EXPECT_NE(here, block_at(1, Purpose::Day, 2, 4, 4));
  EXPECT_NE(here, block_at(1, Purpose::Day, 2, 3, 5));
}

// Sixty-four bits of each of a million addresses: by chance two would be equal once in 37 million such tests.
TEST(Draws, DifferentAddressesGiveDifferentWords) {
  std::vector<std::uint64_t> words;
  for (const Purpose purpose : {Purpose::UserCountry, Purpose::Week, Purpose::Day, Purpose::Session}) {
    for (std::uint64_t user = 0; user < 250; ++user) {
      for (std::uint32_t index = 0; index < 250; ++index) {
        for (std::uint16_t block = 0; block < 4; ++block) {
          const Block bits = block_at(1, purpose, user, index, block);
          words.push_back(static_cast<std::uint64_t>(bits[0]) << 32 | bits[1]);
        }
      }
    }
  }
  std::sort(words.begin(), words.end());
  EXPECT_EQ(std::adjacent_find(words.begin(), words.end()), words.end());
}

TEST(Draws, OnePurposeShiftsNoOther) {
  Draws alone(5, Purpose::Play, 9, 1);
  Draws other(5, Purpose::Session, 9, 1);
  Draws beside(5, Purpose::Play, 9, 1);
  for (int i = 0; i < 100; ++i) {
    for (int used = 0; used < i % 7; ++used) other.word();
    ASSERT_EQ(alone.word(), beside.word());
  }
}

TEST(Draws, UniformIsNeverZeroNorOne) {
  EXPECT_EQ(unit(0), 0x1p-33);
  EXPECT_EQ(unit(0xffffffff), 1 - 0x1p-33);
}

TEST(Draws, UniformFitsAlongOneAddress) {
  Draws draws(11, Purpose::UserTaste, 0);
  std::vector<double> samples(kSamples);
  for (double& sample : samples) sample = draws.uniform();
  EXPECT_LT(kolmogorov_smirnov(samples, [](double x) { return x; }), kKolmogorovLimit);
}

TEST(Draws, UniformFitsAcrossUsers) {
  std::vector<double> samples;
  for (std::uint64_t user = 0; user < kSamples; ++user) {
    samples.push_back(Draws(11, Purpose::UserAge, user).uniform());
  }
  EXPECT_LT(kolmogorov_smirnov(samples, [](double x) { return x; }), kKolmogorovLimit);
}

// Cells of a square: a word of one user, the same word of the next.
TEST(Draws, NeighboursAreIndependent) {
  constexpr int kSide = 16;
  std::vector<double> counts(kSide * kSide);
  for (std::uint64_t user = 0; user < kSamples; ++user) {
    const std::uint32_t x = Draws(12, Purpose::Day, user, 5).below(kSide);
    const std::uint32_t y = Draws(12, Purpose::Day, user + 1, 5).below(kSide);
    ++counts[x * kSide + y];
  }
  const std::vector<double> expected(counts.size(), static_cast<double>(kSamples) / (kSide * kSide));
  EXPECT_LT(std::abs(chi_square_score(counts, expected)), kScoreLimit);
}

TEST(Draws, BelowFits) {
  Draws draws(13, Purpose::Day, 1);
  std::vector<double> counts(37);
  for (int i = 0; i < kSamples; ++i) ++counts.at(draws.below(37));
  EXPECT_LT(std::abs(chi_square_score(counts, std::vector<double>(37, kSamples / 37.0))), kScoreLimit);
  EXPECT_EQ(draws.below(1), 0);
}

TEST(Draws, ChanceFits) {
  Draws draws(14, Purpose::Day, 1);
  double hits = 0;
  for (int i = 0; i < kSamples; ++i) hits += draws.chance(0.3);
  EXPECT_NEAR(hits / kSamples, 0.3, 3.3 * std::sqrt(0.21 / kSamples));
  EXPECT_FALSE(draws.chance(0));
  EXPECT_TRUE(draws.chance(1));
}

}  // namespace
}  // namespace wrapfeed::random
