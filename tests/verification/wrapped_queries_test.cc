// The queries of Wrapped are held against the answer key: as they are they agree for every user and story, and a small
// slip in any of them shows.
#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "base/time.h"
#include "catalog/synthesize.h"
#include "feed/manifest.h"
#include "insights/wrapped.h"
#include "pipeline/generate.h"
#include "verification/answer_check.h"

namespace wrapfeed {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kUsers = 7;       // of each feed that agrees
constexpr std::int64_t kSlipUsers = 30;  // enough that every slip changes somebody's year

feed::FeedOptions options_of(std::uint64_t seed, events::Population population, feed::Layout layout,
                             std::int64_t users = kUsers) {
  feed::FeedOptions options;
  options.seed = seed;
  options.users = users;
  options.from = options.only_from = base::days_from_civil(2024, 11, 25);
  options.to = options.only_to = base::days_from_civil(2025, 12, 1);
  options.tracks = 3'000;
  options.artists = 300;
  options.population = population;
  options.layout = layout;
  options.truth = options.edge_cases = true;
  options.only_users_end = options.all_users();
  return options;
}

// A feed with an answer key, in a folder that goes with it.
class Feed {
 public:
  explicit Feed(const feed::FeedOptions& options)
      : path_(fs::path(testing::TempDir()) / ("wrapped_queries_" + std::to_string(getpid()))) {
    const catalog::Catalog catalog =
        catalog::synthesize({.seed = options.seed, .tracks = options.tracks, .artists = options.artists});
    pipeline::Counters counters;
    std::atomic<bool> stop = false;
    pipeline::GenerateOptions run;
    run.feed = options;
    run.out = path_;
    run.start = feed::Start::Replace;
    pipeline::generate(run, catalog, counters, stop);
    manifest_ = feed::read_manifest(path_);
  }
  ~Feed() { fs::remove_all(path_); }
  Feed(const Feed&) = delete;
  Feed& operator=(const Feed&) = delete;

  const fs::path& path() const { return path_; }
  std::size_t files(const std::string& table) const { return manifest_.tables.at(table).files.size(); }
  verification::AnswersVerdict check(const insights::Queries& queries = insights::wrapped_queries()) const {
    return verification::check_wrapped(path_, manifest_, queries);
  }

 private:
  fs::path path_;
  feed::Manifest manifest_;
};

TEST(WrappedQueries, AgreeWithTheKeyOnThreeSeedsBothLayoutsAndBothPopulations) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    for (const auto population : {events::Population::Typical, events::Population::Heavy}) {
      for (const auto layout : {feed::Layout::User, feed::Layout::Day}) {
        const verification::AnswersVerdict verdict = Feed(options_of(seed, population, layout)).check();
        EXPECT_EQ(verdict.differences, 0) << verdict.first;
        EXPECT_EQ(verdict.users, 2 * (kUsers + feed::kEdgeCaseUsers));
        EXPECT_EQ(verdict.stories.size(), 39U);
        EXPECT_TRUE(verdict.absent.empty());
      }
    }
  }
}

// Those of each user, or of every `step`th.
void expect_the_same_alone(const Feed& feed, std::int64_t step) {
  constexpr std::size_t kCompared = 8;  // fields that hold users against each other
  const insights::Window window = insights::window_of(2025, insights::kDefaultWindow);
  insights::Wrapped(feed.path(), window).for_each_user([&](const insights::Answers& whole) {
    const std::int64_t user = whole.at("user_id");
    if (user % step != 0) return;
    const insights::Answers own = insights::own_answers(feed.path(), window, user);
    EXPECT_EQ(own.size(), whole.size() - kCompared);
    for (const auto& [story, answer] : own.items()) EXPECT_EQ(answer, whole.at(story)) << user << ": " << story;
  });
}

TEST(WrappedQueries, OfOneUserAloneSayWhatTheySayAmongAll) {
  for (const auto layout : {feed::Layout::User, feed::Layout::Day})
    expect_the_same_alone(Feed(options_of(4, events::Population::Typical, layout)), 1);
}

TEST(WrappedQueries, OfOneUserAloneSayTheSameInSeveralParts) {
  for (const auto layout : {feed::Layout::User, feed::Layout::Day}) {
    feed::FeedOptions options = options_of(5, events::Population::Typical, layout);
    options.from = options.only_from = base::days_from_civil(2025, 1, 1);
    options.to = base::days_from_civil(2026, 1, 1);
    options.only_to = options.from + 14;
    options.users = 300;
    options.only_users_end = options.all_users();
    const Feed feed(options);
    EXPECT_GT(feed.files("event"), 3U);
    expect_the_same_alone(feed, 32);  // the first of a part among them
  }
}

struct Slip {
  const char* query;
  const char* text;
  const char* instead;
};

void PrintTo(const Slip& slip, std::ostream* out) { *out << slip.query << ": " << slip.instead; }

constexpr Slip kSlips[] = {
    // what counts, when and for whom
    {"streams", "ms_played >= 30000", "ms_played > 30000"},
    {"streams", "ms_played >= 30000", "ms_played >= 29999"},
    {"streams", "local_day >= p.first_day", "local_day > p.first_day"},
    {"streams", "local_day >= p.first_day", "local_day >= p.first_day - 1"},
    {"activity", "(p.last_day + 1)", "p.last_day"},
    {"activity", "a.local_ms < ", "a.local_ms <= "},
    {"activity", " + utc_offset_minutes * 60000", ""},
    {"activity", "where not private_session\n    and", "where"},
    {"activity", "where not private", "where ingest_time < timestamp '2025-11-16' and not private"},
    {"songs", "dense_rank() over (order by artist_id)", "dense_rank() over (order by artist_ids[len(artist_ids)])"},
    {"songs", "(order by artist_id, album_name, release_date)", "(order by artist_id)"},
    {"songs", "'party'", "'cheerful'"},
    {"totals", ">= 30 and", "> 30 and"},
    {"totals", ">= 30 and", ">= 29 and"},
    {"totals", ">= 5 as", ">= 4 as"},
    {"totals", "floor(", "ceil("},
    // tops
    {"top_tracks", "streams desc, ms_played desc, track)", "streams desc, ms_played, track)"},
    {"top_tracks", "streams desc, ms_played desc, track)", "streams desc, ms_played desc, track desc)"},
    {"top_tracks", "<= 5", "< 5"},
    {"top_artists", "ms_played desc, artist)", "ms_played, artist)"},
    {"top_albums", "tracks_streamed * 2 > ", "tracks_streamed * 2 >= "},
    {"top_albums", ">= 4", "> 4"},
    {"top_genres", "streams desc, ms_played desc, genre", "streams desc, ms_played, genre"},
    {"top_genre", "place = 1", "place = 2"},
    {"user_genres", "sum(t.streams)", "count(t.streams)"},
    {"top_artist_fan", "over (partition by artist order by ms_played desc)",
     "over (partition by artist order by ms_played)"},
    {"top_song", "play = 100", "play = 99"},
    {"top_song", "min(local_day) as first_day", "max(local_day) as first_day"},
    {"top_song", "sum(cast(s.ms_played as bigint)) desc, s.local_day)",
     "sum(cast(s.ms_played as bigint)) desc, s.local_day desc)"},
    // times
    {"months", "extract(month", "-1 + extract(month"},
    {"weekdays", "local_day + 3", "local_day + 4"},
    {"user_hours", "select user_id, local_hour,", "select user_id, mod(local_hour + 1, 24) as local_hour,"},
    {"hours", "local_hour as hour", "local_hour + 1 as hour"},
    {"night", "local_hour < 6", "local_hour <= 6"},
    {"streaks", "days desc, first_day)", "days desc, first_day desc)"},
    {"streaks", "count(*) as days", "count(*) - 1 as days"},
    {"peak_day", "ms_played desc, streams desc", "streams desc, ms_played desc"},
    {"user_days", "sum(cast(s.release_day as bigint))", "max(cast(s.release_day as bigint))"},
    {"archive", "k.local_day", "k.local_day + 1"},
    {"archive_days", "streams >= 10", "streams >= 9"},
    {"archive_days", "first_day = last_day", "first_day <= last_day"},
    {"sprint_months", "extract(month", "-1 + extract(month"},
    {"sprint", "c.month <= m.month", "c.month < m.month"},
    // tastes
    {"first_plays", "min(local_day)", "max(local_day)"},
    {"discoveries", "<= 60", "< 60"},
    {"discoveries", "<= 60", "<= 61"},
    {"discoveries", "f.first_day >= p.first_day", "f.first_day >= p.first_day - 60"},
    {"user_tracks", "count(*)", "count(distinct local_day)"},
    {"user_artists", "min(t.first_day)", "max(t.first_day)"},
    {"user_habits", "count(a.ms_played) as plays", "count(*) as plays"},
    {"user_habits", "a.kind = 1", "a.kind <= 1"},
    {"activity", "when 'skip' then 1", "when 'stop' then 1"},
    {"skips", "cast(skips as double)", "cast(skips + 1 as double)"},
    {"library", "h.likes", "h.follows"},
    {"decades", "mod(s.release_year, 10)", "mod(s.release_year + 1, 10)"},
    {"release_spans", "mod(s.release_year, 5)", "mod(s.release_year + 1, 5)"},
    {"listening_age", "+ 16", "+ 15"},
    {"listening_age", "birth_date) / 5", "birth_date) / 10"},
    {"user_moods", "between 5 and 11", "between 6 and 11"},
    {"audio_day", "streams desc, mood", "streams, mood"},
    {"moods", "streams desc, mood", "streams desc, mood desc"},
    {"artist_names", "max(artist_name)", "min(album_name)"},
    // axes
    {"axis_inputs", "local_day + 3", "local_day + 4"},
    {"axis_inputs", "distinct user_id, track, local_day", "user_id, track, local_day"},
    {"axes", "where t.eligible", "where true"},
    {"axes", "different_tracks as double) desc", "different_tracks as double)"},
    {"personality", "uniqueness >= 0.5", "uniqueness >= 0.3"},
    {"personality", "'E' else 'F'", "'F' else 'E'"},
    // among others
    {"sound_town", ">= 3", "> 3"},
    {"sound_town", "as double) desc", "as double)"},
    {"sound_town_cities", "then mine.streams else 0", "then 0 else 0"},
    {"sound_town_cities", "then mine.all_streams else 0", "then 0 else 0"},
    {"character", "score * 3 > 1", "score * 2 > 1"},
    {"character", "standing desc, place", "standing desc, place desc"},
    {"character_scores", "'tender', 'melancholic'", "'tender'"},
    {"character_scores", "'party', 'cheerful'", "'party', 'easy'"},
    {"character_scores", "h.playlists_made + h.playlist_additions", "h.follows"},
    {"character_scores", "h.own_plays", "h.program_plays"},
    {"character_scores", "(h.program_plays", "(h.album_plays"},
    {"character_scores", "(h.album_plays", "(h.own_plays"},
    {"character_scores", "where t.eligible", ""},
    {"user_habits", "a.origin = 1", "a.origin <= 1"},
    {"club", "devotion >= 0.9", "devotion >= 0.5"},
    {"club", "'Dance Floor Club'", "'Easy Ride Club'"},
    {"club_scores", "desc, m.mood) as place", ", m.mood) as place"},
    {"club_scores", "h.likes + h.playlist_additions", "h.skips"},
    {"club_scores", "r.mean_release_day desc", "r.mean_release_day"},
};

class SlipTest : public testing::TestWithParam<Slip> {
 protected:
  static const Feed& feed() {
    static const Feed feed(options_of(1, events::Population::Typical, feed::Layout::User, kSlipUsers));
    return feed;
  }
};

TEST_P(SlipTest, IsFound) {
  const Slip& slip = GetParam();
  insights::Queries queries = insights::wrapped_queries();
  for (insights::Query& query : queries) {
    if (query.name != slip.query) continue;
    const std::size_t at = query.text.find(slip.text);
    ASSERT_NE(at, std::string::npos) << slip.query << " has no " << slip.text;
    query.text.replace(at, std::string_view(slip.text).size(), slip.instead);
  }
  const verification::AnswersVerdict verdict = feed().check(queries);
  EXPECT_GT(verdict.differences, 0) << slip.query << ": " << slip.instead;
  RecordProperty("first", verdict.first);
}

INSTANTIATE_TEST_SUITE_P(WrappedQueries, SlipTest, testing::ValuesIn(kSlips));

}  // namespace
}  // namespace wrapfeed
