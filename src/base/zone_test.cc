#include "base/zone.h"

#include <date/tz.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "base/error.h"

namespace wrapfeed::base {
namespace {

Millis at(int year, unsigned month, unsigned day, int hour = 0, int minute = 0) {
  return days_from_civil(year, month, day) * kDay + hour * kHour + minute * kMinute;
}

Millis local_reading(const Zone& zone, Millis utc) { return utc + zone.offset_minutes(utc) * kMinute; }

TEST(Zone, KnowsOffsets) {
  EXPECT_EQ(Zone::find("UTC").offset_minutes(at(2025, 7, 1)), 0);
  EXPECT_EQ(Zone::find("Europe/Berlin").offset_minutes(at(2025, 1, 1)), 60);
  EXPECT_EQ(Zone::find("Europe/Berlin").offset_minutes(at(2025, 7, 1)), 120);
  EXPECT_EQ(Zone::find("Asia/Kolkata").offset_minutes(at(2025, 7, 1)), 330);
  EXPECT_EQ(Zone::find("Asia/Kathmandu").offset_minutes(at(2025, 7, 1)), 345);
  EXPECT_EQ(Zone::find("Australia/Lord_Howe").offset_minutes(at(2025, 7, 1)), 630);
  EXPECT_EQ(Zone::find("Australia/Lord_Howe").offset_minutes(at(2025, 1, 1)), 660);
  EXPECT_EQ(Zone::find("America/Sao_Paulo").offset_minutes(at(2018, 12, 1)), -120);
  EXPECT_EQ(Zone::find("America/Sao_Paulo").offset_minutes(at(2025, 12, 1)), -180);  // no DST since 2019
  EXPECT_EQ(Zone::find("Pacific/Apia").offset_minutes(at(2011, 12, 30, 9, 59)), -600);
  EXPECT_EQ(Zone::find("Pacific/Apia").offset_minutes(at(2011, 12, 30, 10)), 840);
}

TEST(Zone, ChangesAtTheExactMillisecond) {
  const Zone& zone = Zone::find("America/New_York");
  const Millis change = at(2025, 3, 9, 7);
  EXPECT_EQ(zone.offset_minutes(change - 1), -300);
  EXPECT_EQ(zone.offset_minutes(change), -240);
  EXPECT_EQ(zone.interval_at(change).begin, change);
  EXPECT_EQ(zone.interval_at(change - 1).end, change);
  EXPECT_EQ(zone.interval_at(change).end, at(2025, 11, 2, 6));
}

TEST(Zone, AZoneWithoutChangesIsOneInterval) {
  const Zone::Interval& all = Zone::find("UTC").interval_at(0);
  EXPECT_LE(all.begin, at(1900, 1, 1));
  EXPECT_GE(all.end, at(2199, 12, 31));
}

TEST(Zone, ASkippedHourMapsToTheChange) {
  const Zone& zone = Zone::find("Europe/Berlin");
  const Millis change = at(2025, 3, 30, 1);
  EXPECT_EQ(zone.to_utc(at(2025, 3, 30, 2) - 1), change - 1);
  EXPECT_EQ(zone.to_utc(at(2025, 3, 30, 2)), change);
  EXPECT_EQ(zone.to_utc(at(2025, 3, 30, 2, 30)), change);
  EXPECT_EQ(zone.to_utc(at(2025, 3, 30, 3)), change);
  EXPECT_EQ(zone.to_utc(at(2025, 3, 30, 3, 1)), change + kMinute);
}

TEST(Zone, ARepeatedHourMapsToItsFirstReading) {
  const Zone& zone = Zone::find("Europe/Berlin");
  EXPECT_EQ(zone.to_utc(at(2025, 10, 26, 2)), at(2025, 10, 26, 0));
  EXPECT_EQ(zone.to_utc(at(2025, 10, 26, 2, 59)), at(2025, 10, 26, 0, 59));
  EXPECT_EQ(zone.to_utc(at(2025, 10, 26, 3)), at(2025, 10, 26, 2));
}

TEST(Zone, LordHoweShiftsByHalfAnHour) {
  const Zone& zone = Zone::find("Australia/Lord_Howe");
  const Millis forward = at(2025, 10, 4, 15, 30);  // 02:00 becomes 02:30
  EXPECT_EQ(zone.to_utc(at(2025, 10, 5, 2, 15)), forward);
  EXPECT_EQ(zone.to_utc(at(2025, 10, 5, 2, 31)), forward + kMinute);
  // 02:00 becomes 01:30: 01:45 is read twice
  EXPECT_EQ(zone.to_utc(at(2025, 4, 6, 1, 45)), at(2025, 4, 5, 14, 45));
  EXPECT_EQ(zone.to_utc(at(2025, 4, 6, 2)), at(2025, 4, 5, 15, 30));
}

TEST(Zone, ApiaSkipsAWholeDay) {
  const Zone& zone = Zone::find("Pacific/Apia");
  const Millis change = at(2011, 12, 30, 10);
  EXPECT_EQ(zone.to_utc(at(2011, 12, 29, 23, 59)), change - kMinute);
  EXPECT_EQ(zone.to_utc(at(2011, 12, 30)), change);
  EXPECT_EQ(zone.to_utc(at(2011, 12, 30, 23, 59)), change);
  EXPECT_EQ(zone.to_utc(at(2011, 12, 31)), change);
  EXPECT_EQ(zone.to_utc(at(2011, 12, 31, 1)), change + kHour);
}

TEST(Zone, SaoPauloHadNoMidnightOnSomeDays) {
  const Zone& zone = Zone::find("America/Sao_Paulo");
  const Millis change = at(2018, 11, 4, 3);
  EXPECT_EQ(zone.to_utc(at(2018, 11, 4)), change);
  EXPECT_EQ(zone.to_utc(at(2018, 11, 4, 1)), change);
  EXPECT_EQ(zone.to_utc(at(2018, 2, 17, 23, 30)), at(2018, 2, 18, 1, 30));  // read twice
}

TEST(Zone, RulesGoOnWhereTheListOfChangesStops) {
  EXPECT_EQ(Zone::find("Europe/Berlin").offset_minutes(at(2050, 7, 1)), 120);
  EXPECT_EQ(Zone::find("Europe/Berlin").offset_minutes(at(2100, 1, 15)), 60);
  EXPECT_EQ(Zone::find("Europe/Berlin").to_utc(at(2040, 3, 25, 2, 30)), at(2040, 3, 25, 1));
  EXPECT_EQ(Zone::find("Australia/Sydney").offset_minutes(at(2060, 1, 15)), 660);
  EXPECT_EQ(Zone::find("Australia/Sydney").offset_minutes(at(2060, 7, 15)), 600);
  EXPECT_EQ(Zone::find("Asia/Tokyo").offset_minutes(at(2060, 7, 15)), 540);
}

TEST(Zone, UnknownNamesAreErrors) {
  for (const char* name : {"", "Mars/Olympus", "europe/berlin", "../../../etc/passwd", "Europe"}) {
    EXPECT_THROW(Zone::find(name), Error) << name;
  }
  try {
    Zone::find("Mars/Olympus");
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("time zone \"Mars/Olympus\""));
  }
}

TEST(Zone, EveryZoneAgreesWithTheLibraryUntil2037) {
  for (const auto& other : date::get_tzdb().zones) {
    const Zone& zone = Zone::find(other.name());
    EXPECT_EQ(zone.name(), other.name());
    for (Millis instant = at(1972, 2, 1); instant < at(2037, 10, 1); instant += 5 * kDay + 7 * kHour) {
      const auto info = other.get_info(date::sys_seconds{std::chrono::seconds{instant / kSecond}});
      ASSERT_EQ(zone.offset_minutes(instant), info.offset.count() / 60) << other.name() << " " << instant;
    }
  }
}

TEST(Zone, OneZoneIsBuiltOnceForAllThreads) {
  std::vector<const Zone*> found(8);
  std::vector<std::thread> threads;
  for (const Zone*& slot : found) {
    threads.emplace_back([&slot] { slot = &Zone::find("America/Santiago"); });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(found, testing::Each(found.front()));
}

const Zone& any_zone() {
  return Zone::find(*rc::gen::element<std::string>("Europe/Berlin", "America/New_York", "Australia/Lord_Howe",
                                                   "Pacific/Apia", "Asia/Kolkata", "America/Sao_Paulo", "Africa/Cairo",
                                                   "America/St_Johns", "Africa/Casablanca", "Antarctica/Troll"));
}

RC_GTEST_PROP(Zone, AReadingComesBackToItsFirstInstant, ()) {
  const Zone& zone = any_zone();
  const Millis utc = *rc::gen::inRange<Millis>(at(1971, 1, 1), at(2100, 1, 1));
  const Millis local = local_reading(zone, utc);
  const Millis back = zone.to_utc(local);
  RC_ASSERT(back <= utc);
  RC_ASSERT(local_reading(zone, back) == local);
}

RC_GTEST_PROP(Zone, ToUtcIsTheFirstInstantThatReadsAsMuch, ()) {
  const Zone& zone = any_zone();
  const Zone::Interval& interval = zone.interval_at(*rc::gen::inRange<Millis>(at(1971, 1, 1), at(2100, 1, 1)));
  // Near a change, where it matters.
  const Millis change = std::min(interval.end, at(2100, 1, 1));
  const Millis local = local_reading(zone, change) + *rc::gen::inRange<Millis>(-2 * kDay, 2 * kDay);
  const Millis utc = zone.to_utc(local);
  RC_ASSERT(local_reading(zone, utc) >= local);
  RC_ASSERT(local_reading(zone, utc - 1) < local);
  for (Millis earlier = utc - 1; earlier > utc - 2 * kDay; earlier -= 10 * kMinute) {
    RC_ASSERT(local_reading(zone, earlier) < local);
  }
}

TEST(ZoneDataVersion, IsTheSystems) {
  if (!std::filesystem::exists("/usr/share/zoneinfo/tzdata.zi")) {
    EXPECT_EQ(time_zone_data_version(), "unknown");
  } else {
    EXPECT_THAT(std::string(time_zone_data_version()), testing::MatchesRegex("20[0-9][0-9][a-z]+.*"));
  }
}

TEST(ZoneClock, AnswersAsTheZoneDoes) {
  for (const char* name : {"Europe/Berlin", "Pacific/Apia", "Australia/Lord_Howe", "Asia/Kolkata"}) {
    const Zone& zone = Zone::find(name);
    ZoneClock clock(zone);
    // Through two years of changes and Apia's lost day, and back again.
    for (const Millis step : {37 * kMinute, -53 * kMinute}) {
      const Millis first = step > 0 ? 15'000 * kDay : 15'800 * kDay;
      for (int i = 0; i < 20'000; ++i) {
        const Millis instant = first + i * step;
        ASSERT_EQ(clock.to_utc(instant), zone.to_utc(instant)) << name << ' ' << format_instant(instant);
        ASSERT_EQ(clock.interval_at(instant).begin, zone.interval_at(instant).begin) << name;
      }
    }
  }
}

}  // namespace
}  // namespace wrapfeed::base
