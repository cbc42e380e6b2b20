#include "users/season.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "base/check.h"
#include "catalog/embedded_table.h"
#include "users/data_text.h"

namespace wrapfeed::users {
namespace {

// Percent in the middle of each month, north; they sum to 0.
constexpr std::array<double, 12> kNorth = {1.0, 1.5, 1.0, 0.0, -0.5, -2.0, -6.0, -5.5, 1.0, 2.5, 3.0, 4.0};
// Half a year later but for the weeks before Christmas, and the same all year near the equator but for a third of it.
constexpr std::array<double, 12> kSouth = {-6.0, -4.5, 1.5, 1.5, 1.0, 1.0, 0.5, 1.5, 1.5, 1.5, 1.5, -1.0};
constexpr double kTropics = 15;    // degrees: up to here a third of the seasons'
constexpr double kTemperate = 35;  // and from here all of it

// What recurs every four years, by the day since one of them began: true to the day up to February 2100.
constexpr base::Days kFourYears = 4 * 365 + 1;
constexpr std::size_t in_four_years(base::Days day) {
  return static_cast<std::size_t>((day % kFourYears + kFourYears) % kFourYears);
}
template <typename Value>
using FourYears = std::array<Value, kFourYears>;

double at_month(const std::array<double, 12>& months, base::Days day) {
  const base::Civil date = base::civil_from_days(day);
  const std::size_t month = date.month - 1;
  const base::Days end = base::days_from_civil(date.year + (month == 11), (date.month % 12) + 1, 1);
  const double length = end - day + static_cast<base::Days>(date.day) - 1;
  const double place = (date.day - 0.5) / length - 0.5;  // from the middle of the month, in months
  const std::size_t other = (month + (place < 0 ? 11 : 1)) % 12;
  const double weight = place < 0 ? -place : place;
  return (1 - weight) * months[month] + weight * months[other];
}

// The course of the seasons over four years.
FourYears<float> course_of(const std::array<double, 12>& months) {
  FourYears<float> course;
  for (base::Days day = 0; day < kFourYears; ++day)
    course[in_four_years(day)] = static_cast<float>(at_month(months, day) / 100);
  return course;
}

struct Knot {
  int day;  // after 25 December
  double share;
};
// From the first Advent on half of the peak, as in Sweden, where all of December is above a tenth.
constexpr std::array<Knot, 8> kRise = {
    {{-41, 0}, {-25, 0.35}, {-15, 0.65}, {-8, 0.90}, {-4, 1.0}, {-2, 1.1}, {-1, 1.25}, {0, 1.1}}};

// Nobody's season begins before, or ends after: days after 25 December.
constexpr int kFirstSong = kRise.front().day;
constexpr int kLastSong = 30;

double risen(int day) {
  if (day <= kRise.front().day) return 0;
  const auto next = std::find_if(kRise.begin(), kRise.end() - 1, [day](const Knot& knot) { return knot.day >= day; });
  const Knot& low = *(next - 1);
  return low.share + (next->share - low.share) * (day - low.day) / (next->day - low.day);
}

struct Custom {
  events::Country country;
  double peak;         // share in the week before Christmas Eve
  int shift;           // days after 25 December that Christmas is kept
  int days_after = 0;  // Christmas until the first day without
};

std::vector<Custom> read_customs() {
  std::vector<Custom> customs;
  for (const auto& fields : catalog::embedded_rows(k_christmas_csv)) {
    CHECK(fields[0].size() == 2 && fields[2].size() == 5 && fields[3].size() == 5);
    const auto day_of = [](std::string_view text) {  // after 1 December
      return static_cast<int>((text[0] == '0' ? 31 : 0) + catalog::number_of(text.substr(3)) - 1);
    };
    const int day = day_of(fields[2]);
    customs.push_back({{fields[0][0], fields[0][1]},
                       catalog::number_of(fields[1]) / 100,
                       day - day_of("12-25"),
                       day_of(fields[3]) - day});
    CHECK(customs.back().shift + customs.back().days_after <= kLastSong);
  }
  CHECK(std::is_sorted(customs.begin(), customs.end(),
                       [](const Custom& a, const Custom& b) { return a.country < b.country; }));
  return customs;
}

const Custom* custom_of(events::Country country) {
  static const std::vector<Custom> customs = read_customs();
  const auto found =
      std::lower_bound(customs.begin(), customs.end(), country,
                       [](const Custom& custom, const events::Country& code) { return custom.country < code; });
  return found != customs.end() && found->country == country ? &*found : nullptr;
}

// Days after the Christmas Day that `date` is nearest to; the same half year on both sides.
int days_after_christmas(base::Days date) {
  static const FourYears<std::int16_t> days = [] {
    FourYears<std::int16_t> after;
    for (base::Days day = 0; day < kFourYears; ++day) {
      const base::Civil civil = base::civil_from_days(day);
      const int year = civil.month <= 6 ? civil.year - 1 : civil.year;
      after[in_four_years(day)] = static_cast<std::int16_t>(day - base::days_from_civil(year, 12, 25));
    }
    return after;
  }();
  return days[in_four_years(date)];
}

}  // namespace

double seasonal_level(double latitude, base::Days local_date) noexcept {
  const double distance = latitude < 0 ? -latitude : latitude;
  const double size = std::clamp((distance - kTropics) / (kTemperate - kTropics), 0.0, 1.0) * 2 / 3 + 1.0 / 3;
  static const FourYears<float> north = course_of(kNorth);
  static const FourYears<float> south = course_of(kSouth);
  return size * static_cast<double>((latitude < 0 ? south : north)[in_four_years(local_date)]);
}

double festive_share(events::Country country, base::Days local_date) noexcept {
  const int after = days_after_christmas(local_date);
  if (after < kFirstSong || after > kLastSong) return 0;
  const Custom* custom = custom_of(country);
  if (custom == nullptr) return 0;
  const int day = after - custom->shift;
  if (day <= 0) return custom->peak * risen(day);
  if (day >= custom->days_after) return 0;
  constexpr double kSecondDay = 0.6;
  return custom->peak * kSecondDay * (custom->days_after - day) / (custom->days_after - 1);
}

}  // namespace wrapfeed::users
