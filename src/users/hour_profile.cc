#include "users/hour_profile.h"

#include "random/coarse.h"

namespace wrapfeed::users {
namespace {

// Session starts by hour of the day, 0 to 23 h, in percent: what is left once everybody's own edges are taken out.
constexpr double kCommon[24] = {4.2, 4.0, 4.0, 4.0, 4.0, 4.5, 5.0, 5.0, 5.2, 5.8, 6.3, 6.6,
                                6.6, 6.2, 6.2, 6.0, 5.9, 6.1, 5.2, 5.0, 4.4, 4.4, 4.3, 4.1};
constexpr double kEdgeWidth = 0.411;  // hours
constexpr double kNightFloor = 0.00231;

// exp(strength * noise) at each hour of the listening day: blocks of three hours, whose middles lie at the hours 1, 4,
// ... 22 of it; in between the noise is interpolated, so its exponential goes by one factor an hour.
std::array<double, 24> noise_factors(double strength, const std::array<double, kHourBlocks>& noise) {
  std::array<double, 24> factors;
  factors[0] = factors[1] = random::coarse::exp(strength * noise[0]);
  for (std::size_t block = 1; block < kHourBlocks; ++block) {
    const std::size_t middle = 3 * block + 1;
    const double step = random::coarse::exp(strength * (noise[block] - noise[block - 1]) / 3);
    factors[middle - 2] = factors[middle - 3] * step;
    factors[middle - 1] = factors[middle - 2] * step;
    factors[middle] = factors[middle - 1] * step;
  }
  factors[23] = factors[22];
  return factors;
}

}  // namespace

std::array<double, 24> hour_weights(const HourProfile& profile) {
  // logistic(x) = 1 / (1 + exp(-x)); from hour to hour the exponentials of both edges change by one factor.
  static const double later = random::coarse::exp(-1 / kEdgeWidth);
  static const double sooner = random::coarse::exp(1 / kEdgeWidth);
  const double first = kDayBegins + 0.5;
  double asleep = random::coarse::exp((profile.morning - first) / kEdgeWidth);
  double tired = random::coarse::exp((first - profile.night) / kEdgeWidth);
  const std::array<double, 24> noise = noise_factors(profile.noise_strength, profile.noise);
  std::array<double, 24> weights{};
  for (int i = 0; i < 24; ++i) {
    const double awake = 1 / ((1 + asleep) * (1 + tired));
    weights[i] = kCommon[(kDayBegins + i) % 24] * noise[i] * (kNightFloor + awake);
    asleep *= later;
    tired *= sooner;
  }
  return weights;
}

}  // namespace wrapfeed::users
