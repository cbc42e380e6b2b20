#include "base/time.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "base/error.h"

namespace wrapfeed::base {
namespace {

const Days kFirst = parse_date("", "1900-01-01");
const Days kLast = parse_date("", "2199-12-31");

TEST(Time, ParsesKnownDates) {
  EXPECT_EQ(parse_date("--from", "1970-01-01"), 0);
  EXPECT_EQ(parse_date("--from", "1969-12-31"), -1);
  EXPECT_EQ(parse_date("--from", "2000-02-29"), 11016);
  EXPECT_EQ(parse_date("--from", "2025-01-01"), 20089);
  EXPECT_EQ(kFirst, -25567);
}

TEST(Time, RejectsEverythingElse) {
  for (const char* text : {"", "2025", "2025-2-1", "2025-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-01-00",
                           "2025-04-31", "1899-12-31", "2200-01-01", "2025/01/01", "2025-01-01 ", " 2025-01-01",
                           "+025-01-01", "2025-01-1a", "20250-1-01", "2025-01-01T00:00", "-025-01-01"}) {
    EXPECT_THROW(parse_date("--from", text), Error) << text;
  }
}

TEST(Time, ErrorNamesTheFlagTheValueAndWhatIsAllowed) {
  try {
    parse_date("--from", "2025-02-30");
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "--from: \"2025-02-30\" is not a date (YYYY-MM-DD, 1900 to 2199)");
  }
}

TEST(Time, FormatsInstants) {
  EXPECT_EQ(format_instant(0), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(format_instant(-1), "1969-12-31T23:59:59.999Z");
  EXPECT_EQ(format_instant(1740787199999), "2025-02-28T23:59:59.999Z");
}

TEST(Time, CountsDaysDownwardBefore1970) {
  EXPECT_EQ(day_of(kDay - 1), 0);
  EXPECT_EQ(day_of(-1), -1);
  EXPECT_EQ(day_of(-kDay), -1);
  EXPECT_EQ(day_of(-kDay - 1), -2);
}

TEST(Time, KnowsWeekdays) {
  EXPECT_EQ(weekday(0), 3);                             // a Thursday
  EXPECT_EQ(weekday(parse_date("", "2025-01-06")), 0);  // a Monday
  EXPECT_EQ(weekday(parse_date("", "1969-12-28")), 6);  // a Sunday
  EXPECT_EQ(weekday(parse_date("", "1900-01-01")), 0);  // a Monday
}

TEST(Time, EveryDateThatParsesReadsBackTheSame) {
  for (Days days = kFirst; days <= kLast; ++days) {
    const std::string text = format_date(days);
    ASSERT_EQ(parse_date("date", text), days);
    const Civil civil = civil_from_days(days);
    ASSERT_EQ(days_from_civil(civil.year, civil.month, civil.day), days);
    ASSERT_EQ(weekday(days + 1), (weekday(days) + 1) % 7);
  }
}

RC_GTEST_PROP(Time, AnyTextIsADateOrAnError, ()) {
  const auto digits = rc::gen::container<std::string>(rc::gen::element('0', '1', '2', '3', '9', '-', 'x', ' '));
  const std::string text = *digits;
  try {
    RC_ASSERT(format_date(parse_date("date", text)) == text);
  } catch (const Error&) {
  }
}

RC_GTEST_PROP(Time, InstantsFormatInOrder, ()) {
  const Millis first = *rc::gen::inRange<Millis>(kFirst * kDay, kLast * kDay);
  const Millis second = *rc::gen::inRange<Millis>(kFirst * kDay, kLast * kDay);
  RC_ASSERT((first < second) == (format_instant(first) < format_instant(second)));
  RC_ASSERT(format_instant(first).substr(0, 10) == format_date(day_of(first)));
}

}  // namespace
}  // namespace wrapfeed::base
