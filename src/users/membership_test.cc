#include "users/membership.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "users/demography.h"

namespace wrapfeed::users {
namespace {

using events::Plan;
using events::Population;

Membership member(std::int64_t user, base::Days registered, Plan plan = Plan::Free) {
  Membership membership;
  membership.begin(1, user, registered, plan, Population::Typical);
  return membership;
}

base::Days registration_of(std::int64_t user, base::Days from) {
  random::Draws draws(1, random::Purpose::UserRegistration, static_cast<std::uint64_t>(user));
  return base::day_of(draw_registration(from, from - 10'000, base::Zone::find("UTC"), draws));
}

double share_present(base::Days from, base::Days on, Plan plan) {
  double registered = 0, present = 0;
  for (std::int64_t user = 0; user < 10'000; ++user) {
    const base::Days day = registration_of(user, from);
    if (day > on) continue;
    ++registered;
    present += member(user, day, plan).present_on(on);
  }
  return present / registered;
}

TEST(Membership, AnyFeedFindsTheSameShareOfUsers) {
  for (const int year : {2015, 2020, 2025, 2030}) {
    const base::Days from = base::days_from_civil(year, 1, 1);
    const double free = share_present(from, from, Plan::Free), paid = share_present(from, from, Plan::Premium);
    EXPECT_NEAR(free, 0.825, 0.025) << year;
    EXPECT_NEAR(paid, 0.90, 0.025) << year;
    EXPECT_NEAR(share_present(from, from + 364, Plan::Free), free, 0.03) << year;
  }
}

// The share of those present at a month's beginning who are not at its end, long after registration.
double churn(Plan plan, base::Days age) {
  double present = 0, left = 0;
  for (std::int64_t user = 0; user < 40'000; ++user) {
    Membership membership = member(user, 10'000, plan);
    const Membership::Spell spell = membership.spell_on(10'000 + age);
    if (!spell.present) continue;
    ++present;
    left += spell.end < 10'000 + age + 30;
  }
  return left / present;
}

TEST(Membership, LeavesAtTheStatedRates) {
  EXPECT_NEAR(churn(Plan::Premium, 3000), 0.0165, 0.003);
  EXPECT_NEAR(churn(Plan::Free, 3000), 0.035, 0.005);
  EXPECT_NEAR(churn(Plan::Premium, 0), 0.015 + 0.0225 * 0.85, 0.004);
  EXPECT_GT(churn(Plan::Free, 0), 1.7 * churn(Plan::Free, 3000));
  EXPECT_NEAR(churn(Plan::Family, 3000), churn(Plan::Duo, 3000), 1e-12);
}

TEST(Membership, PausesAndLongAbsences) {
  std::vector<base::Days> absences;
  for (std::int64_t user = 0; user < 3000; ++user) {
    Membership membership = member(user, 10'000);
    for (base::Days day = 10'000; day < 16'000;) {
      const Membership::Spell spell = membership.spell_on(day);
      if (!spell.present) absences.push_back(spell.end - spell.first);
      day = spell.end;
    }
  }
  double back_in_half_a_year = 0, months = 0;
  for (const base::Days days : absences) {
    ASSERT_GE(days, 14);
    back_in_half_a_year += days <= 182;
    months += days / 30.44;
  }
  const double count = static_cast<double>(absences.size());
  EXPECT_GT(count, 5000);
  const double pauses_done = 0.5 * std::erfc(-std::log(182 / 45.0) / 0.6 / std::sqrt(2.0));
  EXPECT_NEAR(back_in_half_a_year / count, 0.65 * pauses_done + 0.35 * (1 - std::exp(-92 / 420.0)), 0.02);
  EXPECT_NEAR(months / count, (0.65 * 54 + 0.35 * 480) / 30.44, 0.6);
}

TEST(Membership, SpellsTakeTurnsAndAreTheSameInAnyOrder) {
  for (std::int64_t user = 0; user < 300; ++user) {
    Membership forward = member(user, 12'000), backward = member(user, 12'000);
    std::vector<Membership::Spell> spells;
    for (base::Days day = 12'000; day < 20'000; day = spells.back().end) {
      spells.push_back(forward.spell_on(day));
      ASSERT_EQ(spells.back().first, day);
      ASSERT_EQ(spells.back().present, spells.size() % 2 == 1);
    }
    for (std::size_t i = spells.size(); i-- > 0;) {
      const base::Days last = spells[i].end - 1;
      ASSERT_EQ(backward.present_on(last), spells[i].present);
      ASSERT_EQ(backward.spell_on(spells[i].first).end, spells[i].end);
    }
    EXPECT_FALSE(backward.present_on(11'999));
    EXPECT_TRUE(backward.present_on(12'000));
  }
}

TEST(Membership, HeavyListenersStay) {
  for (std::int64_t user = 0; user < 50; ++user) {
    Membership membership;
    membership.begin(1, user, 15'000, Plan::Free, Population::Heavy);
    EXPECT_FALSE(membership.present_on(14'999));
    for (base::Days day = 15'000; day < 30'000; day += 100) ASSERT_TRUE(membership.present_on(day));
  }
}

}  // namespace
}  // namespace wrapfeed::users
