#include <algorithm>

#include "random/math.h"
#include "users/hour_profile.h"
#include "users/trait_model.h"

namespace wrapfeed::users {
namespace {

double typical(const Traits& traits, Trait trait) {
  const auto i = static_cast<std::size_t>(trait);
  return own_value(trait_laws(traits.population)[i], traits.scores[i]);
}

// Minutes a day that the simulation makes of these traits, over active and silent days. The exponent and the factor
// are a fit to simulated users: sessions that collide are dropped, and busy users have more of them.
double expected_minutes(const Traits& traits) {
  const double active = random::logistic(0.85 * typical(traits, Trait::Active));
  const double single = random::logistic(typical(traits, Trait::Single));
  const double sessions = std::max(1.0, random::exp(typical(traits, Trait::SessionsADay)));
  const double minutes = random::exp(typical(traits, Trait::SessionLength));
  return 1.22 * random::pow(active * sessions * ((1 - single) * minutes + single * 3), 0.85);
}

// Listening goes on for about an hour after a session starts.
int peak_hour(const Traits& traits) {
  HourProfile profile{random::exp(typical(traits, Trait::HourNoise)),
                      {},
                      typical(traits, Trait::Morning),
                      typical(traits, Trait::Night)};
  for (std::size_t i = 0; i < kHourBlocks; ++i) profile.noise[i] = kOwnHourNoise * traits.hours[i];
  const auto starts = hour_weights(profile);
  int best = 0;
  double most = -1;
  for (int i = 0; i < 24; ++i) {
    const double heard = 0.5 * starts[i] + 0.35 * starts[(i + 23) % 24] + 0.15 * starts[(i + 22) % 24];
    if (heard > most) best = i, most = heard;
  }
  return (best + kDayBegins) % 24;
}

// Of the weekend's intensity, what remains in its minutes.
constexpr double kWeekendKept = 0.6;

double weekend_share(const Traits& traits) {
  const double weekend = 2 * random::exp(kWeekendKept * typical(traits, Trait::Weekend));
  return weekend / (5 + weekend);
}

}  // namespace

events::Habits habits_of(const Traits& traits) {
  return {expected_minutes(traits), peak_hour(traits), weekend_share(traits), traits.shuffle_share,
          events::Platform::Unknown};
}

}  // namespace wrapfeed::users
