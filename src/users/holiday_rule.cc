#include "users/holiday_rule.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/check.h"
#include "catalog/embedded_table.h"
#include "users/data_text.h"

namespace wrapfeed::users {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

int integer_of(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  CHECK(error == std::errc() && end == text.data() + text.size());
  return value;
}

std::vector<base::Days> dates_of(std::string_view feast) {
  const auto rows = catalog::embedded_rows(k_feasts_csv);
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& fields) { return fields[0] == feast; });
  CHECK(row != rows.end());
  std::vector<base::Days> dates;
  for (const std::string_view date : catalog::split((*row)[1], ' ')) {
    dates.push_back(base::parse_date("feasts.csv", date));
  }
  return dates;
}

}  // namespace

// The anonymous Gregorian algorithm (Nature, 20 April 1876; Meeus, Astronomical Algorithms, chapter 8).
base::Days easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int f = (b + 8) / 25;
  const int g = (b - f + 1) / 3;
  const int h = (19 * a + b - b / 4 - g + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return base::days_from_civil(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

// Meeus's algorithm for the Julian calendar, which is 13 days behind from 1900 to 2099.
base::Days orthodox_easter(int year) {
  const int d = (19 * (year % 19) + 15) % 30;
  const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const int n = d + e + 114;
  return base::days_from_civil(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1)) + 13;
}

HolidayRule::HolidayRule(std::string_view text) {
  const std::size_t sign = text.find_first_of("+-");
  CHECK(sign != std::string_view::npos);
  if (text[0] >= '0' && text[0] <= '9') {
    parse_date(text);
  } else {
    parse_offset(text, sign);
  }
}

void HolidayRule::parse_date(std::string_view text) {
  CHECK(text.size() == 5 || (text.size() == 9 && text[5] == '>'));
  month_ = static_cast<unsigned>(integer_of(text.substr(0, 2)));
  day_ = static_cast<unsigned>(integer_of(text.substr(3, 2)));
  if (text.size() == 5) return;
  const auto weekday = std::find(kWeekdays.begin(), kWeekdays.end(), text.substr(6));
  CHECK(weekday != kWeekdays.end());
  kind_ = Kind::Weekday;
  weekday_ = static_cast<int>(weekday - kWeekdays.begin());
}

void HolidayRule::parse_offset(std::string_view text, std::size_t sign) {
  const std::string_view feast = text.substr(0, sign);
  offset_ = integer_of(text.substr(text[sign] == '+' ? sign + 1 : sign));
  kind_ = feast == "easter" ? Kind::Easter : feast == "orthodox" ? Kind::Orthodox : Kind::Feast;
  if (kind_ == Kind::Feast) dates_ = dates_of(feast);
}

void HolidayRule::append_days(int first_year, int last_year, std::vector<base::Days>& days) const {
  for (const base::Days date : dates_) days.push_back(date + offset_);
  if (kind_ == Kind::Feast) return;
  for (int year = first_year; year <= last_year; ++year) {
    if (kind_ == Kind::Easter) {
      days.push_back(easter(year) + offset_);
    } else if (kind_ == Kind::Orthodox) {
      days.push_back(orthodox_easter(year) + offset_);
    } else {
      const base::Days date = base::days_from_civil(year, month_, day_);
      const int wait = kind_ == Kind::Weekday ? (weekday_ - base::weekday(date) + 7) % 7 : 0;
      days.push_back(date + wait);
    }
  }
}

}  // namespace wrapfeed::users
