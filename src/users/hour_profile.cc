#include "users/hour_profile.h"

#include "random/coarse.h"
#include "random/math.h"

namespace wrapfeed::users {
namespace {

// Session starts by hour of the day, 0 to 23 h, in percent: what is left once everybody's own edges are taken out.
constexpr double kCommon[24] = {4.2, 4.0, 4.0, 4.0, 4.0, 4.5, 5.0, 5.0, 5.2, 5.8, 6.3, 6.6,
                                6.6, 6.2, 6.2, 6.0, 5.9, 6.1, 5.2, 5.0, 4.4, 4.4, 4.3, 4.1};
// The same from the listening day's first hour on.
constexpr std::array<double, 24> kFromFour = [] {
  std::array<double, 24> shares{};
  for (std::size_t i = 0; i < 24; ++i) shares[i] = kCommon[(kDayBegins + i) % 24];
  return shares;
}();

constexpr double kEdgeWidth = 0.411;  // hours
constexpr double kNightFloor = 0.00231;

// exp(sign * i / kEdgeWidth) for the hours i = 0 ... 23.
std::array<double, 24> powers(int sign) {
  std::array<double, 24> powers;
  for (int i = 0; i < 24; ++i) powers[static_cast<std::size_t>(i)] = random::exp(sign * i / kEdgeWidth);
  return powers;
}
const std::array<double, 24> kRising = powers(1);
const std::array<double, 24> kFalling = powers(-1);

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
  // logistic(x) = 1 / (1 + exp(-x)), by the hour of the day as factors on the first hour's exponentials.
  const double first = kDayBegins + 0.5;
  const double asleep = random::coarse::exp((profile.morning - first) / kEdgeWidth);
  const double tired = random::coarse::exp((first - profile.night) / kEdgeWidth);
  const std::array<double, 24> noise = noise_factors(profile.noise_strength, profile.noise);
  std::array<double, 24> weights;
  for (std::size_t i = 0; i < 24; ++i) {
    const double awake = 1 / ((1 + asleep * kFalling[i]) * (1 + tired * kRising[i]));
    weights[i] = kFromFour[i] * noise[i] * (kNightFloor + awake);
  }
  return weights;
}

}  // namespace wrapfeed::users
