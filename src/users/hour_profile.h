#pragma once

#include <array>

#include "users/traits.h"

namespace wrapfeed::users {

// A listening day runs from 04:00 to 04:00: hour 0 of it is 4 o'clock, hour 23 is 3 o'clock of the next date.
inline constexpr int kDayBegins = 4;

// How likely sessions start in each hour of the listening day (relative weights): a common profile, a listener's noise
// on it (three-hour blocks, interpolated between their middles), and two soft edges, where listening begins in the
// morning and fades out at night. Local hours: `morning` about 7.6, `night` about 22.9 (24 = midnight).
struct HourProfile {
  double noise_strength = 0;
  std::array<double, kHourBlocks> noise{};
  double morning = 0;
  double night = 0;
};
std::array<double, 24> hour_weights(const HourProfile& profile);

// The hour noise is the sum of the listener's own and the week's, standard normals times these.
inline constexpr double kOwnHourNoise = 0.385;
inline constexpr double kWeekHourNoise = 0.737;

}  // namespace wrapfeed::users
