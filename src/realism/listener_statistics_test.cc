#include "realism/listener_statistics.h"

#include <gtest/gtest.h>

#include <cmath>

#include "realism/history_for_test.h"

namespace wrapfeed::realism {
namespace {

using enum Statistic;

ListenerStatistics measure(const HistoryMaker& maker, std::int64_t feed_days = 1) {
  return statistics_of(History(maker.listener()), feed_days);
}

TEST(Sessions, BeginAfterMoreThanHalfAnHourOfIdleTime) {
  HistoryMaker maker;
  maker.play(10, 0, 60).play(41, 0, 60);  // idle from minute 10 to 40: half an hour, no more
  maker.play(73, 0, 60);                  // from 41 to 72
  const std::vector<Session> sessions = cut_sessions(maker.listener().plays, Clock::Utc);
  ASSERT_EQ(sessions.size(), 2U);
  EXPECT_EQ(sessions[0].plays(), 2U);
  EXPECT_DOUBLE_EQ(sessions[0].minutes, 32);  // from 9 to 41
  EXPECT_TRUE(std::isnan(sessions[0].gap_hours));
  EXPECT_DOUBLE_EQ(sessions[1].minutes, 1);
  EXPECT_DOUBLE_EQ(sessions[1].gap_hours, 31.0 / 60);
}

TEST(Sessions, ShapeAListener) {
  HistoryMaker maker;
  maker.play(10, 0, 60).play(20, 0, 60).play(30, 0, 60);  // 21 min, 3 plays
  maker.play(200, 0, 120);                                // 2 min, after 168
  maker.play(kDaySeconds / 60 + 100, 0, 60);              // the next day
  const ListenerStatistics statistics = measure(maker);
  EXPECT_DOUBLE_EQ(statistics[SessionMinutesMedian], 2);
  EXPECT_DOUBLE_EQ(statistics[SessionMinutesMean], 8);
  EXPECT_DOUBLE_EQ(statistics[SessionPlaysMean], 5.0 / 3);
  EXPECT_DOUBLE_EQ(statistics[SingleShare], 2.0 / 3);
  EXPECT_DOUBLE_EQ(statistics[SessionsAnActiveDay], 1.5);
  EXPECT_DOUBLE_EQ(statistics[GapHoursMedian], (168.0 + 1339) / 2 / 60);
}

TEST(Skips, CountBySecondsAndByTheFormerPlay) {
  HistoryMaker maker;
  for (const double seconds : {200.0, 4.9, 9.9, 29.999, 30.0, 194.0, 1.0, 193.9})  // 194 s are 97 % of 200
    maker.play(0, 0, seconds);
  const ListenerStatistics statistics = measure(maker);
  EXPECT_DOUBLE_EQ(statistics[Under5], 2.0 / 8);
  EXPECT_DOUBLE_EQ(statistics[Under10], 3.0 / 8);
  EXPECT_DOUBLE_EQ(statistics[Under30], 4.0 / 8);
  EXPECT_DOUBLE_EQ(statistics[Finished], 2.0 / 8);
  EXPECT_DOUBLE_EQ(statistics[SkipAfterSkip], 2.0 / 4);
  EXPECT_DOUBLE_EQ(statistics[SkipAfterKeep], 2.0 / 3);
}

TEST(Skips, CountByEarlierPlaysOfTheTrack) {
  HistoryMaker maker;
  // Nine plays, of which the last six are judged: the fourth to sixth play of track 0, and track 20 three times.
  for (int i = 0; i < 6; ++i) maker.play(i, 0, i == 5 ? 10 : 200);
  maker.play(6, 20, 10).play(7, 20, 200).play(8, 20, 10);
  const ListenerStatistics statistics = measure(maker);
  EXPECT_DOUBLE_EQ(statistics[SkipFirstPlay], 1);
  EXPECT_DOUBLE_EQ(statistics[SkipFewPlays], 1.0 / 4);  // 0 with 3 and 4 before, 20 with 1 and 2
  EXPECT_DOUBLE_EQ(statistics[SkipManyPlays], 1);
}

TEST(Days, CountFromTheFirstPlayToTheLast) {
  HistoryMaker maker;
  for (const int day : {0, 1, 4, 39}) maker.play(day * 1440 + 60, 0, 600);
  const ListenerStatistics statistics = measure(maker, 300);
  EXPECT_DOUBLE_EQ(statistics[MinutesADay], 1);
  EXPECT_DOUBLE_EQ(statistics[PlaysADay], .1);
  EXPECT_DOUBLE_EQ(statistics[ActiveDayShare], .1);
  EXPECT_DOUBLE_EQ(statistics[ActiveAfterActive], 1.0 / 3);
  EXPECT_DOUBLE_EQ(statistics[ActiveAfterInactive], 2.0 / 36);
  EXPECT_DOUBLE_EQ(statistics[DayDeviation], 0);
}

TEST(Days, AreAtLeastFourWeeksOrTheFeed) {
  HistoryMaker maker;
  maker.play(60, 0, 1680);
  EXPECT_DOUBLE_EQ(measure(maker, 300)[MinutesADay], 1);
  EXPECT_DOUBLE_EQ(measure(maker, 7)[MinutesADay], 4);
}

TEST(Days, RepeatThemselves) {
  HistoryMaker maker;
  for (int day = 0; day < 70; ++day) maker.play(day * 1440 + 600, 0, day % 7 < 5 ? 60 : 1000);
  const ListenerStatistics statistics = measure(maker);
  EXPECT_NEAR(statistics[DayLag7], .9, 1e-9);  // 63 of 70 products
  EXPECT_LT(statistics[DayLag1], .4);
}

TEST(Rhythm, WeighsWeekdaysByTheirNumber) {
  HistoryMaker maker;
  for (int day = 0; day < 9; ++day) maker.play(day * 1440 + 3 * 60);  // Monday and Tuesday come twice
  const ListenerStatistics statistics = measure(maker);
  for (const double share : statistics.weekdays) EXPECT_NEAR(share, 1.0 / 7, 1e-12);
  EXPECT_NEAR(statistics[WeekendShare], 2.0 / 7, 1e-12);
  EXPECT_NEAR(statistics[NightShare], 1, 1e-12);
  EXPECT_NEAR(statistics.hours[3], 1, 1e-12);
}

TEST(Choices, MeasureRepeats) {
  HistoryMaker maker;
  maker.tracks({0, 0, 10, 20, 0, 10, 30, 30});  // repeats after 1, 3, 3 and 1 plays
  const ListenerStatistics statistics = measure(maker);
  EXPECT_DOUBLE_EQ(statistics[RepeatNext], .5);
  EXPECT_DOUBLE_EQ(statistics[Repeat10], 1);
  EXPECT_DOUBLE_EQ(statistics[RepeatDay], 1);
  EXPECT_DOUBLE_EQ(statistics[RepeatShare], .75);
  EXPECT_DOUBLE_EQ(statistics[SameTrack], 2.0 / 7);
  EXPECT_TRUE(std::isnan(statistics[Distinct1000]));
}

// Two tracks, each once more after 10 and after 60 of 100 days: in a year 355 and 305 of 365 would be seen, not 90 and
// 40 of 100.
TEST(Choices, WeighsRepeatsAsAYearShowsThem) {
  HistoryMaker maker;
  const auto at = [](int day) { return day * 1440LL; };
  maker.play(at(0), 0).play(at(10), 0).play(at(20), 10).play(at(80), 10).play(at(100), 20);
  const double near = (1 - 10 / 365.0) / (1 - .1), far = (1 - 60 / 365.0) / (1 - .6);
  EXPECT_NEAR(measure(maker)[RepeatMonth], near / (near + far), 1e-12);

  maker.play(at(365), 30);  // a year is counted as it is
  EXPECT_DOUBLE_EQ(measure(maker)[RepeatMonth], .5);
}

TEST(Choices, MeasureRunsOfAnArtist) {
  HistoryMaker maker;
  maker.tracks({1, 2, 3, 11, 12, 21, 4, 5, 6, 7});  // runs of 3, 2, 1 and 4
  const ListenerStatistics statistics = measure(maker);
  EXPECT_DOUBLE_EQ(statistics[ArtistRunShare], .7);
  EXPECT_DOUBLE_EQ(statistics[SameArtist], 6.0 / 9);
}

TEST(Choices, RunsAreCountedWithinSessions) {
  HistoryMaker maker;
  maker.play(0, 1).play(1000, 1).play(1003, 2);
  EXPECT_DOUBLE_EQ(measure(maker)[SameArtist], 1);
  EXPECT_DOUBLE_EQ(measure(maker)[SameTrack], 0);
}

// New tracks at the places of a power law: the exponent comes back.
TEST(Choices, FindTheDiscoveryExponent) {
  HistoryMaker maker;
  std::int32_t known_tracks = 0;
  for (int i = 1; i <= 20'000; ++i) {
    const bool discovers = std::pow(i, .7) >= known_tracks + 1;
    maker.play(i, discovers ? 10 * known_tracks++ : 0);
  }
  const ListenerStatistics statistics = measure(maker);
  EXPECT_NEAR(statistics[TrackExponent], .7, .005);
  EXPECT_NEAR(statistics[ArtistExponent], .7, .005);
  EXPECT_NEAR(statistics[Distinct1000], std::floor(std::pow(1000, .7)) / 1000, .002);
  EXPECT_NEAR(statistics[Distinct10000], std::floor(std::pow(10'000, .7)) / 10'000, .002);
  EXPECT_TRUE(std::isnan(statistics[Distinct30000]));
}

TEST(Choices, MeasurePopularityInTheFirstTenThousandPlays) {
  HistoryMaker maker;
  for (int i = 0; i < 10'000; ++i) maker.play(i, i % 2 == 0 ? 0 : 10 * (1 + i % 1000));
  for (int i = 0; i < 5000; ++i) maker.play(10'000 + i, 999'990);
  const ListenerStatistics statistics = measure(maker);
  EXPECT_DOUBLE_EQ(statistics[ArtistTop1], .5);
  EXPECT_DOUBLE_EQ(statistics[TrackTop10], .5 + 9 * .001);
  EXPECT_DOUBLE_EQ(statistics[TrackTopDecile], .5 + 49 * .001);  // 50 of 501
}

TEST(Choices, RankSlopeOfAPowerLaw) {
  HistoryMaker maker;
  for (int rank = 1; rank <= 300; ++rank)
    for (int i = 0; i < std::lround(2000.0 / rank); ++i) maker.play(0, rank * 10);
  EXPECT_NEAR(measure(maker)[TrackSlope], 1, .03);
  EXPECT_NEAR(measure(maker)[ArtistSlope], 1, .03);
}

}  // namespace
}  // namespace wrapfeed::realism
