#pragma once

#include "base/time.h"
#include "base/zone.h"
#include "events/user.h"
#include "random/draws.h"
#include "users/geography.h"

namespace wrapfeed::users {

inline constexpr int kYoungest = 13;  // years: nobody registers before that birthday
inline constexpr int kOldest = 80;

events::Gender draw_gender(random::Draws& draws);  // 43.6 % female, 55.4 % male, 1 % nonbinary

// Whole years from `birth` to `day`; a birthday on 29 February is kept on 1 March in common years.
int age_on(base::Days day, base::Days birth);

double age_share(int age);  // of the people that draw_birth_date draws

// A birth date of somebody who is 13-80 years old on `day`: 18-24 26 %, 25-34 29 %, and the rest on both sides.
base::Days draw_birth_date(base::Days day, random::Draws& draws);

// 39 % of users pay, more in Europe and North America than elsewhere; students are 18-26 years old.
events::Plan draw_plan(Region region, int age, random::Draws& draws);

// The instant of registration, in the daytime of `zone`: for 12 % in the year after `from`, for the others before it,
// since the service opened (2008-10-07, or three years before `from` if that is earlier) and rather late than early,
// as the service grew. Never before the 13th birthday; the year after `from` if that leaves no day.
base::Millis draw_registration(base::Days from, base::Days birth, const base::Zone& zone, random::Draws& draws);

}  // namespace wrapfeed::users
