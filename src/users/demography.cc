#include "users/demography.h"

#include <algorithm>
#include <array>
#include <span>

#include "random/math.h"

namespace wrapfeed::users {
namespace {

// Picks the position whose weight (they sum to 1) holds the uniform number; the last one takes what rounding leaves.
std::size_t pick(std::span<const double> shares, double uniform) {
  std::size_t i = 0;
  while (i + 1 < shares.size() && uniform >= shares[i]) uniform -= shares[i++];
  return i;
}

struct AgeBand {
  int from;
  int to;
};
constexpr std::array<AgeBand, 8> kAges = {
    {{13, 15}, {16, 17}, {18, 24}, {25, 34}, {35, 44}, {45, 54}, {55, 64}, {65, kOldest}}};
constexpr std::array<double, 8> kAgeShares = {0.03, 0.05, 0.26, 0.29, 0.17, 0.11, 0.06, 0.03};

// Same month and day `years` earlier; 29 February becomes 1 March.
base::Days years_before(base::Days day, int years) {
  const base::Civil civil = base::civil_from_days(day);
  const base::Days month_start = base::days_from_civil(civil.year - years, civil.month, 1);
  return month_start + static_cast<base::Days>(civil.day) - 1;
}

base::Days birthday(base::Days birth, int age) { return years_before(birth, -age); }

// 39 % of users, divided like the paying users of the report (Europe 37, Latin America 22, North America 25, rest
// 16 %) that the regions' shares of all users (27, 22, 17, 34 %) are from.
double paying_share(Region region) {
  switch (region) {
    case Region::Europe:
      return 0.39 * 37 / 27;
    case Region::LatinAmerica:
      return 0.39;
    case Region::NorthAmerica:
      return 0.39 * 25 / 17;
    default:
      return 0.39 * 16 / 34;
  }
}

struct PlanShares {
  int oldest;
  std::array<double, 4> shares;  // premium, student, family, duo
};
constexpr PlanShares kPlans[] = {
    {17, {0.20, 0.00, 0.80, 0.00}},
    {26, {0.30, 0.45, 0.18, 0.07}},
    {kOldest, {0.47, 0.00, 0.36, 0.17}},
};

constexpr base::Days kOpened = 14'159;  // 2008-10-07
constexpr double kLateShare = 0.12;
constexpr double kGrowth = 2.5;  // registrations up to a share x of the service's age: x^2.5

// Registrations by local hour, 0 to 23 h: people sign up when they are awake, most in the evening.
constexpr std::array<double, 24> kHours = {0.012, 0,     0,     0,     0,     0,     0.006, 0.020,
                                           0.035, 0.045, 0.052, 0.056, 0.058, 0.056, 0.056, 0.058,
                                           0.062, 0.068, 0.074, 0.078, 0.080, 0.076, 0.064, 0.044};

// A day from `opened` up to, not including, `end`, not before `earliest` < end.
base::Days early_day(base::Days opened, base::Days earliest, base::Days end, double uniform) {
  const double life = end - opened;
  const double before = earliest <= opened ? 0 : random::pow((earliest - opened) / life, kGrowth);
  const double place = random::pow(before + (1 - before) * uniform, 1 / kGrowth);
  return std::clamp(opened + static_cast<base::Days>(place * life), std::max(earliest, opened), end - 1);
}

}  // namespace

events::Gender draw_gender(random::Draws& draws) {
  constexpr std::array<double, 3> kShares = {0.436, 0.554, 0.010};
  return static_cast<events::Gender>(1 + pick(kShares, draws.uniform()));
}

int age_on(base::Days day, base::Days birth) {
  const int years = base::civil_from_days(day).year - base::civil_from_days(birth).year;
  return birthday(birth, years) <= day ? years : years - 1;
}

double age_share(int age) {
  for (std::size_t band = 0; band < kAges.size(); ++band) {
    const auto [from, to] = kAges[band];
    if (age >= from && age <= to) return kAgeShares[band] / (to - from + 1);
  }
  return 0;
}

base::Days draw_birth_date(base::Days day, random::Draws& draws) {
  const AgeBand band = kAges[pick(kAgeShares, draws.uniform())];
  const int age = band.from + static_cast<int>(draws.below(static_cast<std::uint32_t>(band.to - band.from + 1)));
  const base::Days latest = years_before(day, age);
  const base::Days earliest = years_before(day, age + 1) + 1;
  return earliest + static_cast<base::Days>(draws.below(static_cast<std::uint32_t>(latest - earliest + 1)));
}

events::Plan draw_plan(Region region, int age, random::Draws& draws) {
  const double payment = draws.uniform();
  const double kind = draws.uniform();
  if (payment >= paying_share(region)) return events::Plan::Free;
  const auto plan = std::find_if(std::begin(kPlans), std::end(kPlans) - 1,
                                 [age](const PlanShares& plans) { return age <= plans.oldest; });
  constexpr std::array<events::Plan, 4> kKinds = {events::Plan::Premium, events::Plan::Student, events::Plan::Family,
                                                  events::Plan::Duo};
  return kKinds[pick(plan->shares, kind)];
}

base::Millis draw_registration(base::Days from, base::Days birth, const base::Zone& zone, random::Draws& draws) {
  const double when = draws.uniform();
  const double place = draws.uniform();
  const auto hour = static_cast<base::Millis>(pick(kHours, draws.uniform()));
  const base::Millis within_hour = draws.below(static_cast<std::uint32_t>(base::kHour));

  // Local days: one of margin on each side of `from` keeps early and late apart in any zone.
  const base::Days allowed = birthday(birth, kYoungest);
  const base::Days opened = std::min(kOpened, from - 3 * 365);
  const bool late = when < kLateShare || allowed >= from - 1;
  const base::Days day =
      late ? from + 1 + static_cast<base::Days>(place * 364) : early_day(opened, allowed, from - 1, place);
  return zone.to_utc(day * base::kDay + hour * base::kHour + within_hour);
}

}  // namespace wrapfeed::users
