#include "simulation/week.h"

#include <algorithm>
#include <cmath>

#include "random/distributions.h"
#include "random/math.h"
#include "users/hour_profile.h"
#include "users/trait_model.h"

namespace wrapfeed::simulation {
namespace {

using users::Trait;

constexpr double kPersistence = 0.829;  // of the drift, week to week
constexpr double kSkipBrowsing = 0.914;
constexpr double kSkipLeaning = 0.449;  // of the listener's share of skips
constexpr double kIdleMedium = 0.0816;
constexpr double kIdleShort = 0.2;

struct Point {
  double share;
  double seconds;
};
// Of skipped plays (under 30 s), the share heard for less; pooled over 1.67 million real plays.
constexpr Point kSkipTimes[] = {{0, 0},    {.10, .5}, {.228, 1},  {.453, 2},  {.553, 3},  {.617, 4},
                                {.665, 5}, {.735, 7}, {.808, 10}, {.883, 15}, {.932, 20}, {1, 30}};

double skip_seconds(double share) {
  const Point* after = kSkipTimes + 1;
  while (after->share < share) ++after;
  const Point& before = after[-1];
  return before.seconds + (after->seconds - before.seconds) * (share - before.share) / (after->share - before.share);
}

std::array<std::uint32_t, 24> cumulative(const std::array<double, 24>& weights) {
  double total = 0;
  for (const double weight : weights) total += weight;
  std::array<std::uint32_t, 24> shares{};
  double sum = 0;
  for (std::size_t i = 0; i < 24; ++i) shares[i] = Threshold((sum += weights[i]) / total).bits();
  shares[23] = 0xFFFFFFFF;
  return shares;
}

// Flat below `scale` plays, like 1/distance above: P(distance < d) = log(1 + d/scale) / log(1 + history/scale).
void fill_recency(Quantiles<64>& table, double scale, std::uint32_t history) {
  const double reach = random::log(1 + history / scale);
  table.fill([&](double p) { return scale * (random::exp(p * reach) - 1); });
}

// Two states: browsing, where most plays are skipped, and leaning back. The share of skips is the listener's, however
// persistent the states are.
void fill_skipping(Week& week, double skip, double persistence) {
  const double share = std::min(.93, skip);
  const double browsing = std::max(kSkipBrowsing, share + .03);
  const double leaning = kSkipLeaning * share * (1 - persistence);
  const double in_browsing = (share - leaning) / (browsing - leaning);
  week.skip_browsing = Threshold(browsing);
  week.skip_leaning = Threshold(leaning);
  week.begin_browsing = Threshold(in_browsing);
  week.into_browsing = Threshold((1 - persistence) * in_browsing);
  week.out_of_browsing = Threshold((1 - persistence) * (1 - in_browsing));
}

}  // namespace

void Drift::begin(std::uint64_t seed, const users::Profile& profile) {
  seed_ = seed;
  profile_ = &profile;
  number_ = 0;
  independent_ = {};
  hours_ = {};
  draw(0);
}

void Drift::advance() {
  ++number_;
  draw(kPersistence);
}

void Drift::draw(double keep) {
  static const users::Correlator correlate(users::correlations_of_weekly_drift());
  const double fresh = std::sqrt(1 - keep * keep);
  random::Draws draws(seed_, random::Purpose::Week, static_cast<std::uint64_t>(profile_->row.user_id), number_);
  for (double& x : independent_) x = keep * x + fresh * random::normal(draws);
  for (double& x : hours_) x = keep * x + fresh * random::normal(draws);
  traits_ = correlate(independent_);
}

void Drift::fill(Week& week, std::uint32_t history) const {
  const auto value = [&](Trait trait) {
    return users::trait_value(profile_->traits, trait, traits_[static_cast<std::size_t>(trait)]);
  };
  const auto share = [&](Trait trait) { return random::logistic(value(trait)); };
  const auto scale = [&](Trait trait) { return random::exp(value(trait)); };

  week.active = value(Trait::Active);
  week.weekend = value(Trait::Weekend);
  week.sessions = scale(Trait::SessionsADay);
  week.length_minutes = scale(Trait::SessionLength);
  week.single = Threshold(share(Trait::Single));

  users::HourProfile hours{scale(Trait::HourNoise), {}, value(Trait::Morning), value(Trait::Night)};
  for (std::size_t i = 0; i < users::kHourBlocks; ++i) {
    hours.noise[i] = users::kOwnHourNoise * profile_->traits.hours[i] + users::kWeekHourNoise * hours_[i];
  }
  week.hours = cumulative(users::hour_weights(hours));

  fill_skipping(week, share(Trait::Skip), share(Trait::Persistence));
  const double fast = scale(Trait::FastSkip);
  week.skip_ms.fill([&](double p) { return p == 0 ? 0 : 1000 * skip_seconds(random::pow(p, fast)); });
  week.leave_later = Threshold(share(Trait::LeaveLater));

  const double idle = share(Trait::Idle);
  week.idle_long = Threshold(idle);
  week.idle_medium = Threshold(idle + (1 - idle) * kIdleMedium);
  week.idle_short = Threshold(idle + (1 - idle) * (kIdleMedium + kIdleShort));

  week.discover = Threshold(share(Trait::Discover));
  week.known_artist = Threshold(share(Trait::KnownArtist));
  week.run = Threshold(share(Trait::Run));
  week.loop = Threshold(share(Trait::Loop));
  week.obsession = Threshold(share(Trait::Obsession));
  const double recency = scale(Trait::Recency);
  fill_recency(week.recency, recency, history);
  fill_recency(week.artist_recency, 2 * recency, history);
}

}  // namespace wrapfeed::simulation
