#pragma once

#include <string_view>
#include <vector>

#include "base/time.h"

namespace wrapfeed::users {

base::Days easter(int year);           // Easter Sunday of the western churches, Gregorian calendar
base::Days orthodox_easter(int year);  // of the eastern churches, as a Gregorian date; 1900 to 2099

// When a public holiday falls, as data/holidays.csv writes it (a mistake there is a bug, CHECK):
//   12-25         every year on that date
//   11-22>thu     the first Thursday on or after 22 November
//   easter-2, orthodox+1   so many days from Easter Sunday
//   fitr+0, lunar-1 ...    so many days from a date that data/feasts.csv lists: 2015 to 2035, none in other years
class HolidayRule {
 public:
  explicit HolidayRule(std::string_view text);

  void append_days(int first_year, int last_year, std::vector<base::Days>& days) const;
  // Whether a free weekday can stand in for it; Sundays of Easter and days that never move need none.
  bool may_be_substituted() const { return kind_ == Kind::Date || kind_ == Kind::Feast; }

 private:
  enum class Kind : std::uint8_t { Date, Weekday, Easter, Orthodox, Feast };
  void parse_date(std::string_view text);
  void parse_offset(std::string_view text, std::size_t sign);

  Kind kind_ = Kind::Date;
  unsigned month_ = 0;
  unsigned day_ = 0;
  int weekday_ = 0;                // Monday = 0
  int offset_ = 0;                 // days
  std::vector<base::Days> dates_;  // of the feast
};

}  // namespace wrapfeed::users
