#pragma once

#include <cstdint>

#include "base/time.h"
#include "events/population.h"
#include "events/user.h"

namespace wrapfeed::users {

// When a user is there at all: from registration on, spells of presence and of absence take turns, whatever days a
// feed covers; a function of (seed, user, registration, plan). So a feed that begins on any date finds the same share
// of users present (about 0.85 of typical ones).
//   Leaving: 3 % a month with the free plan, 1.5 % with a paid one, and in the first months after registration or
// return another 4.5 % (paid: 2.25 %) a month that fades with time constant 3 months. Published: Spotify's premium
// churn 5.5 to 4.8 % a month in 2017 to 2019 (its quarterly reports), under 1.5 % in the United States in 2024
// (Antenna); none for the free plan: assumed twice the paid one.
//   Absence: 65 % are pauses, lognormal with median 45 days (sigma 0.6, at least 14 days); 35 % leave, for 90 days and
// an exponential time of mean 420 more: for good, as far as a feed of a year can see. Of those who left 43 % are back
// after half a year and more after a year; of cancelled video subscriptions 34 and 45 % are (Antenna, 2024), but a
// cancelled music plan mostly goes on with the free one.
//   Users of the heavy population are always there: their exports exist because they stayed.
// One thread at a time; no heap.
class Membership {
 public:
  void begin(std::uint64_t seed, std::int64_t user, base::Days registered, events::Plan plan,
             events::Population population);

  bool present_on(base::Days day);  // false before registration

  struct Spell {
    base::Days first;
    base::Days end;  // the day after its last
    bool present;
  };
  Spell spell_on(base::Days day);  // day >= registration

 private:
  void draw(std::uint32_t number);

  std::uint64_t seed_ = 0;
  std::uint64_t user_ = 0;
  double leaving_ = 0;  // hazard a month
  base::Days registered_ = 0;
  std::uint32_t number_ = 0;  // of the spell of presence
  base::Days present_from_ = 0;
  base::Days absent_from_ = 0;
  base::Days back_on_ = 0;
};

}  // namespace wrapfeed::users
