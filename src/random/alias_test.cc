#include "random/alias.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "random/draws.h"
#include "random/goodness_of_fit.h"

namespace wrapfeed::random {
namespace {

// Every category's exact probability, found by asking `pick` where each column passes from itself to its alias.
std::vector<double> probabilities(const AliasTable& table) {
  std::vector<double> shares(table.size());
  for (std::uint64_t column = 0; column < table.size(); ++column) {
    const std::uint64_t high = (((column << 32) + table.size() - 1) / table.size()) << 32;
    const std::uint32_t alias = table.pick(high | 0xffffffff);
    std::uint64_t low = 0;
    for (std::uint64_t end = 0xffffffff; low < end;) {
      const std::uint64_t middle = (low + end) / 2;
      if (table.pick(high | middle) == alias) {
        end = middle;
      } else {
        low = middle + 1;
      }
    }
    shares[table.pick(high)] += static_cast<double>(low) * 0x1p-32;
    shares[alias] += 1 - static_cast<double>(low) * 0x1p-32;
  }
  for (double& share : shares) share /= table.size();
  return shares;
}

void expect_exact(const std::vector<double>& weights) {
  const std::vector<double> found = probabilities(AliasTable(weights));
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    EXPECT_NEAR(found[i], weights[i] / total, 0x1p-31) << i;
    EXPECT_TRUE(weights[i] > 0 || found[i] == 0) << i;
  }
}

TEST(AliasTable, HoldsTheWeights) {
  expect_exact({1});
  expect_exact({1, 1, 1, 1});
  expect_exact({1, 2, 3, 4, 5, 6, 7});
  expect_exact({0, 0, 5, 0});
  expect_exact({1e-300, 3e-300});
  expect_exact({1e307, 3e307, 0});
  expect_exact({1e-9, 1, 1e9});
  expect_exact(std::vector<double>(1000, 0.1));
}

RC_GTEST_PROP(AliasTable, HoldsAnyWeights, ()) {
  const auto whole = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1000)));
  std::vector<double> weights(whole.begin(), whole.end());
  for (double& weight : weights) weight = std::pow(weight, 3) * 0.1;
  RC_PRE(std::any_of(weights.begin(), weights.end(), [](double weight) { return weight > 0; }));
  expect_exact(weights);
  RC_ASSERT(!testing::Test::HasFailure());
}

TEST(AliasTable, PicksFit) {
  std::vector<double> weights(1000);
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = 1 / (1.0 + static_cast<double>(i));  // Zipf
  const AliasTable table(weights);
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  constexpr std::uint32_t kPicks = 200'000;
  std::vector<double> counts(weights.size());
  for (std::uint32_t i = 0; i < kPicks; ++i) {
    ++counts.at(table.pick(Draws(31, Purpose::Session, 0, i).word64()));
  }
  for (double& weight : weights) weight *= kPicks / total;
  EXPECT_LT(std::abs(chi_square_score(counts, weights)), kScoreLimit);
}

TEST(AliasTable, IsBuiltTheSameWayForEver) {
  std::vector<double> weights;
  for (int i = 0; i < 50; ++i) weights.push_back((i * 37 % 50) * 0.25);
  const AliasTable table(weights);
  Draws draws(32, Purpose::Session, 0);
  std::uint64_t digest = 0;
  for (int i = 0; i < 1000; ++i) digest = digest * 0x100000001b3 + table.pick(draws.word64());
  EXPECT_EQ(digest, 7050472965113771254u);
}

TEST(AliasTableDeathTest, WrongWeightsAreBugs) {
  const std::vector<double> negative{1, -1};
  const std::vector<double> none;
  const std::vector<double> zero{0, 0};
  const std::vector<double> endless{1, INFINITY};
  EXPECT_DEATH(AliasTable{negative}, "CHECK");
  EXPECT_DEATH(AliasTable{none}, "CHECK");
  EXPECT_DEATH(AliasTable{zero}, "CHECK");
  EXPECT_DEATH(AliasTable{endless}, "CHECK");
}

}  // namespace
}  // namespace wrapfeed::random
