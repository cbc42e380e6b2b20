#include <gtest/gtest.h>

#include "audience.h"
#include "catalog/synthesize.h"
#include "realism/summary.h"

namespace wrapfeed::model {
namespace {

using realism::Statistic;

const realism::Sample& heavy_sample() {
  static const Service service(catalog::synthesize({}));
  static const realism::Sample sample = listen({}, service, simulation::model_of(events::Population::Heavy));
  return sample;
}

double mean_of(Statistic statistic) { return realism::mean(heavy_sample().of_counted(statistic)); }

constexpr double kPoints = .04;

// 79 self-published histories, the last two thirds of each.
TEST(Skips, FallWithFamiliarity) {
  EXPECT_NEAR(mean_of(Statistic::SkipFirstPlay), .32, kPoints);
  EXPECT_NEAR(mean_of(Statistic::SkipFewPlays), .31, kPoints);
  EXPECT_NEAR(mean_of(Statistic::SkipManyPlays), .26, kPoints);
  EXPECT_NEAR(mean_of(Statistic::Under30), .284, kPoints);
  EXPECT_GT(mean_of(Statistic::SkipFewPlays), mean_of(Statistic::SkipManyPlays) + .02);
}

// Of the same histories: the first track of a session is skipped most, then listeners settle.
TEST(Skips, DependOnThePlaceInTheSession) {
  const std::vector<double> places = heavy_sample().curves.skips_by_place();
  ASSERT_GE(places.size(), 30U);
  EXPECT_NEAR(places[0], .34, kPoints);
  EXPECT_NEAR(places[4], .24, kPoints);
  EXPECT_NEAR(places[29], .29, kPoints);
  EXPECT_GT(places[0], places[4] + .03);
  EXPECT_GT(places[29], places[4] + .02);
}

}  // namespace
}  // namespace wrapfeed::model
