#pragma once

#include <string_view>
#include <vector>

#include "base/time.h"

namespace wrapfeed::base {

class ZoneRule;

// The UTC offsets of one IANA time zone from 1970 to 2100, as a small table of intervals, so that an instant costs a
// search of a few numbers instead of a time zone library's call; outside these years the nearest offset holds. Offsets
// are whole minutes (Liberia's 44 min 30 s until 1972 counts as 44). Immutable: threads may share one.
class Zone {
 public:
  // The zone of that name, built once and kept; Error for a name the system's time zone data does not have.
  static const Zone& find(std::string_view name);

  std::string_view name() const { return name_; }
  int offset_minutes(Millis utc) const;  // local time minus UTC, daylight saving time included
  Millis to_local(Millis utc) const { return utc + offset_minutes(utc) * kMinute; }  // the wall clock's reading
  // The first instant whose local reading is at least `local` (a local wall clock in ms since 1970): in the hour that
  // a DST change skips, the instant of the change; in the hour it repeats, the first reading.
  Millis to_utc(Millis local) const;

  // The interval that holds `utc`: between `begin` and `end` the offset does not change.
  struct Interval {
    Millis begin;
    Millis end;
    int offset_minutes;
  };
  const Interval& interval_at(Millis utc) const;

 private:
  explicit Zone(std::string_view name);
  void append(const Interval& next);
  void follow(const ZoneRule& rule);

  std::string_view name_;
  std::vector<Interval> intervals_;
};

// A zone's clock, for one reader who asks for instants near each other: remembers the interval of its last answer, so
// that most answers are a comparison or two. The same answers as the zone's.
class ZoneClock {
 public:
  ZoneClock() = default;
  explicit ZoneClock(const Zone& zone) : zone_(&zone) {}

  const Zone& zone() const { return *zone_; }
  const Zone::Interval& interval_at(Millis utc) {
    if (utc < now_.begin || utc >= now_.end) now_ = zone_->interval_at(utc);
    return now_;
  }
  Millis to_utc(Millis local) {
    const Millis utc = local - now_.offset_minutes * kMinute;
    // No interval before this one shows that reading: no two offsets differ by two days.
    if (utc >= now_.begin + 2 * kDay && utc < now_.end) return utc;
    const Millis found = zone_->to_utc(local);
    now_ = zone_->interval_at(found);
    return found;
  }

 private:
  const Zone* zone_ = nullptr;
  Zone::Interval now_{};  // none yet
};

// Version of the system's time zone data, such as "2025b"; for the manifest.
std::string_view time_zone_data_version();

}  // namespace wrapfeed::base
