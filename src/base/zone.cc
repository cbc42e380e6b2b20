#include "base/zone.h"

#include <date/tz.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "base/error.h"
#include "base/file.h"
#include "base/zone_rule.h"

namespace wrapfeed::base {
namespace {

constexpr std::string_view kFolder = "/usr/share/zoneinfo";
constexpr int kTableEndYear = 2101;
constexpr Millis kTableEnd =
    std::chrono::sys_days{std::chrono::year{kTableEndYear} / 1 / 1}.time_since_epoch().count() * kDay;

const date::time_zone& locate(std::string_view name) {
  try {
    return *date::locate_zone(std::string(name));
  } catch (const std::runtime_error&) {
    fail("time zone \"{}\" is not in the system's time zone data (IANA names, such as Europe/Berlin)", name);
  }
}

Zone::Interval next_interval(const date::time_zone& zone, Millis begin) {
  const auto info = zone.get_info(date::sys_seconds{std::chrono::seconds{begin / kSecond}});
  const Millis end = std::min<Millis>(info.end.time_since_epoch().count(), kTableEnd / kSecond) * kSecond;
  const auto offset = std::chrono::duration_cast<std::chrono::minutes>(info.offset).count();
  return {begin, end, static_cast<int>(offset)};
}

// The last line of the zone's file (RFC 8536, footer), if it is a rule with changes; else nothing.
std::string rule_of(std::string_view name) {
  std::string text = read_text(std::filesystem::path(kFolder) / name);
  if (!text.ends_with('\n')) return {};
  text.pop_back();
  const std::string rule = text.substr(text.rfind('\n') + 1);
  return rule.find(',') == std::string::npos ? std::string() : rule;
}

}  // namespace

const Zone& Zone::find(std::string_view name) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<const Zone>, std::less<>> zones;
  const std::scoped_lock lock(mutex);
  if (const auto known = zones.find(name); known != zones.end()) return *known->second;
  std::unique_ptr<Zone> zone(new Zone(name));
  const auto [place, added] = zones.emplace(name, nullptr);
  zone->name_ = place->first;  // map nodes never move
  place->second = std::move(zone);
  return *place->second;
}

Zone::Zone(std::string_view name) : name_(name) {
  const date::time_zone& zone = locate(name);
  for (Millis begin = 0; begin < kTableEnd; begin = intervals_.back().end) append(next_interval(zone, begin));
  if (const std::string rule = rule_of(name); !rule.empty()) follow(ZoneRule(rule));
  // Outside the table the nearest offset holds.
  intervals_.front().begin = days_from_civil(1, 1, 1) * kDay;
  intervals_.back().end = days_from_civil(9999, 1, 1) * kDay;
}

// A change of the zone's abbreviation alone ends an interval of the library's, but none of ours.
void Zone::append(const Interval& next) {
  if (!intervals_.empty() && intervals_.back().offset_minutes == next.offset_minutes) {
    intervals_.back().end = next.end;
  } else {
    intervals_.push_back(next);
  }
}

// The library knows the changes that the zone's file lists, up to 2037, and lets the last offset stand from there on;
// the rule goes on where the list stops.
void Zone::follow(const ZoneRule& rule) {
  const Days known_until = day_of(intervals_.back().begin);
  for (int year = civil_from_days(known_until).year; year < kTableEndYear; ++year) {
    for (const auto& change : rule.changes_in(year)) {
      if (change.at <= intervals_.back().begin) continue;
      intervals_.back().end = change.at;
      append({change.at, kTableEnd, change.offset_minutes});
    }
  }
}

const Zone::Interval& Zone::interval_at(Millis utc) const {
  const auto starts_after = [](Millis instant, const Interval& interval) { return instant < interval.begin; };
  const auto next = std::upper_bound(intervals_.begin() + 1, intervals_.end(), utc, starts_after);
  return *(next - 1);
}

int Zone::offset_minutes(Millis utc) const { return interval_at(utc).offset_minutes; }

Millis Zone::to_utc(Millis local) const {
  // No offset reaches a day, so no instant more than a day before the reading can show it.
  const Interval* interval = &interval_at(local - kDay);
  const Interval* last = &intervals_.back();
  while (interval != last && interval->end + interval->offset_minutes * kMinute <= local) ++interval;
  return std::max(interval->begin, local - interval->offset_minutes * kMinute);
}

std::string_view time_zone_data_version() {
  static const std::string version = [] {
    constexpr std::string_view kPrefix = "# version ";
    std::ifstream file(std::filesystem::path(kFolder) / "tzdata.zi");
    std::string line;
    if (!std::getline(file, line) || !line.starts_with(kPrefix)) return std::string("unknown");
    return line.substr(kPrefix.size());
  }();
  return version;
}

}  // namespace wrapfeed::base
