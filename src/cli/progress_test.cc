#include "cli/progress.h"

#include <gtest/gtest.h>

namespace wrapfeed::cli {
namespace {

TEST(Progress, TellsPercentRateAndTimeLeft) {
  EXPECT_EQ(progress_text(250, 1000, 5'000'000, 10, false),
            " 25% 250 of 1,000 users, 5,000,000 events, 500,000 events/s, 0:30 left");
}

TEST(Progress, SaysNothingOfTheEndBeforeThereIsARate) {
  EXPECT_EQ(progress_text(0, 10, 0, 0, false), "  0% 0 of 10 users, 0 events, 0 events/s");
}

TEST(Progress, BarFillsFromEmptyToFull) {
  EXPECT_TRUE(progress_text(0, 10, 0, 1, true).starts_with("[..............................]   0%"));
  EXPECT_TRUE(progress_text(5, 10, 0, 1, true).starts_with("[###############...............]  50%"));
  EXPECT_TRUE(progress_text(10, 10, 0, 1, true).starts_with("[##############################] 100%"));
}

TEST(Progress, StepsAreNamed) {
  EXPECT_EQ(step_text(3, 12, "streams", false), " 25% streams");
  EXPECT_EQ(step_text(6, 12, "totals", true), "[###############...............]  50% totals");
}

}  // namespace
}  // namespace wrapfeed::cli
