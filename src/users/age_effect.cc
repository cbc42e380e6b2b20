#include "users/age_effect.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "random/math.h"
#include "users/demography.h"

namespace wrapfeed::users {
namespace {

struct Knot {
  double age;
  double skipped;  // share of plays left before the end
};
// The first, second and last but one are guesses that follow the chart's course.
constexpr std::array<Knot, 8> kLamere = {
    {{13, 0.56}, {17, 0.52}, {20, 0.49}, {27, 0.36}, {35, 0.25}, {48, 0.42}, {60, 0.34}, {80, 0.34}}};
constexpr double kSpread = 0.95;  // of the skip trait's logit between listeners

double raw_shift(double age) {
  const double inside = std::clamp(age, kLamere.front().age, kLamere.back().age);
  const auto next =
      std::find_if(kLamere.begin() + 1, kLamere.end() - 1, [&](const Knot& k) { return k.age >= inside; });
  const Knot& low = *(next - 1);
  const double skipped = low.skipped + (next->skipped - low.skipped) * (inside - low.age) / (next->age - low.age);
  return random::logit(skipped) / kSpread;
}

struct Moments {
  double mean = 0;
  double variance = 0;
};
Moments measure() {
  Moments moments;
  for (int age = kYoungest; age <= kOldest; ++age) moments.mean += age_share(age) * raw_shift(age);
  for (int age = kYoungest; age <= kOldest; ++age) {
    const double shift = raw_shift(age) - moments.mean;
    moments.variance += age_share(age) * shift * shift;
  }
  return moments;
}
const Moments& moments() {
  static const Moments measured = measure();
  return measured;
}

}  // namespace

double skip_shift(double age) noexcept { return raw_shift(age) - moments().mean; }

double skip_shift_variance() noexcept { return moments().variance; }

double aged_skip_score(double score, double age) noexcept {
  return skip_shift(age) + std::sqrt(1 - skip_shift_variance()) * score;
}

}  // namespace wrapfeed::users
