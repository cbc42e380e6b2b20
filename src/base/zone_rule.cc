#include "base/zone_rule.h"

#include <chrono>

#include "base/error.h"

namespace wrapfeed::base {
namespace {

// Reads a rule from left to right.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text), rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  bool at(char next) const { return !rest_.empty() && rest_.front() == next; }
  bool skip(char next) {
    if (!at(next)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void expect(char next) {
    if (!skip(next)) reject();
  }

  // "CET", or "<+0330>" where a name holds other characters than letters.
  void name() {
    if (skip('<')) {
      while (!rest_.empty() && !at('>')) rest_.remove_prefix(1);
      return expect('>');
    }
    while (!rest_.empty() && is_letter(rest_.front())) rest_.remove_prefix(1);
  }

  unsigned number(unsigned least, unsigned most) {
    unsigned value = 0;
    std::size_t digits = 0;
    for (; digits < rest_.size() && digits < 4 && is_digit(rest_[digits]); ++digits) {
      value = value * 10 + static_cast<unsigned>(rest_[digits] - '0');
    }
    if (digits == 0 || value < least || value > most) reject();
    rest_.remove_prefix(digits);
    return value;
  }

  // "[+-]h[h[h]][:mm[:ss]]"
  Millis clock() {
    const bool negative = skip('-');
    if (!negative) skip('+');
    Millis value = number(0, 167) * kHour;
    if (skip(':')) value += number(0, 59) * kMinute;
    if (skip(':')) value += number(0, 59) * kSecond;
    return negative ? -value : value;
  }

  [[noreturn]] void reject() const {
    fail("time zone rule \"{}\" is not understood at \"{}\" (such as CET-1CEST,M3.5.0,M10.5.0/3)", text_, rest_);
  }

 private:
  static bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  std::string_view text_;
  std::string_view rest_;
};

Days day_in_year(int year, unsigned month, unsigned week, unsigned weekday) {
  using namespace std::chrono;
  const std::chrono::weekday wanted{weekday};
  const year_month of{std::chrono::year{year}, std::chrono::month{month}};
  const sys_days day = week == 5 ? sys_days{of / wanted[last]} : sys_days{of / wanted[week]};
  return day.time_since_epoch().count();
}

}  // namespace

ZoneRule::ZoneRule(std::string_view text) {
  Scanner scanner(text);
  const auto moment = [&] {
    scanner.expect(',');
    scanner.expect('M');
    Moment read{};
    read.month = scanner.number(1, 12);
    scanner.expect('.');
    read.week = scanner.number(1, 5);
    scanner.expect('.');
    read.weekday = scanner.number(0, 6);
    read.local = scanner.skip('/') ? scanner.clock() : 2 * kHour;
    return read;
  };
  // POSIX counts offsets westward; we count eastward.
  scanner.name();
  standard_minutes_ = static_cast<int>(-scanner.clock() / kMinute);
  scanner.name();
  saving_minutes_ = scanner.at(',') ? standard_minutes_ + 60 : static_cast<int>(-scanner.clock() / kMinute);
  saving_begins_ = moment();
  saving_ends_ = moment();
  if (!scanner.at_end()) scanner.reject();
}

std::array<ZoneRule::Change, 2> ZoneRule::changes_in(int year) const {
  const auto instant = [year](const Moment& moment, int offset_before) {
    const Days day = day_in_year(year, moment.month, moment.week, moment.weekday);
    return day * kDay + moment.local - offset_before * kMinute;
  };
  const Change begins{instant(saving_begins_, standard_minutes_), saving_minutes_};
  const Change ends{instant(saving_ends_, saving_minutes_), standard_minutes_};
  if (begins.at < ends.at) return {begins, ends};
  return {ends, begins};
}

}  // namespace wrapfeed::base
