#include "realism/scorecard.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "audience.h"
#include "catalog/synthesize.h"

namespace wrapfeed::model {
namespace {

using events::Population;
using realism::Scorecard;

Scorecard card_of(const Audience& audience) {
  const Service service(catalog::synthesize({.seed = audience.seed}));
  const simulation::Model& model = simulation::model_of(audience.population);
  return realism::measure_scorecard(listen(audience, service, model), audience.population);
}

void expect_pass(const realism::Target& target) {
  for (const realism::Check& check : target.checks) {
    if (check.judged) {
      EXPECT_TRUE(check.pass()) << "target " << target.id << ", " << target.name << ", " << check.name << ": "
                                << check.measured << " is not in " << check.low << " ... " << check.high;
    }
  }
}

void expect_real_windows(const realism::WindowCard& windows) {
  EXPECT_LE(windows.mean_distance, .095);
  EXPECT_LE(windows.correlations, .12);  // of windows; those of the listeners' means differ by .13
  for (std::size_t i = 0; i < realism::kWindowFeatures; ++i) {
    const realism::WindowFeature& feature = realism::kWindowFeatureList[i];
    if (feature.volume) continue;
    EXPECT_LE(windows.features[i].distance, .20) << feature.name;
  }
}

// The tenth, the median and the ninetieth percentile over listeners are each within a fifth of the real one.
constexpr std::array<std::string_view, 12> kRealSpreads = {
    "active_day_share",       "under_30s",          "session_minutes_median",
    "session_minutes_mean",   "session_plays_mean", "track_exponent",
    "artist_exponent",        "same_artist",        "repeat_share",
    "sessions_an_active_day", "weekend_share",      "hour_distance"};

void expect_real_spread(const std::vector<realism::Spread>& spreads) {
  for (const std::string_view name : kRealSpreads) {
    const auto spread = std::find_if(spreads.begin(), spreads.end(), [&](const auto& s) { return s.name == name; });
    ASSERT_NE(spread, spreads.end()) << name;
    EXPECT_TRUE(spread->within()) << name << ": " << spread->feed.p10 << " " << spread->feed.p50 << " "
                                  << spread->feed.p90 << ", real " << spread->real.p10 << " " << spread->real.p50 << " "
                                  << spread->real.p90;
  }
}

class HeavyListening : public testing::TestWithParam<std::uint64_t> {};

TEST_P(HeavyListening, CannotBeToldFromRealByItsFigures) {
  const Scorecard card = card_of({.seed = GetParam()});
  ASSERT_EQ(card.targets.size(), 12U);
  for (const realism::Target& target : card.targets) expect_pass(target);
  expect_real_windows(card.windows);
  expect_real_spread(card.spread);
  // All 28 lie within .1 on these seeds; from seed to seed one moves by .035, and the real ones of 79 by .11.
  for (const realism::TraitPair& pair : card.traits)
    EXPECT_NEAR(pair.feed, pair.real, .15) << pair.one << ", " << pair.other;
  EXPECT_GE(std::count_if(card.traits.begin(), card.traits.end(), [](const auto& pair) { return pair.within(); }), 26);
}

INSTANTIATE_TEST_SUITE_P(Seeds, HeavyListening, testing::Values(1, 2, 3), testing::PrintToStringParamName());

TEST(TypicalListening, HasTheVolumeOfTheGeneralPopulation) {
  const Scorecard card = card_of({.population = Population::Typical, .days = 365});
  expect_pass(card.targets.at(7));
}

}  // namespace
}  // namespace wrapfeed::model
