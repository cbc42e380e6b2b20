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

// Version of the system's time zone data, such as "2025b"; for the manifest.
std::string_view time_zone_data_version();

}  // namespace wrapfeed::base
