#include "users/hour_profile.h"

#include <algorithm>

#include "random/math.h"

namespace wrapfeed::users {
namespace {

// Session starts by hour of the day, 0 to 23 h, in percent: what is left once everybody's own edges are taken out.
constexpr double kCommon[24] = {4.2, 4.0, 4.0, 4.0, 4.0, 4.5, 5.0, 5.0, 5.2, 5.8, 6.3, 6.6,
                                6.6, 6.2, 6.2, 6.0, 5.9, 6.1, 5.2, 5.0, 4.4, 4.4, 4.3, 4.1};
constexpr double kEdgeWidth = 0.411;  // hours
constexpr double kNightFloor = 0.00231;

double noise_at(const std::array<double, kHourBlocks>& noise, double hour) {
  const double position = std::clamp((hour - kDayBegins - 1.5) / 3, 0.0, kHourBlocks - 1.0);
  const int block = std::min(static_cast<int>(position), static_cast<int>(kHourBlocks) - 2);
  const double share = position - block;
  return noise[block] * (1 - share) + noise[block + 1] * share;
}

}  // namespace

std::array<double, 24> hour_weights(const HourProfile& profile) {
  // logistic(x) = 1 / (1 + exp(-x)); from hour to hour the exponentials of both edges change by one factor.
  static const double step = random::exp(1 / kEdgeWidth);
  const double first = kDayBegins + 0.5;
  double asleep = random::exp((profile.morning - first) / kEdgeWidth);
  double tired = random::exp((first - profile.night) / kEdgeWidth);
  std::array<double, 24> weights{};
  for (int i = 0; i < 24; ++i) {
    const double awake = 1 / ((1 + asleep) * (1 + tired));
    weights[i] = kCommon[(kDayBegins + i) % 24] *
                 random::exp(profile.noise_strength * noise_at(profile.noise, first + i)) * (kNightFloor + awake);
    asleep /= step;
    tired *= step;
  }
  return weights;
}

}  // namespace wrapfeed::users
