#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>

#include "audience.h"
#include "catalog/synthesize.h"
#include "realism/scorecard.h"
#include "realism/summary.h"

// Every mechanism of the model earns its place: without it a figure that the whole model meets is missed. 120 heavy
// listeners of 84 days; limits lie halfway between the figure with and without, several times the noise (.01 to .02)
// from both.

namespace wrapfeed::model {
namespace {

using realism::Statistic;
using simulation::Model;
using users::Trait;

const Service& service() {
  static const Service shared(catalog::synthesize({.tracks = 30'000, .artists = 6'000}));
  return shared;
}

constexpr Audience kAudience{.users = 120, .days = 84};

// The listening of kAudience under a model.
struct Listening {
  explicit Listening(const Model& model)
      : sample(listen(kAudience, service(), model)), windows(realism::measure_windows(sample)) {}
  realism::Sample sample;
  realism::WindowCard windows;

  double mean_of(Statistic statistic) const { return realism::mean(sample.of_counted(statistic)); }
  // Of a window feature's distribution to the real one.
  double distance(std::string_view name) const {
    const auto& list = realism::kWindowFeatureList;
    const auto feature = std::find_if(list.begin(), list.end(), [&](const auto& f) { return f.name == name; });
    return windows.features.at(static_cast<std::size_t>(feature - list.begin())).distance;
  }
};

const Model& whole() { return simulation::model_of(events::Population::Heavy); }
const Listening& with_everything() {
  static const Listening shared(whole());
  return shared;
}

users::TraitLaw& law(Model& model, Trait trait) { return model.traits[static_cast<std::size_t>(trait)]; }

// The same for all listeners in all weeks.
void make_alike(Model& model, std::initializer_list<Trait> traits) {
  for (const Trait trait : traits) law(model, trait).between = law(model, trait).within = 0;
}
// A logit or logarithm that is never, or always, reached.
void set_all(Model& model, Trait trait, double value) {
  make_alike(model, {trait});
  law(model, trait).centre = value;
}
constexpr double kNever = -40, kAlways = 40;

// The feature's distance to real listening is below the limit with the mechanism, above it without.
struct Ablation {
  const char* name;
  std::function<void(Model&)> switch_off;
  const char* feature;
  double limit;

  friend void PrintTo(const Ablation& ablation, std::ostream* out) { *out << ablation.name; }
};

class WithoutMechanism : public testing::TestWithParam<Ablation> {};

TEST_P(WithoutMechanism, AFeatureLeavesTheReal) {
  const Ablation& ablation = GetParam();
  EXPECT_LT(with_everything().distance(ablation.feature), ablation.limit) << ablation.feature << " with everything";
  Model model = whole();
  ablation.switch_off(model);
  EXPECT_GT(Listening(model).distance(ablation.feature), ablation.limit) << ablation.feature;
}

const Ablation kAblations[] = {
    {"DifferentListeners",
     [](Model& m) {
       for (auto& l : m.traits) l.between = 0;
     },
     "repeat_le10", .27},
    {"Copying", [](Model& m) { set_all(m, Trait::Discover, kAlways); }, "repeat_share", .38},
    {"ArtistRuns", [](Model& m) { set_all(m, Trait::Run, kNever); }, "same_artist", .45},
    {"OwnSkipHabits",
     [](Model& m) {
       make_alike(m, {Trait::Skip, Trait::FastSkip});
     },
     "under_30s", .30},
    {"OwnHours",
     [](Model& m) {
       set_all(m, Trait::HourNoise, kNever);
       make_alike(m, {Trait::Morning, Trait::Night});
     },
     "hour_entropy", .15},
    {"OwnWakingHours",
     [](Model& m) {
       make_alike(m, {Trait::Morning, Trait::Night});
     },
     "hour_09", .085},
    {"WeeklyDrift",
     [](Model& m) {
       for (auto& l : m.traits) l.within = 0;
     },
     "repeat_gap_p50", .20},
    {"SilentDays",
     [](Model& m) {
       set_all(m, Trait::Active, kAlways);
       m.absence_a_week = 0;
       m.active_after_silent = 1;
     },
     "active_days", .29},
    {"Absences", [](Model& m) { m.absence_a_week = 0; }, "day_lag1", .11},
    {"TheRecencyLaw", [](Model& m) { set_all(m, Trait::Recency, 12); }, "track_once", .12},
    {"OwnRecency", [](Model& m) { make_alike(m, {Trait::Recency}); }, "repeat_le10", .23},
    {"CopiedPassages", [](Model& m) { m.passage = 0; }, "track_once", .088},
    {"ThePast", [](Model& m) { m.past_weeks = 0; }, "track_distinct", .21},
    {"SinglePlays", [](Model& m) { set_all(m, Trait::Single, kNever); }, "single_share", .36},
    {"LongIdleTimes", [](Model& m) { set_all(m, Trait::Idle, kNever); }, "idle_within_over_1min", .50},
    {"TracksOnRepeat",
     [](Model& m) {
       set_all(m, Trait::Loop, kNever);
       m.restart = m.resume = 0;
     },
     "same_track", .35},
    {"AlbumsInOrder", [](Model& m) { m.run_in_order = 0; }, "same_track", .20},
    {"AnArtistOfTheMoment", [](Model& m) { set_all(m, Trait::Obsession, kNever); }, "artist_top1", .18},
    {"SkipsInRuns", [](Model& m) { set_all(m, Trait::Persistence, kNever); }, "skip_after_skip", .31},
    {"OwnSkipTimes", [](Model& m) { make_alike(m, {Trait::FastSkip}); }, "under_2s", .119},
    {"WeekendsOfTheirOwn", [](Model& m) { law(m, Trait::Weekend) = {}; }, "weekend_share", .157},
    {"FollowUpSessions", [](Model& m) { m.follow_up = 0; }, "hour_00", .15},
    {"ShortNights", [](Model& m) { m.hour_to_length = 0; }, "hour_03", .115},
    {"RegularDays",
     [](Model& m) {
       m.regularity = 0;
       m.poisson_days = 1;
     },
     "hour_03", .11},
};

INSTANTIATE_TEST_SUITE_P(Ablation, WithoutMechanism, testing::ValuesIn(kAblations),
                         [](const auto& ablation) { return std::string(ablation.param.name); });

// Of the plays, by why they were chosen.
double share_of(simulation::Cause cause, const Model& model) {
  double plays = 0, caused = 0;
  each_session(kAudience, service(), model,
               [&](const users::Profile&, const auto&, const simulation::SessionTrace& trace) {
                 for (const simulation::StreamTruth& stream : trace.streams) caused += stream.cause == cause;
                 plays += static_cast<double>(trace.streams.size());
               });
  return caused / plays;
}

TEST(Ablation, WithoutFamiliarityAllPlaysAreSkippedAlike) {
  const auto difference = [](const Listening& listening) {
    return listening.mean_of(Statistic::SkipFirstPlay) - listening.mean_of(Statistic::SkipManyPlays);
  };
  Model model = whole();
  model.skip_by_familiarity.fill(1);
  EXPECT_GT(difference(with_everything()), .025);
  EXPECT_LT(difference(Listening(model)), .025);
}

TEST(Ablation, WithoutPlacesASessionBeginsWithFewerSkips) {
  const auto difference = [](const Listening& listening) {
    const std::vector<double> places = listening.sample.curves.skips_by_place();
    return places[0] - places[4];
  };
  Model model = whole();
  model.skip_by_place.fill(1);
  EXPECT_GT(difference(with_everything()), .016);
  EXPECT_LT(difference(Listening(model)), .016);
}

TEST(Ablation, WithoutWeekdaysFridayIsNotTheBusiest) {
  const auto friday = [](const Listening& listening) {
    const auto days = listening.sample.mean_weekdays();
    return days[4] - (days[0] + days[1] + days[2] + days[3]) / 4;
  };
  Model model = whole();
  model.weekday = {};
  EXPECT_GT(friday(with_everything()), .004);
  EXPECT_LT(friday(Listening(model)), .004);
}

TEST(Ablation, WithoutTheirPullCollectionsAreNotPlayed) {
  Model model = whole();
  model.collection_pull = 0;
  EXPECT_GT(share_of(simulation::Cause::Collection, whole()), .15);
  EXPECT_EQ(share_of(simulation::Cause::Collection, model), 0);
}

TEST(Ablation, WithoutHitsNothingIsViral) {
  Model model = whole();
  model.viral = 0;
  EXPECT_GT(share_of(simulation::Cause::Viral, whole()), .001);
  EXPECT_EQ(share_of(simulation::Cause::Viral, model), 0);
}

TEST(Ablation, WithoutReleasesOfKnownArtistsFewerAreHeard) {
  Model model = whole();
  model.release_of_known_artist = 0;
  const double with = share_of(simulation::Cause::Release, whole());
  EXPECT_LT(share_of(simulation::Cause::Release, model), .94 * with);
}

}  // namespace
}  // namespace wrapfeed::model
