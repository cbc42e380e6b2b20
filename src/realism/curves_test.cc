#include "realism/curves.h"

#include <gtest/gtest.h>

#include <cmath>

#include "realism/history_for_test.h"

namespace wrapfeed::realism {
namespace {

Curves curves_of(const HistoryMaker& maker) {
  Curves curves;
  curves.add(History(maker.listener()));
  return curves;
}

TEST(Curves, SurvivalIsTheShareHeardForAtLeastSoLong) {
  HistoryMaker maker;
  maker.play(0, 0, .5).play(1, 0, 2).play(2, 0, 2.9).play(3, 0, 500);
  const std::vector<double> survival = curves_of(maker).survival();
  EXPECT_EQ(survival[0], 1);
  EXPECT_EQ(survival[1], .75);
  EXPECT_EQ(survival[2], .75);
  EXPECT_EQ(survival[3], .25);
  EXPECT_EQ(survival[180], .25);
}

TEST(Curves, SkipsByPlaceAreOfTheSameSessions) {
  HistoryMaker maker;
  maker.play(10, 0, 5).play(12, 0, 100);        // skipped, kept
  maker.play(1000, 0, 100).play(1003, 0, 100);  // kept, kept
  const std::vector<double> skips = curves_of(maker).skips_by_place();
  EXPECT_EQ(skips[0], .5);
  EXPECT_EQ(skips[1], 0);
  EXPECT_TRUE(std::isnan(skips[2]));
}

TEST(Curves, HoursAreApartForTheWeekend) {
  HistoryMaker maker;
  maker.play(10 * 60).play(1440 + 10 * 60);  // Monday and Tuesday at 10
  maker.play(5 * 1440 + 14 * 60);            // Saturday at 14
  const Curves curves = curves_of(maker);
  EXPECT_EQ(curves.weekday_hours()[10], 1);
  EXPECT_EQ(curves.weekend_hours()[14], 1);
  EXPECT_NEAR(curves.session_starts()[9], 2.0 / 3, 1e-12);  // 200 s before the full hour
  EXPECT_NEAR(curves.session_minutes()[9], 200.0 / 60, 1e-12);
}

TEST(Curves, DiscoveryTakesTheMedianOfThoseWhoHaveSoMany) {
  Curves curves;
  for (const int step : {1, 2, 4}) {
    HistoryMaker maker;
    for (int i = 0; i < 100; ++i) maker.play(i, i / step);
    curves.add(History(maker.listener()));
  }
  const std::vector<double> discovery = curves.discovery();
  EXPECT_EQ(discovery[3], 50);  // of 100 plays
  EXPECT_TRUE(std::isnan(discovery[4]));
}

TEST(Curves, RepeatDensityIsAPlay) {
  HistoryMaker maker;
  maker.tracks({0, 0, 10, 20, 30, 0});  // after 1 and after 4: the bin of 3 and 4
  const std::vector<double> density = curves_of(maker).repeat_density();
  EXPECT_EQ(density[0], .5);
  EXPECT_EQ(density[1], 0);
  EXPECT_EQ(density[2], .25);
}

}  // namespace
}  // namespace wrapfeed::realism
