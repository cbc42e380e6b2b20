#include "simulation/week.h"

#include <algorithm>
#include <cmath>

#include "random/coarse.h"
#include "users/hour_profile.h"
#include "users/trait_model.h"

namespace wrapfeed::simulation {
namespace {

using users::Trait;

std::array<std::uint32_t, 23> cumulative(std::array<double, 24> weights) {
  for (std::size_t i = 1; i < weights.size(); ++i) weights[i] += weights[i - 1];
  const double unit = (0x1p32 - 1) / weights.back();
  std::array<std::uint32_t, 23> shares;
  for (std::size_t i = 0; i < shares.size(); ++i) shares[i] = static_cast<std::uint32_t>(weights[i] * unit);
  return shares;
}

// Normals of halves of words, whose 16 bits are taken as the middle of what they stand for.
class Normals {
 public:
  explicit Normals(const std::uint32_t* words) : words_(words) {}
  double next() {
    const std::uint32_t half = next_ % 2 == 0 ? words_[next_ / 2] & 0xFFFF0000 : low_half(words_[next_ / 2]);
    ++next_;
    return random::coarse::normal(half | 0x8000);
  }

 private:
  const std::uint32_t* words_;
  std::size_t next_ = 0;
};

// Two states: browsing, where most plays are skipped, and leaning back. The share of skips is the listener's, however
// persistent the states are.
void fill_skipping(const Model& model, double skip, double persistence, Week& week) {
  const double share = std::min(.93, skip);
  const double browsing = std::max(model.skip_browsing, share + .03);
  const double leaning = model.skip_leaning * share * (1 - persistence);
  const double in_browsing = (share - leaning) / (browsing - leaning);
  week.skip = {Threshold(leaning), Threshold(browsing)};
  week.begin_browsing = Threshold(in_browsing);
  week.change_browsing = {Threshold((1 - persistence) * in_browsing), Threshold((1 - persistence) * (1 - in_browsing))};
}

}  // namespace

void Drift::begin(std::uint64_t seed, const users::Profile& profile) {
  words_.begin(seed, random::Purpose::Week, static_cast<std::uint64_t>(profile.row.user_id));
  profile_ = &profile;
  number_ = 0;
  for (std::size_t i = 0; i < users::kTraits; ++i) {
    own_[i] = users::own_value(model_.traits[i], profile.traits.scores[i]);
  }
  independent_ = {};
  hours_ = {};
  draw(0);
}

void Drift::advance() {
  ++number_;
  draw(model_.drift_persistence);
}

void Drift::draw(double keep) {
  static const users::Correlator correlate(users::correlations_of_weekly_drift());
  static_assert(users::kTraits + users::kHourBlocks <= 2 * kWeekWords);
  const double fresh = std::sqrt(1 - keep * keep);
  Normals normals(words_.at(number_).data());
  for (double& x : independent_) x = keep * x + fresh * normals.next();
  for (double& x : hours_) x = keep * x + fresh * normals.next();
  traits_ = correlate(independent_);
}

double Drift::value(Trait trait) const {
  const auto i = static_cast<std::size_t>(trait);
  return own_[i] + users::drift_value(model_.traits[i], traits_[i]);
}

void Drift::fill(Week& week, std::uint32_t history) const {
  fill_days(week);
  fill_listening(week);
  fill_choosing(week, history);
}

void Drift::fill_days(Week& week) const {
  week.active = value(Trait::Active);
  week.weekend = value(Trait::Weekend);
  week.sessions = random::coarse::exp(value(Trait::SessionsADay));
  week.length_minutes = random::coarse::exp(value(Trait::SessionLength));
  week.single = Threshold(random::coarse::logistic(value(Trait::Single)));
  users::HourProfile hours{
      random::coarse::exp(value(Trait::HourNoise)), {}, value(Trait::Morning), value(Trait::Night)};
  for (std::size_t i = 0; i < users::kHourBlocks; ++i) {
    hours.noise[i] = users::kOwnHourNoise * profile_->traits.hours[i] + users::kWeekHourNoise * hours_[i];
  }
  week.hours = cumulative(users::hour_weights(hours));
}

void Drift::fill_listening(Week& week) const {
  const auto share = [this](Trait trait) { return random::coarse::logistic(value(trait)); };
  fill_skipping(model_, share(Trait::Skip), share(Trait::Persistence), week);
  week.skip_times = &SkipTimes::of(value(Trait::FastSkip));
  const double later = share(Trait::LeaveLater);
  week.leave_later = Threshold(later);
  week.nearly_done = Threshold(later + (1 - later) * model_.nearly_done);
  const double idle = share(Trait::Idle);
  week.idle_long = Threshold(idle);
  week.idle_medium = Threshold(idle + (1 - idle) * model_.idle_medium);
  week.idle_short = Threshold(idle + (1 - idle) * (model_.idle_medium + model_.idle_short));
}

void Drift::fill_choosing(Week& week, std::uint32_t history) const {
  const auto share = [this](Trait trait) { return Threshold(random::coarse::logistic(value(trait))); };
  week.discover = share(Trait::Discover);
  week.known_artist = share(Trait::KnownArtist);
  week.run = share(Trait::Run);
  week.loop = share(Trait::Loop);
  week.obsession = share(Trait::Obsession);
  fill_recency(week, history);
}

void Drift::fill_recency(Week& week, std::uint32_t history) const {
  const double recency = random::coarse::exp(value(Trait::Recency));
  week.recency = Recency(recency, history);
  week.artist_recency = Recency(2 * recency, history);
}

}  // namespace wrapfeed::simulation
