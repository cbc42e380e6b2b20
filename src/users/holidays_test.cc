#include "users/holidays.h"

#include <gtest/gtest.h>

#include <string>

#include "users/geography.h"
#include "users/holiday_rule.h"

namespace wrapfeed::users {
namespace {

base::Days date(std::string_view text) { return base::parse_date("date", text); }

bool holiday(std::string_view country, std::string_view day) {
  return Holidays::instance().is_holiday({country[0], country[1]}, date(day));
}

int holidays_in(events::Country country, int year) {
  int count = 0;
  for (base::Days day = base::days_from_civil(year, 1, 1); day < base::days_from_civil(year + 1, 1, 1); ++day) {
    count += Holidays::instance().is_holiday(country, day);
  }
  return count;
}

TEST(Easter, FallsOnKnownDays) {
  EXPECT_EQ(easter(2025), date("2025-04-20"));
  EXPECT_EQ(easter(2024), date("2024-03-31"));
  EXPECT_EQ(easter(2008), date("2008-03-23"));  // nearly the earliest
  EXPECT_EQ(easter(2038), date("2038-04-25"));  // the latest
  EXPECT_EQ(orthodox_easter(2025), date("2025-04-20"));
  EXPECT_EQ(orthodox_easter(2024), date("2024-05-05"));
  EXPECT_EQ(orthodox_easter(2021), date("2021-05-02"));
  for (int year = 1900; year < 2100; ++year) {
    EXPECT_EQ(base::weekday(easter(year)), 6);
    EXPECT_EQ(base::weekday(orthodox_easter(year)), 6);
    EXPECT_GE(orthodox_easter(year), easter(year));
  }
}

TEST(Holidays, FixedDates) {
  EXPECT_TRUE(holiday("FR", "2025-07-14"));
  EXPECT_FALSE(holiday("FR", "2025-07-15"));
  EXPECT_TRUE(holiday("DE", "2031-10-03"));
  EXPECT_FALSE(holiday("GB", "2025-10-03"));
  EXPECT_TRUE(holiday("JP", "2024-11-03"));
  EXPECT_TRUE(holiday("RS", "2025-01-07"));
  EXPECT_FALSE(holiday("SA", "2025-12-25"));
}

TEST(Holidays, DaysOfEaster) {
  EXPECT_TRUE(holiday("DE", "2025-04-18"));
  EXPECT_TRUE(holiday("DE", "2025-05-29"));   // Ascension
  EXPECT_TRUE(holiday("BR", "2025-03-04"));   // carnival
  EXPECT_TRUE(holiday("CO", "2025-06-23"));   // Corpus Christi, moved to Monday
  EXPECT_TRUE(holiday("GR", "2024-05-06"));   // Easter Monday of the eastern church
  EXPECT_FALSE(holiday("GR", "2024-04-01"));  // of the western one
}

TEST(Holidays, WeekdaysOfAMonth) {
  EXPECT_TRUE(holiday("US", "2025-11-27"));  // Thanksgiving: fourth Thursday
  EXPECT_TRUE(holiday("US", "2024-11-28"));
  EXPECT_TRUE(holiday("US", "2025-05-26"));  // Memorial Day: last Monday
  EXPECT_TRUE(holiday("GB", "2025-08-25"));
  EXPECT_TRUE(holiday("SE", "2025-06-21"));  // Midsummer
  EXPECT_TRUE(holiday("CA", "2025-10-13"));
}

TEST(Holidays, DaysOfTheMoon) {
  EXPECT_TRUE(holiday("CN", "2025-01-29"));  // Lunar New Year
  EXPECT_TRUE(holiday("KR", "2024-02-10"));
  EXPECT_TRUE(holiday("VN", "2026-02-17"));
  EXPECT_FALSE(holiday("JP", "2025-01-29"));
  EXPECT_TRUE(holiday("SA", "2025-03-30"));  // Eid al-Fitr
  EXPECT_TRUE(holiday("TR", "2025-06-06"));  // Eid al-Adha
  EXPECT_TRUE(holiday("IN", "2025-10-20"));  // Diwali
  EXPECT_TRUE(holiday("SG", "2024-10-31"));
  EXPECT_TRUE(holiday("IL", "2025-10-02"));  // Yom Kippur
  EXPECT_TRUE(holiday("SA", "2033-01-02"));  // two Eids of one year
  EXPECT_TRUE(holiday("SA", "2033-12-23"));
}

TEST(Holidays, WeekendsGiveWeekdays) {
  EXPECT_TRUE(holiday("GB", "2021-12-27"));  // Christmas on a Saturday and Boxing Day on a Sunday
  EXPECT_TRUE(holiday("GB", "2021-12-28"));
  EXPECT_FALSE(holiday("GB", "2021-12-29"));
  EXPECT_TRUE(holiday("US", "2026-07-03"));  // Independence Day on a Saturday
  EXPECT_TRUE(holiday("US", "2021-07-05"));  // on a Sunday
  EXPECT_TRUE(holiday("ZA", "2024-06-17"));  // Youth Day on a Sunday
  EXPECT_FALSE(holiday("ZA", "2025-09-22"));
  EXPECT_FALSE(holiday("DE", "2021-12-27"));
}

TEST(Holidays, EveryCountryOfTheGeographyHasSome) {
  for (const Country& country : Geography::instance().countries()) {
    for (const int year : {2016, 2025, 2034}) {
      const int count = holidays_in(country.code, year);
      const std::string name(country.code.data(), 2);
      EXPECT_GE(count, name == "UY" ? 9 : 7) << name << " " << year;
      EXPECT_LE(count, 36) << name << " " << year;
    }
  }
}

TEST(Holidays, NoneElsewhere) {
  EXPECT_FALSE(holiday("XX", "2025-01-01"));
  EXPECT_FALSE(Holidays::instance().is_holiday({'\0', '\0'}, date("2025-01-01")));
  EXPECT_FALSE(holiday("FR", "1999-07-14"));
  EXPECT_FALSE(holiday("FR", "2100-07-14"));
  EXPECT_TRUE(holiday("FR", "2099-07-14"));
}

}  // namespace
}  // namespace wrapfeed::users
