#pragma once

#include <array>
#include <string_view>

#include "base/time.h"

namespace wrapfeed::base {

// What a zone does every year after the last change that its file lists, in POSIX notation, such as
// "CET-1CEST,M3.5.0,M10.5.0/3": standard and daylight saving time, and when each begins.
class ZoneRule {
 public:
  // Error unless the text has that form (dates as Mmonth.week.weekday, the only one in use).
  explicit ZoneRule(std::string_view text);

  struct Change {
    Millis at;
    int offset_minutes;  // from then on
  };
  std::array<Change, 2> changes_in(int year) const;  // in order of time

 private:
  struct Moment {
    unsigned month;
    unsigned week;     // 1 to 5; 5 is the last of the month
    unsigned weekday;  // Sunday = 0
    Millis local;      // after midnight of that day, on the clock before the change; may be negative
  };
  int standard_minutes_ = 0;
  int saving_minutes_ = 0;
  Moment saving_begins_{};
  Moment saving_ends_{};
};

}  // namespace wrapfeed::base
