#include "users/season.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "users/geography.h"

namespace wrapfeed::users {
namespace {

base::Days date(std::string_view text) { return base::parse_date("date", text); }

double share(std::string_view country, std::string_view day) {
  return festive_share({country[0], country[1]}, date(day));
}

double mean_share(std::string_view country, std::string_view first, std::string_view last) {
  double sum = 0;
  for (base::Days day = date(first); day <= date(last); ++day) sum += festive_share({country[0], country[1]}, day);
  return sum / (date(last) - date(first) + 1);
}

TEST(SeasonalLevel, HasMeanZeroAndIsSmall) {
  for (const double latitude : {-40.0, -20.0, 0.0, 10.0, 25.0, 52.0}) {
    double sum = 0, low = 1, high = -1;
    for (base::Days day = date("2025-01-01"); day <= date("2025-12-31"); ++day) {
      const double level = seasonal_level(latitude, day);
      sum += level;
      low = std::min(low, level);
      high = std::max(high, level);
    }
    EXPECT_NEAR(sum / 365, 0, 0.001) << latitude;
    EXPECT_GE(low, -0.08);
    EXPECT_LE(high, 0.06);
    EXPECT_GT(high - low, 0.02);
  }
}

TEST(SeasonalLevel, FollowsTheHemisphere) {
  EXPECT_LT(seasonal_level(50, date("2025-07-25")), -0.045);
  EXPECT_GT(seasonal_level(50, date("2025-12-10")), 0.03);
  EXPECT_LT(seasonal_level(-35, date("2025-01-15")), -0.05);
  EXPECT_GT(seasonal_level(-35, date("2025-07-25")), 0);
  EXPECT_NEAR(seasonal_level(5, date("2025-07-25")), seasonal_level(50, date("2025-07-25")) / 3, 1e-12);
}

TEST(SeasonalLevel, NeverJumps) {
  for (const double latitude : {-40.0, 52.0}) {
    for (base::Days day = date("2024-01-01"); day < date("2026-01-01"); ++day) {
      EXPECT_LT(std::fabs(seasonal_level(latitude, day + 1) - seasonal_level(latitude, day)), 0.003) << day;
    }
  }
}

TEST(FestiveShare, HasThePublishedFigures) {
  EXPECT_NEAR(mean_share("US", "2023-12-18", "2023-12-24"), 0.13, 0.015);  // Luminate's peak week
  EXPECT_NEAR(mean_share("SE", "2016-12-01", "2016-12-31"), 1.0 / 6, 0.03);
  EXPECT_NEAR(mean_share("NO", "2016-12-01", "2016-12-31"), 1.0 / 6, 0.03);
  EXPECT_NEAR(mean_share("BR", "2016-12-01", "2016-12-31"), 1.0 / 150, 0.001);
  EXPECT_GT(share("SE", "2016-12-24"), 0.2);
  EXPECT_LT(share("FR", "2016-12-15"), 0.05);
  EXPECT_GT(share("FR", "2016-12-24"), 0.05);
}

TEST(FestiveShare, IsOfTheSeasonAlone) {
  EXPECT_EQ(share("US", "2025-11-14"), 0);
  EXPECT_GT(share("US", "2025-11-20"), 0);
  EXPECT_GT(share("US", "2025-12-26"), 0);
  EXPECT_EQ(share("US", "2025-12-27"), 0);
  EXPECT_GT(share("ES", "2026-01-04"), 0);  // until the Three Kings
  EXPECT_EQ(share("ES", "2026-01-06"), 0);
  EXPECT_EQ(share("US", "2025-07-01"), 0);
  EXPECT_EQ(share("US", "2025-06-30"), 0);
  for (base::Days day = date("2025-11-01"); day < date("2025-12-24"); ++day) {
    EXPECT_LE(festive_share({'U', 'S'}, day), festive_share({'U', 'S'}, day + 1));
  }
}

TEST(FestiveShare, KeepsTheCountrysCustom) {
  EXPECT_GT(share("RS", "2026-01-06"), share("RS", "2025-12-24"));  // Christmas is 7 January
  EXPECT_GT(share("RS", "2026-01-08"), 0);
  EXPECT_EQ(share("RS", "2026-01-09"), 0);
  for (const std::string_view country : {"SA", "TR", "PK", "IL", "IR", "XX"}) {
    EXPECT_EQ(share(country, "2025-12-24"), 0) << country;
  }
  for (const Country& country : Geography::instance().countries()) {
    for (base::Days day = date("2025-01-01"); day < date("2026-02-01"); ++day) {
      const double value = festive_share(country.code, day);
      ASSERT_GE(value, 0);
      ASSERT_LE(value, 0.31);
    }
  }
}

}  // namespace
}  // namespace wrapfeed::users
