#include "base/time.h"

#include <fmt/format.h>

#include <chrono>
#include <optional>

#include "base/error.h"

namespace wrapfeed::base {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;

// The number that `digits` spell, if they are decimal digits and nothing else.
std::optional<int> number(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + (digit - '0');
  }
  return value;
}

std::chrono::year_month_day calendar(int year, unsigned month, unsigned day) {
  return {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

std::optional<Days> date_in(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  if (!year || !month || !day || *year < kFirstYear || *year > kLastYear) return std::nullopt;
  const auto date = calendar(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days{date}.time_since_epoch().count();
}

}  // namespace

Days parse_date(std::string_view what, std::string_view text) {
  const auto days = date_in(text);
  if (!days) fail("{}: \"{}\" is not a date (YYYY-MM-DD, {} to {})", what, text, kFirstYear, kLastYear);
  return *days;
}

std::string format_date(Days days) {
  const Civil civil = civil_from_days(days);
  return fmt::format("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day);
}

std::string format_instant(Millis instant) {
  const Days days = day_of(instant);
  const Millis rest = instant - days * kDay;
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", format_date(days), rest / kHour, rest % kHour / kMinute,
                     rest % kMinute / kSecond, rest % kSecond);
}

Days days_from_civil(int year, unsigned month, unsigned day) {
  return std::chrono::sys_days{calendar(year, month, day)}.time_since_epoch().count();
}

Civil civil_from_days(Days days) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days}}};
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())};
}

}  // namespace wrapfeed::base
