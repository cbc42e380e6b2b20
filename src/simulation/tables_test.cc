#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <map>
#include <vector>

#include "base/time.h"
#include "simulation/history.h"
#include "simulation/number_table.h"
#include "simulation/quantiles.h"
#include "simulation/recency.h"
#include "simulation/skip_times.h"
#include "simulation/threshold.h"

namespace wrapfeed::simulation {
namespace {

TEST(Threshold, HitsThatShareOfWords) {
  const Threshold quarter(0.25);
  EXPECT_TRUE(quarter.hit(0x3FFFFFFF));
  EXPECT_FALSE(quarter.hit(0x40000000));
  EXPECT_FALSE(Threshold(0).hit(0));
  EXPECT_TRUE(Threshold(1).hit(0xFFFFFFFE));
}

TEST(Threshold, ScaledStaysBelowItsBound) {
  EXPECT_EQ(scaled(0xFFFFFFFF, 10), 9u);
  EXPECT_EQ(scaled(0, 10), 0u);
  EXPECT_EQ(squared(0x80000000), 0x40000000u);
}

TEST(Quantiles, FollowTheFunctionBetweenTheSteps) {
  Quantiles<64> table;
  const auto distance = [](double p) { return 37.0 * (std::exp(p * 5.4) - 1); };
  table.fill(distance);
  for (int i = 0; i < 1000; ++i) {
    const double p = (i + 0.5) / 1000;
    const double expected = distance(p);
    EXPECT_NEAR(static_cast<double>(table.at(static_cast<std::uint32_t>(p * 0x1p32))), expected, 1 + expected * 0.002);
  }
}

RC_GTEST_PROP(Quantiles, NeverFall, (std::uint32_t a, std::uint32_t b)) {
  static const Quantiles<64> table = [] {
    Quantiles<64> filled;
    filled.fill([](double p) { return 1e6 * p * p * p; });
    return filled;
  }();
  RC_ASSERT(table.at(std::min(a, b)) <= table.at(std::max(a, b)));
}

// P(distance < d) = log(1 + d/scale) / log(1 + history/scale).
TEST(Recency, IsFlatBelowItsScaleAndFallsLikeOneOverDistanceAbove) {
  for (const double scale : {0.4, 3.0, 37.3, 900.0}) {
    for (const std::uint32_t history : {40u, 1000u, 8192u}) {
      const Recency recency(scale, history);
      EXPECT_EQ(recency.back(0), 0u);
      EXPECT_LT(recency.back(0xFFFFFFFF), history);
      for (double p = 0.01; p < 1; p += 0.01) {
        const double expected = scale * (std::exp(p * std::log(1 + history / scale)) - 1);
        EXPECT_NEAR(recency.back(static_cast<std::uint32_t>(p * 0x1p32)), expected, 1 + expected * 0.01)
            << scale << " " << history << " " << p;
      }
    }
  }
}

RC_GTEST_PROP(Recency, NeverFallsAndStaysInHistory, (std::uint32_t a, std::uint32_t b, std::uint16_t length)) {
  const std::uint32_t history = length % 8192 + 1;
  const Recency recency(*rc::gen::inRange(1, 100'000) / 100.0, history);
  RC_ASSERT(recency.back(std::min(a, b)) <= recency.back(std::max(a, b)));
  RC_ASSERT(recency.back(b) < history);
}

TEST(SkipTimes, AreThePooledOnesForFastOne) {
  const SkipTimes times(1.0);
  const auto share_before = [&](base::Millis limit) {
    int before = 0;
    for (std::uint32_t i = 0; i < 10'000; ++i) before += times.at(i * 429'496 + 214'748) < limit;
    return before / 10'000.0;
  };
  EXPECT_NEAR(share_before(1000), .228, .002);
  EXPECT_NEAR(share_before(2000), .453, .002);
  EXPECT_NEAR(share_before(5000), .665, .002);
  EXPECT_NEAR(share_before(15'000), .883, .002);
  EXPECT_LE(times.at(0xFFFFFFFF), 30'000);
}

TEST(SkipTimes, AreRaisedToOneOverFast) {
  for (const double fast : {0.3, 0.8, 2.5}) {
    const SkipTimes times(fast);
    const double share = std::pow(.453, 1 / fast);  // of skips within 2 s
    EXPECT_NEAR(static_cast<double>(times.at(static_cast<std::uint32_t>(share * 0x1p32))), 2000, 3);
  }
}

TEST(History, LooksBackOverTheRing) {
  History history;
  for (std::uint32_t track = 0; track < 20'000; ++track) history.push(track);
  EXPECT_EQ(history.length(), History::kCapacity);
  EXPECT_EQ(history.back(0), 19'999u);
  EXPECT_EQ(history.back(History::kCapacity - 1), 20'000u - History::kCapacity);
  EXPECT_EQ(history.at(15'000), 15'000u);
  EXPECT_TRUE(history.remembers(20'000 - History::kCapacity));
  EXPECT_FALSE(history.remembers(20'000 - History::kCapacity - 1));
  EXPECT_FALSE(history.remembers(20'000));
}

RC_GTEST_PROP(NumberTable, IsAMapFromNumbers, (const std::vector<std::uint16_t>& numbers)) {
  NumberTable<std::size_t> table;
  table.clear();
  std::map<std::uint32_t, std::size_t> model;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const std::uint32_t number = numbers[i] * 65'537u % 1'000'003u;
    RC_ASSERT(table.insert(number, i) == model.emplace(number, i).second);
  }
  for (const auto& [number, value] : model) {
    RC_ASSERT(table.find(number).key == number);
    RC_ASSERT(table.find(number).value == value);
  }
  RC_ASSERT(table.find(2'000'000).value == 0u);
}

TEST(NumberTable, GrowsAndForgets) {
  NumberTable<bool> table;
  for (std::uint32_t number = 0; number < 50'000; ++number) table.insert(number, true);
  EXPECT_TRUE(table.find(49'999).value);
  EXPECT_FALSE(table.find(50'000).value);
  table.clear();
  EXPECT_FALSE(table.find(49'999).value);
}

// A listener's own skip times are the pooled ones with their shares raised to a power; of() rounds it to 6 %.
TEST(SkipTimes, OfALogarithmIsTheNearestOfItsSteps) {
  for (const double log_fast : {-2.9, -0.24, 0.0, 0.51, 7.0}) {
    const SkipTimes exact(std::exp(std::min(log_fast, 3.0)));
    for (std::uint32_t word = 1 << 20; word < 0xF0000000; word += 0x10000000) {
      const double wanted = exact.at(word);
      EXPECT_NEAR(SkipTimes::of(log_fast).at(word), wanted, 20 + 0.2 * wanted) << log_fast << " " << word;
    }
  }
}

}  // namespace
}  // namespace wrapfeed::simulation
