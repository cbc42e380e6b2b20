#include "realism/scorecard.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "realism/history_for_test.h"
#include "realism/page.h"

namespace wrapfeed::realism {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(QuantileDistance, IsTheLargestGapToTheRealShares) {
  const std::vector<double> percents = {10, 50, 90}, quantiles = {1, 2, 3};
  // 10, 50 and 90 % of 10 values: one up to 1, five up to 2, nine up to 3.
  EXPECT_DOUBLE_EQ(quantile_distance({1, 1.5, 1.6, 1.7, 2, 2.5, 2.6, 2.7, 3, 4}, quantiles, percents), 0);
  EXPECT_DOUBLE_EQ(quantile_distance({5, 5, 5, 5}, quantiles, percents), .9);
  EXPECT_DOUBLE_EQ(quantile_distance({0, 0, 0, 0}, quantiles, percents), .9);
  EXPECT_DOUBLE_EQ(quantile_distance({0, 0, 2.5, 2.5}, quantiles, percents), .4);
}

// A mass at one value is no distance where the real values have it as well.
TEST(QuantileDistance, TakesEqualQuantilesTogether) {
  const std::vector<double> percents = {10, 50, 90}, quantiles = {0, 0, 3};
  EXPECT_DOUBLE_EQ(quantile_distance({0, 0, 3, 4}, quantiles, percents), .15);  // up to 3: .75 of .9
  EXPECT_DOUBLE_EQ(quantile_distance({1, 1, 3, 4}, quantiles, percents), .15);  // nothing up to 0: .1; as above
  EXPECT_DOUBLE_EQ(quantile_distance({1, 1, 1, 3, 3, 3, 3, 3, 3, 4}, quantiles, percents), .1);
}

TEST(Check, PassesWithinItsTolerance) {
  EXPECT_TRUE(within("", .62, .57, .06).pass());
  EXPECT_FALSE(within("", .64, .57, .06).pass());
  EXPECT_TRUE(within_share("", 26, 30, .15).pass());
  EXPECT_FALSE(within_share("", 25, 30, .15).pass());
  EXPECT_TRUE(between("", .17, .19, .24, .03).pass());
  EXPECT_FALSE(between("", .28, .19, .24, .03).pass());
  EXPECT_FALSE(within("", kUnknown, .57, .06).pass());
}

TEST(Target, PassesWithAllItsJudgedChecks) {
  Target target{1, "", "", {within("good", 1, 1, .1), shown("far off", 9, 1)}};
  EXPECT_TRUE(target.pass());
  target.checks.push_back(within("bad", 2, 1, .1));
  target.checks.push_back(within("nearly", 1.05, 1, .1));
  EXPECT_FALSE(target.pass());
  EXPECT_EQ(target.worst().name, "bad");
}

TEST(Spread, IsWithinAFifthOfEachQuantile) {
  const RealSpread real = {10, 20, 30};
  EXPECT_TRUE((Spread{"", "", "", {8, 24, 36}, real}.within()));
  EXPECT_FALSE((Spread{"", "", "", {7.9, 20, 30}, real}.within()));
  EXPECT_FALSE((Spread{"", "", "", {10, 20, kUnknown}, real}.within()));
}

// Listeners of a day and 120 plays each, in a feed so short that they count, and one of a single play.
Sample small_sample(int listeners = 3) {
  Sample sample(30, 2000, 200);
  for (int user = 0; user < listeners; ++user) {
    HistoryMaker maker;
    for (int i = 0; i < 120; ++i) maker.play(i * 5, (i * (user + 7)) % (50 + 100 * (user % 3)), i % 4 == 0 ? 10 : 200);
    sample.add(maker.listener());
  }
  HistoryMaker few;
  sample.add(few.play(10).listener());
  sample.finish();
  return sample;
}

TEST(Sample, CountsListenersWithEnoughPlays) {
  const Sample sample = small_sample();
  EXPECT_EQ(sample.listeners.size(), 4U);
  EXPECT_EQ(sample.counted(), 3U);
  EXPECT_EQ(sample.plays, 361);
  EXPECT_EQ(sample.sessions, 4);
  EXPECT_EQ(sample.windows.size(), 3U);
  EXPECT_EQ(sample.session_plays, std::vector<double>(3, 120));  // the single play is not pooled
  EXPECT_EQ(Sample(60, 1, 1).fewest_plays(), 1000);
}

TEST(Sample, MeasuresHoursAgainstTheMeanListener) {
  Sample sample(30, 100, 10);
  for (const int hour : {10, 20}) {
    HistoryMaker maker;
    for (int i = 0; i < 100; ++i) maker.play(hour * 60);
    sample.add(maker.listener());
  }
  sample.finish();
  EXPECT_DOUBLE_EQ(sample.mean_hours()[10], .5);
  EXPECT_NEAR(sample.listeners[0][Statistic::HourDistance], 1, 1e-12);
}

TEST(Scorecard, HasTheTwelveTargetsAndTheFeatures) {
  const Scorecard card = measure_scorecard(small_sample(), events::Population::Heavy);
  ASSERT_EQ(card.targets.size(), 12U);
  for (int i = 0; i < 12; ++i) EXPECT_EQ(card.targets[static_cast<std::size_t>(i)].id, i + 1);
  const Json json = to_json(card);
  EXPECT_EQ(json.at("targets").size(), 12U);
  EXPECT_EQ(json.at("windows").at("features").size(), kWindowFeatures);
  EXPECT_NEAR(json.at("targets")[0].at("checks")[2].at("measured").get<double>(), .25, 1e-9);  // under 30 s
  EXPECT_EQ(json.at("correlations").size(), 28U);
  EXPECT_TRUE(json.at("targets")[8].at("checks")[2].at("measured").is_null());  // nobody has 1,000 plays
}

TEST(Scorecard, SaysInOneLineThatTooLittleWasPlayed) {
  const Scorecard few = measure_scorecard(small_sample(29), events::Population::Heavy);
  EXPECT_EQ(to_text(few),
            "30 listeners, 29 of them counted (at least 100 plays): too few plays to judge, it takes 30 counted\n");
  EXPECT_EQ(to_json(few).at("judged"), false);
  const Scorecard enough = measure_scorecard(small_sample(30), events::Population::Heavy);
  EXPECT_THAT(to_text(enough), HasSubstr("of 12 targets met"));
  EXPECT_EQ(to_json(enough).at("judged"), true);
}

TEST(Scorecard, PointsATypicalFeedToTheHeavyOne) {
  const auto text = [](events::Population population) {
    return to_text(measure_scorecard(small_sample(30), population));
  };
  EXPECT_THAT(text(events::Population::Typical), HasSubstr("--population heavy"));
  EXPECT_THAT(text(events::Population::Heavy), Not(HasSubstr("--population heavy")));
}

// Of a heavy feed the median counts, of a typical one the mean.
TEST(Scorecard, JudgesVolumeByPopulation) {
  const Sample sample = small_sample();
  const auto volume = [&](events::Population population) { return measure_targets(sample, population)[7].checks[0]; };
  EXPECT_EQ(volume(events::Population::Heavy).name, "median");
  EXPECT_EQ(volume(events::Population::Heavy).target, 106);
  EXPECT_EQ(volume(events::Population::Typical).name, "mean");
  EXPECT_EQ(volume(events::Population::Typical).target, 49);
}

TEST(Windows, OfRealListenersHaveNoDistanceToThemselves) {
  const Json& real = real_windows();
  const auto percents = real.at("quantile_percent").get<std::vector<double>>();
  ASSERT_EQ(real.at("features").size(), kWindowFeatures);
  std::size_t place = 0;
  for (const auto& [name, feature] : real.at("features").items()) {
    EXPECT_EQ(name, kWindowFeatureList[place++].name);
    // 1,000 values laid evenly between the quantiles.
    const auto quantiles = feature.at("quantiles").get<std::vector<double>>();
    std::vector<double> values;
    for (int i = 0; i < 1000; ++i) {
      const double percent = (i + .5) / 10;
      std::size_t k = 0;
      while (k < percents.size() && percents[k] < percent) ++k;
      values.push_back(k == 0                 ? quantiles.front() - 1
                       : k == percents.size() ? quantiles.back() + 1
                                              : (quantiles[k - 1] + quantiles[k]) / 2);
    }
    EXPECT_LT(quantile_distance(values, quantiles, percents), .101) << name;  // two quantiles lie at most 10 % apart
  }
}

TEST(Page, HoldsItsDataWithoutEndingItsElement) {
  const std::string page = make_page(R"({"title":"</script><b>"})");
  EXPECT_THAT(page, HasSubstr("id=\"report-data\">{\"title\":\"\\u003c/script>\\u003cb>\"}<"));
}

}  // namespace
}  // namespace wrapfeed::realism
