#include "users/axes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace wrapfeed::users {
namespace {

Traits with(Trait trait, double score) {
  Traits traits;
  traits.scores[static_cast<std::size_t>(trait)] = score;
  return traits;
}

TEST(Axes, AnAverageListenerStandsInTheMiddle) {
  const Axes axes = axes_of(Traits{});
  for (const double axis : {axes.exploration, axes.variety, axes.newness, axes.uniqueness}) {
    EXPECT_DOUBLE_EQ(axis, 0.5);
  }
}

TEST(Axes, MoveWithTheTraitsThatCauseThem) {
  EXPECT_GT(axes_of(with(Trait::Discover, 1)).exploration, 0.6);
  EXPECT_LT(axes_of(with(Trait::KnownArtist, 1)).exploration, 0.4);
  EXPECT_LT(axes_of(with(Trait::Run, 1)).exploration, 0.45);
  EXPECT_LT(axes_of(with(Trait::Obsession, 1)).exploration, 0.5);
  EXPECT_GT(axes_of(with(Trait::Discover, 1)).variety, 0.6);
  EXPECT_GT(axes_of(with(Trait::Recency, 1)).variety, 0.6);
  EXPECT_LT(axes_of(with(Trait::Loop, 1)).variety, 0.45);
  Traits traits;
  traits.freshness = 1;
  EXPECT_NEAR(axes_of(traits).newness, 0.8413, 1e-4);
  EXPECT_DOUBLE_EQ(axes_of(traits).uniqueness, 0.5);
  traits.mainstream = 1;
  EXPECT_NEAR(axes_of(traits).uniqueness, 0.1587, 1e-4);
}

TEST(Axes, OtherTraitsMoveNone) {
  for (const Trait trait : {Trait::Active, Trait::Skip, Trait::Night, Trait::Weekend}) {
    const Axes axes = axes_of(with(trait, 3));
    EXPECT_DOUBLE_EQ(axes.exploration, 0.5);
    EXPECT_DOUBLE_EQ(axes.variety, 0.5);
  }
}

// The deciles of a thousand listeners lie where those of a uniform distribution do: the weighted sums are standardised
// with the correlations between traits.
TEST(Axes, AreUniformOverListeners) {
  std::vector<std::vector<double>> values(4);
  for (std::int64_t user = 0; user < 1024; ++user) {
    const Axes axes = axes_of(traits_of(1, user, events::Population::Heavy));
    values[0].push_back(axes.exploration);
    values[1].push_back(axes.variety);
    values[2].push_back(axes.newness);
    values[3].push_back(axes.uniqueness);
  }
  for (std::size_t axis = 0; axis < 4; ++axis) {
    std::sort(values[axis].begin(), values[axis].end());
    for (int decile = 1; decile < 10; ++decile) {
      EXPECT_NEAR(values[axis][static_cast<std::size_t>(decile) * 1024 / 10], decile / 10.0, 0.04) << axis;
    }
  }
}

}  // namespace
}  // namespace wrapfeed::users
