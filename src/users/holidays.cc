#include "users/holidays.h"

#include <string_view>

#include "base/check.h"
#include "catalog/embedded_table.h"
#include "users/data_text.h"
#include "users/holiday_rule.h"

namespace wrapfeed::users {
namespace {

constexpr int kFirstYear = 2000;
constexpr int kLastYear = 2099;
constexpr base::Days kFirstDay = 10'957;  // 2000-01-01
constexpr base::Days kDays = 36'525;
constexpr std::uint32_t kWords = (kDays + 63) / 64;

constexpr int kSaturday = 5;
constexpr int kSunday = 6;

// The letters' place in a table of all two-letter codes; one past its end for anything else.
constexpr std::uint32_t place_of(events::Country country) {
  const auto letter = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<std::uint32_t>(c - 'A') : 26; };
  const std::uint32_t first = letter(country[0]);
  const std::uint32_t second = letter(country[1]);
  return first < 26 && second < 26 ? first * 26 + second : 26 * 26;
}

// When a holiday at the weekend gives a free weekday, by the column "substitute".
enum class Substitute : std::uint8_t { None, Sunday, Both, Nearest };
Substitute substitute_named(std::string_view name) {
  if (name.empty()) return Substitute::None;
  if (name == "sunday") return Substitute::Sunday;
  if (name == "both") return Substitute::Both;
  CHECK(name == "near");
  return Substitute::Nearest;
}

}  // namespace

const Holidays& Holidays::instance() {
  static const Holidays holidays;
  return holidays;
}

Holidays::Holidays() {
  slots_.fill(kNone);
  const auto rows = catalog::embedded_rows(k_holidays_csv);
  CHECK(rows.size() < kNone);
  bits_.resize(rows.size() * kWords);
  for (std::uint32_t slot = 0; slot < rows.size(); ++slot) {
    CHECK(rows[slot][0].size() == 2);
    const std::uint32_t place = place_of({rows[slot][0][0], rows[slot][0][1]});
    CHECK(place < slots_.size() && slots_[place] == kNone);
    slots_[place] = static_cast<std::uint8_t>(slot);
    add_country(slot, rows[slot]);
  }
}

void Holidays::add_country(std::uint32_t slot, const std::vector<std::string_view>& fields) {
  std::vector<base::Days> movable, days;
  for (const std::string_view text : catalog::split(fields[2], ' ')) {
    const HolidayRule rule(text);
    rule.append_days(kFirstYear, kLastYear, rule.may_be_substituted() ? movable : days);
  }
  for (const base::Days day : days) mark(slot, day);
  for (const base::Days day : movable) mark(slot, day);
  const Substitute substitute = substitute_named(fields[1]);
  for (const base::Days day : movable) {
    const int weekday = base::weekday(day);
    if (substitute == Substitute::None || weekday < kSaturday) continue;
    if (substitute == Substitute::Sunday && weekday == kSaturday) continue;
    if (substitute == Substitute::Nearest) {
      mark(slot, weekday == kSunday ? day + 1 : day - 1);
      continue;
    }
    base::Days next = day + 1;  // the next weekday that is not free already
    while (base::weekday(next) >= kSaturday || marked(slot, next)) ++next;
    mark(slot, next);
  }
}

void Holidays::mark(std::uint32_t slot, base::Days day) {
  const base::Days place = day - kFirstDay;
  if (place < 0 || place >= kDays) return;
  bits_[slot * kWords + static_cast<std::uint32_t>(place) / 64] |= std::uint64_t{1} << (place % 64);
}

bool Holidays::marked(std::uint32_t slot, base::Days day) const noexcept {
  const base::Days place = day - kFirstDay;
  if (place < 0 || place >= kDays) return false;
  return bits_[slot * kWords + static_cast<std::uint32_t>(place) / 64] >> (place % 64) & 1;
}

bool Holidays::is_holiday(events::Country country, base::Days local_date) const noexcept {
  const std::uint32_t place = place_of(country);
  return place < slots_.size() && slots_[place] != kNone && marked(slots_[place], local_date);
}

}  // namespace wrapfeed::users
