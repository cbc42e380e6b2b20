#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <string>

#include "ablation.h"
#include "play_statistics.h"

// Mechanisms that exist for one statistic: it is nearer to `with` in the whole model, nearer to `without` when the
// mechanism is switched off. Both are means over seeds 1 to 3, of which every single one is on its side.

namespace wrapfeed::model {
namespace {

using realism::Statistic;
using simulation::Cause;
using simulation::Model;
using users::Trait;
using MeasureModel = std::function<double(const Model&)>;

struct Mechanism {
  const char* name;
  std::function<void(Model&)> switch_off;
  MeasureModel statistic;
  double with, without;

  bool present(double value) const { return std::abs(value - with) < std::abs(value - without); }
  friend void PrintTo(const Mechanism& mechanism, std::ostream* out) { *out << mechanism.name; }
};

class Mechanisms : public testing::TestWithParam<Mechanism> {};

TEST_P(Mechanisms, MoveTheirStatistic) {
  const Mechanism& mechanism = GetParam();
  Model model = whole_model();
  const double with = mechanism.statistic(model);
  mechanism.switch_off(model);
  const double without = mechanism.statistic(model);
  EXPECT_TRUE(mechanism.present(with)) << with << " with everything";
  EXPECT_FALSE(mechanism.present(without)) << without << " without";
}

// A figure of the listening of an audience.
MeasureModel of(std::function<double(const realism::Sample&)> figure, const Audience& audience = kFewListeners) {
  return [=](const Model& model) { return figure(Listening(model, audience).sample); };
}

MeasureModel difference(Statistic more, Statistic less) {
  return of([=](const realism::Sample& sample) {
    return realism::mean(sample.of_counted(more)) - realism::mean(sample.of_counted(less));
  });
}

double skips_of_the_first_over_the_fifth_place(const realism::Sample& sample) {
  const std::vector<double> places = sample.curves.skips_by_place();
  return places[0] - places[4];
}

double friday_over_other_workdays(const realism::Sample& sample) {
  const auto days = sample.mean_weekdays();
  return days[4] - (days[0] + days[1] + days[2] + days[3]) / 4;
}

// How much a listener's windows differ in their skips.
double skips_within_a_listener(const realism::Sample& sample) {
  return feature(realism::measure_windows(sample), "under_30s").feed_within;
}

// From midnight to six.
double spread_of_night_listening(const realism::Sample& sample) {
  return realism::deviation(sample.of_counted(Statistic::NightShare), 1);
}

// Of the logit of the share of single plays over listeners: how much further the tenth percentile lies from the median
// than the ninetieth, as a share of their distance; 0 for a normal distribution.
double skewness_of_singles(const realism::Sample& sample) {
  std::vector<double> logits;
  for (const double share : sample.of_counted(Statistic::SingleShare))
    if (share > 0 && share < 1) logits.push_back(std::log(share / (1 - share)));
  const double low = realism::quantile(logits, .1), high = realism::quantile(logits, .9);
  return (high + low - 2 * realism::median(logits)) / (high - low);
}

const Mechanism kMechanisms[] = {
    {"WeeklyDrift",
     [](Model& m) {
       for (auto& l : m.traits) l.within = 0;
     },
     of(skips_within_a_listener), .056, .0225},
    {"SkewedTails",
     [](Model& m) {
       for (auto& l : m.traits) l.skew = l.drift_skew = 0;
     },
     of(skewness_of_singles, kManyListeners), .326, .115},
    {"OwnWakingHours",
     [](Model& m) {
       make_alike(m, {Trait::Morning, Trait::Night});
     },
     of(spread_of_night_listening, kManyListeners), .0364, .0298},
    {"DayIntensity", [](Model& m) { m.level_to_intensity = m.level_to_active = 0; }, variation_within_a_week, .478,
     .439},
    {"RegularDays",
     [](Model& m) {
       m.regularity = 0;
       m.poisson_days = 1;
     },
     variation_within_a_week, .478, .597},
    {"DayChain",
     [](Model& m) {
       m.active_after_active = 0;
       m.active_after_silent = 1;
     },
     difference(Statistic::ActiveAfterActive, Statistic::ActiveAfterInactive), .258, .179},
    {"Absences", [](Model& m) { m.absence_a_week = 0; }, silent_days_of_long_silences, .413, .207},
    {"Weekdays", [](Model& m) { m.weekday = {}; }, of(friday_over_other_workdays, kManyListeners), .011, .000},
    {"Familiarity", [](Model& m) { m.skip_by_familiarity.fill(1); },
     difference(Statistic::SkipFirstPlay, Statistic::SkipManyPlays), .045, .003},
    {"PlaceInTheSession", [](Model& m) { m.skip_by_place.fill(1); }, of(skips_of_the_first_over_the_fifth_place), .042,
     -.026},
    {"LeavingLater", [](Model& m) { set_all(m, Trait::LeaveLater, kNever); }, heard_between(0, .98), .144, .052},
    {"TheLastTwoPercent", [](Model& m) { m.nearly_done = 0; }, heard_between(.98, .9999), .195, .001},
    {"RunLengthClasses",
     [](Model& m) {  // one, exponential, of the same mean
       m.short_run_length = m.long_run_length = 5.7;
       m.run_length_power = 1;
     },
     long_runs_of_fifteen, .156, .112},
    {"CopiedPassages", [](Model& m) { m.passage = 0; }, same_track_follows_again, .131, .084},
    {"TheRecencyLaw", [](Model& m) { set_all(m, Trait::Recency, 12); }, copies_from_the_last_hundred, .251, .019},
    {"AnArtistOfTheMoment", [](Model& m) { set_all(m, Trait::Obsession, kNever); }, top_artist_of_the_week_stays, .443,
     .351},
    {"KnownArtists", [](Model& m) { set_all(m, Trait::KnownArtist, kNever); },
     new_tracks_of_known_artists({Cause::KnownArtist, Cause::Discovery}), .566, .525},
    {"ReleasesOfKnownArtists", [](Model& m) { m.release_of_known_artist = 0; },
     new_tracks_of_known_artists({Cause::Release}), .407, .348},
    {"Collections", [](Model& m) { m.collection_pull = 0; }, share_of(Cause::Collection), .221, 0},
    {"Hits", [](Model& m) { m.viral = 0; }, share_of(Cause::Viral), .0016, 0},
};

INSTANTIATE_TEST_SUITE_P(Ablation, Mechanisms, testing::ValuesIn(kMechanisms),
                         [](const auto& mechanism) { return std::string(mechanism.param.name); });

}  // namespace
}  // namespace wrapfeed::model
