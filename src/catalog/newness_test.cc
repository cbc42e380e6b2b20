#include "catalog/newness.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wrapfeed::catalog {
namespace {

const base::Days kReference = base::days_from_civil(2024, 1, 1);

TEST(Newness, CountsWholeCalendarMonths) {
  EXPECT_EQ(months_since(base::days_from_civil(1922, 1, 1), kReference), 1224);
  EXPECT_EQ(months_since(base::days_from_civil(2021, 4, 16), kReference), 32);
  EXPECT_EQ(months_since(base::days_from_civil(2021, 4, 1), kReference), 33);
  EXPECT_EQ(months_since(base::days_from_civil(2023, 12, 31), kReference), 0);
  EXPECT_EQ(months_since(base::days_from_civil(2023, 12, 1), kReference), 1);
  EXPECT_EQ(months_since(base::days_from_civil(2024, 1, 1), kReference), 0);
  EXPECT_EQ(months_since(base::days_from_civil(2024, 2, 28), base::days_from_civil(2025, 2, 28)), 12);
}

TEST(Newness, ReleasesAfterTheReferenceCountAsThatDay) {
  EXPECT_EQ(months_since(base::days_from_civil(2026, 12, 31), kReference), 0);
}

TEST(Newness, RunsFromTheOldestToTheNewest) {
  const std::vector<base::Days> releases = {base::days_from_civil(1922, 1, 1), base::days_from_civil(2021, 4, 16),
                                            base::days_from_civil(1971, 9, 1)};
  const std::vector<double> scores = newness_scores(releases, kReference);
  EXPECT_THAT(scores, testing::ElementsAre(0.0, 1.0, testing::DoubleEq(1.0 - (628.0 - 32) / (1224 - 32))));
}

TEST(Newness, EqualMonthsScoreOne) {
  const std::vector<base::Days> releases = {base::days_from_civil(2020, 5, 2), base::days_from_civil(2020, 5, 30)};
  EXPECT_THAT(newness_scores(releases, kReference), testing::ElementsAre(1.0, 1.0));
  EXPECT_TRUE(newness_scores({}, kReference).empty());
}

}  // namespace
}  // namespace wrapfeed::catalog
