#include "base/zone_rule.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/error.h"

namespace wrapfeed::base {
namespace {

std::string changes(std::string_view text, int year) {
  std::string result;
  for (const auto& change : ZoneRule(text).changes_in(year)) {
    result += format_instant(change.at).substr(0, 16) + " " + std::to_string(change.offset_minutes) + ";";
  }
  return result;
}

TEST(ZoneRule, ReadsWhatZonesUse) {
  EXPECT_EQ(changes("CET-1CEST,M3.5.0,M10.5.0/3", 2040), "2040-03-25T01:00 120;2040-10-28T01:00 60;");
  EXPECT_EQ(changes("EST5EDT,M3.2.0,M11.1.0", 2025), "2025-03-09T07:00 -240;2025-11-02T06:00 -300;");
  EXPECT_EQ(changes("ACST-9:30ACDT,M10.1.0,M4.1.0/3", 2025), "2025-04-05T16:30 570;2025-10-04T16:30 630;");
  EXPECT_EQ(changes("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 2025), "2025-04-05T15:00 630;2025-10-04T15:30 660;");
}

TEST(ZoneRule, ReadsTimesOutsideTheDay) {
  EXPECT_EQ(changes("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 2025), "2025-03-30T01:00 -60;2025-10-26T01:00 -120;");
  EXPECT_EQ(changes("EET-2EEST,M3.4.4/50,M10.4.4/50", 2025), "2025-03-29T00:00 180;2025-10-24T23:00 120;");
}

TEST(ZoneRule, ReadsSavingTimeInWinter) {
  EXPECT_EQ(changes("IST-1GMT0,M10.5.0,M3.5.0/1", 2025), "2025-03-30T01:00 60;2025-10-26T01:00 0;");
}

TEST(ZoneRule, RejectsWhatItDoesNotUnderstand) {
  for (const char* text :
       {"", "CET", "CET-1", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,J60,J300", "CET-1CEST,M13.5.0,M10.5.0",
        "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0/3x",
        "<CET-1CEST,M3.5.0,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0/999"}) {
    EXPECT_THROW(ZoneRule{text}, Error) << text;
  }
}

}  // namespace
}  // namespace wrapfeed::base
