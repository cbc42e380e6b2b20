#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/time.h"
#include "events/event.h"

namespace wrapfeed::users {

// The nationwide public holidays of Geography's countries, 2000 to 2099, by today's law in every year; where no day is
// nationwide, those of the most populous part (England, Ontario, Zurich, New South Wales). Days that go by the moon
// (the Eids, Lunar New Year, Diwali ...) are known from 2015 to 2035 and, where the sighting of the moon decides, can
// be a day off. Where the law gives a free weekday for a holiday at the weekend, both days count.
// Source of data/holidays.csv and data/feasts.csv: the national laws as collected by python-holidays 0.109, turned
// into rules; Islamic dates by the Umm al-Qura calendar; Ukraine as before martial law; Sri Lanka without the monthly
// full moons; Brazil, Portugal and Uruguay with their customary carnival days.
// Immutable; threads may share it.
class Holidays {
 public:
  static const Holidays& instance();  // reads data/holidays.csv and data/feasts.csv once

  bool is_holiday(events::Country country, base::Days local_date) const noexcept;  // false for an unknown country

 private:
  Holidays();
  void add_country(std::uint32_t slot, const std::vector<std::string_view>& fields);
  void mark(std::uint32_t slot, base::Days day);
  bool marked(std::uint32_t slot, base::Days day) const noexcept;

  static constexpr std::uint8_t kNone = 0xFF;
  std::array<std::uint8_t, 26 * 26> slots_;  // by country code
  std::vector<std::uint64_t> bits_;          // a row of days for each slot
};

}  // namespace wrapfeed::users
