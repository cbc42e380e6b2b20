#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace wrapfeed::base {

// Calendar time is counted, not stored in fields: days since 1970-01-01 and milliseconds since 1970-01-01T00:00Z.
using Days = std::int32_t;
using Millis = std::int64_t;

inline constexpr Millis kSecond = 1000;
inline constexpr Millis kMinute = 60 * kSecond;
inline constexpr Millis kHour = 60 * kMinute;
inline constexpr Millis kDay = 24 * kHour;

// "2025-02-28" -> days; Error naming `what` and the value unless it is a real date between 1900 and 2199.
Days parse_date(std::string_view what, std::string_view text);
std::string format_date(Days days);          // "2025-02-28"
std::string format_instant(Millis instant);  // "2025-02-28T23:59:59.999Z"
Days days_from_civil(int year, unsigned month, unsigned day);
struct Civil {
  int year;
  unsigned month;
  unsigned day;
};
Civil civil_from_days(Days days);
constexpr Days day_of(Millis instant) {  // floor, also before 1970
  return static_cast<Days>(instant >= 0 ? instant / kDay : -((-instant + kDay - 1) / kDay));
}
constexpr int weekday(Days days) {  // Monday = 0 ... Sunday = 6
  return static_cast<int>(((days % 7) + 7 + 3) % 7);
}

}  // namespace wrapfeed::base
