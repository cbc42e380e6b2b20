#include "answers/listening.h"

#include <gtest/gtest.h>

#include "catalog/synthesize.h"

namespace wrapfeed::answers {
namespace {

class ListeningTest : public testing::Test {
 protected:
  ListeningTest() {
    events::User user;
    user.user_id = 7;
    user.birth_date = base::days_from_civil(1990, 5, 1);
    listening_.begin(user);
  }

  // A stream that ended then, by the listener's clock, two hours ahead of UTC.
  events::Event ended(unsigned month, unsigned day, base::Millis into_day, std::int32_t ms_played = 60'000) const {
    events::Event event;
    event.type = events::EventType::Complete;
    event.utc_offset_minutes = 120;
    event.event_time = base::days_from_civil(2025, month, day) * base::kDay + into_day - 2 * base::kHour;
    event.track = 3;
    event.ms_played = ms_played;
    return event;
  }

  const catalog::Catalog catalog_ = catalog::synthesize({.seed = 1, .tracks = 200, .artists = 40});
  Listening listening_{catalog_};
};

TEST_F(ListeningTest, ThirtySecondsCountAndPrivateSessionsDoNot) {
  for (const std::int32_t ms : {29'999, 30'000, 30'001}) listening_.add(ended(3, 1, base::kHour, ms));
  events::Event event = ended(3, 1, base::kHour);
  event.private_session = true;
  listening_.add(event);
  const Answers answers = listening_.of_year(2025);
  EXPECT_EQ(answers.heard.streams, 2);
  EXPECT_EQ(answers.heard.ms_played, 60'001);
  EXPECT_EQ(answers.plays, 3);
}

TEST_F(ListeningTest, DaysAreLocalAndTheWindowHasBothEnds) {
  listening_.add(ended(1, 1, 0));
  listening_.add(ended(1, 1, -1));
  listening_.add(ended(11, 15, base::kDay - 1));
  listening_.add(ended(11, 16, 0));
  const Answers answers = listening_.of_year(2025);
  EXPECT_EQ(answers.heard.streams, 2);
  EXPECT_EQ(answers.active_days, 2);
  EXPECT_EQ(answers.longest_streak.first, base::days_from_civil(2025, 1, 1));
  EXPECT_EQ(answers.discoveries.tracks, 0);  // heard the day before
  EXPECT_EQ(listening_.of_year(2024).heard.streams, 0);
}

TEST_F(ListeningTest, OfTwoEqualDaysAndStreaksTheEarlierOneStands) {
  for (const unsigned day : {1U, 2U, 5U, 6U}) listening_.add(ended(3, day, base::kHour));
  const Answers answers = listening_.of_year(2025);
  EXPECT_EQ(answers.longest_streak.days, 2);
  EXPECT_EQ(answers.longest_streak.last, base::days_from_civil(2025, 3, 2));
  EXPECT_EQ(answers.peak_day->day, base::days_from_civil(2025, 3, 1));
  EXPECT_EQ(answers.top_song->streams, 4);
  EXPECT_EQ(answers.top_song->best_day, base::days_from_civil(2025, 3, 1));
  EXPECT_FALSE(answers.top_song->hundredth_play);
}

TEST_F(ListeningTest, PlaysOfAnyLengthAreCountedByTheirSource) {
  using events::Source;
  for (const Source source : {Source::LikedSongs, Source::Playlist, Source::Album, Source::Radio, Source::Editorial,
                              Source::Personalised, Source::Charts, Source::Search, Source::None}) {
    events::Event event = ended(3, 1, base::kHour, 5'000);
    event.source = source;
    listening_.add(event);
  }
  const Answers answers = listening_.of_year(2025);
  EXPECT_EQ(answers.plays, 9);
  EXPECT_EQ(answers.inputs.own_plays, 2);
  EXPECT_EQ(answers.inputs.program_plays, 4);
  EXPECT_EQ(answers.inputs.album_plays, 1);
}

TEST_F(ListeningTest, NobodyListeningIsNoFailure) {
  const Answers answers = listening_.of_year(2025);
  EXPECT_EQ(answers.heard.streams, 0);
  EXPECT_TRUE(answers.archive.empty());
  EXPECT_EQ(answers.inputs.birth_year, 1990);
}

}  // namespace
}  // namespace wrapfeed::answers
