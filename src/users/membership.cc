#include "users/membership.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/check.h"
#include "random/distributions.h"
#include "random/draws.h"
#include "random/math.h"

namespace wrapfeed::users {
namespace {

constexpr double kMonth = 30.44;  // days
constexpr double kFree = 0.03;    // hazard a month
constexpr double kPaid = 0.015;
constexpr double kEarly = 1.5;    // further hazard at the beginning, as a multiple of these
constexpr double kFading = 3;     // months
constexpr double kPauses = 0.65;  // of absences
constexpr double kPauseMedian = 45, kPauseSpread = 0.6, kShortestPause = 14;
constexpr double kGoneAtLeast = 90, kGoneMean = 420;
constexpr double kForever = 100'000;  // days; longer than any feed

// Months until leaving: the earlier of two risks. The fading one has a finite total, so many never meet it: its
// integral up to t is early * fading * (1 - exp(-t / fading)).
double draw_stay(double leaving, random::Draws& draws) {
  const double steady = random::exponential(draws) / leaving;
  const double share = random::exponential(draws) / (kEarly * leaving * kFading);
  return share >= 1 ? steady : std::min(steady, -kFading * random::log(1 - share));
}

double draw_absence(random::Draws& draws) {
  if (!draws.chance(kPauses)) return kGoneAtLeast + kGoneMean * random::exponential(draws);
  return std::max(kShortestPause, kPauseMedian * random::exp(kPauseSpread * random::normal(draws)));
}

base::Days whole_days(double days) { return static_cast<base::Days>(std::floor(std::clamp(days, 1.0, kForever))); }

}  // namespace

void Membership::begin(std::uint64_t seed, std::int64_t user, base::Days registered, events::Plan plan,
                       events::Population population) {
  seed_ = seed;
  user_ = static_cast<std::uint64_t>(user);
  registered_ = registered;
  leaving_ = plan == events::Plan::Free ? kFree : kPaid;
  present_from_ = registered;
  number_ = 0;
  if (population == events::Population::Heavy) {
    absent_from_ = back_on_ = std::numeric_limits<base::Days>::max();
    return;
  }
  draw(0);
}

// The spell of presence of that number, from present_from_ on, and the absence after it.
void Membership::draw(std::uint32_t number) {
  random::Draws draws(seed_, random::Purpose::UserMembership, user_, number);
  number_ = number;
  absent_from_ = present_from_ + whole_days(kMonth * draw_stay(leaving_, draws));
  back_on_ = absent_from_ + whole_days(draw_absence(draws));
}

Membership::Spell Membership::spell_on(base::Days day) {
  CHECK(leaving_ > 0 && day >= registered_);
  if (day < present_from_) {
    present_from_ = registered_;
    draw(0);
  }
  while (day >= back_on_) {
    present_from_ = back_on_;
    draw(number_ + 1);
  }
  if (day < absent_from_) return {present_from_, absent_from_, true};
  return {absent_from_, back_on_, false};
}

bool Membership::present_on(base::Days day) { return day >= registered_ && spell_on(day).present; }

}  // namespace wrapfeed::users
