#include "ablation.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>

// Every mechanism of the model earns its place: without it a feature of real windows is missed that the whole model
// meets. Limits lie halfway between the distances with and without. Those that move a distance little have a test of
// their own statistic in mechanism_test.cc.

namespace wrapfeed::model {
namespace {

using simulation::Model;
using users::Trait;

realism::WindowCard windows_of(const Model& model) { return realism::measure_windows(Listening(model).sample); }

const realism::WindowCard& with_everything() {
  static const realism::WindowCard shared = windows_of(whole_model());
  return shared;
}

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
  EXPECT_LT(feature(with_everything(), ablation.feature).distance, ablation.limit)
      << ablation.feature << " with everything";
  Model model = whole_model();
  ablation.switch_off(model);
  EXPECT_GT(feature(windows_of(model), ablation.feature).distance, ablation.limit) << ablation.feature;
}

const Ablation kAblations[] = {
    {"DifferentListeners",
     [](Model& m) {
       for (auto& l : m.traits) l.between = 0;
     },
     "repeat_le10", .24},
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
    {"SilentDays",
     [](Model& m) {
       set_all(m, Trait::Active, kAlways);
       m.absence_a_week = 0;
       m.active_after_silent = 1;
     },
     "active_days", .29},
    {"OwnRecency", [](Model& m) { make_alike(m, {Trait::Recency}); }, "repeat_le10", .23},
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
    {"SkipsInRuns", [](Model& m) { set_all(m, Trait::Persistence, kNever); }, "skip_after_skip", .31},
    {"OwnSkipTimes", [](Model& m) { make_alike(m, {Trait::FastSkip}); }, "under_2s", .116},
    {"WeekendsOfTheirOwn", [](Model& m) { law(m, Trait::Weekend) = {}; }, "weekend_share", .155},
    {"FollowUpSessions", [](Model& m) { m.follow_up = 0; }, "hour_00", .12},
    {"ShortNights", [](Model& m) { m.hour_to_length = 0; }, "hour_03", .106},
};

INSTANTIATE_TEST_SUITE_P(Ablation, WithoutMechanism, testing::ValuesIn(kAblations),
                         [](const auto& ablation) { return std::string(ablation.param.name); });

}  // namespace
}  // namespace wrapfeed::model
