#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "events/event.h"

namespace wrapfeed::answers {

// How much was heard: streams that count, and their milliseconds.
struct Tally {
  std::int64_t streams = 0;
  std::int64_t ms_played = 0;

  void add(std::int64_t ms) {
    ++streams;
    ms_played += ms;
  }
};

// Tracks and artists are numbers of the catalog, an album is that of its first track.
struct TrackTally {
  std::uint32_t track;
  Tally heard;
};
struct ArtistTally {
  std::uint32_t artist;
  Tally heard;
};
struct GenreTally {
  std::string_view genre;
  Tally heard;
};
struct AlbumTally {
  std::uint32_t first_track;
  Tally heard;
  std::int64_t tracks_streamed;
  std::int64_t tracks;
  double score;
};
struct SpanTally {
  std::int32_t first_year;
  std::int64_t streams;
};
struct MoodTally {
  std::string_view mood;
  std::int64_t streams;
};
struct PartMood {
  std::string_view part;
  MoodTally most;
};
struct DayTally {
  base::Days day;
  Tally heard;
};
struct KindOfDay {
  std::string_view kind;
  DayTally day;
};
struct SprintPlace {
  std::int32_t month;
  std::int32_t rank;
  std::uint32_t artist;
  std::int64_t streams;
};
struct TopSong {
  std::uint32_t track;
  std::int64_t streams;
  base::Days first_play;
  std::optional<base::Days> hundredth_play;
  base::Days best_day;
  std::int64_t best_day_streams;
};
struct Streak {
  std::int32_t days = 0;
  base::Days first = 0;
  base::Days last = 0;
};

// The answer key of one user and year. The fields of schemas/truth_wrapped.avsc, in its order; what each means stands
// there and in sql/wrapped, whose code this shares nothing with.
struct Answers {
  std::int64_t user_id = 0;
  std::int32_t year = 0;
  Tally heard;
  std::int64_t different_tracks = 0;
  std::int64_t different_artists = 0;
  std::int64_t different_genres = 0;
  std::vector<TrackTally> top_tracks;
  std::vector<ArtistTally> top_artists;
  std::vector<AlbumTally> top_albums;
  std::vector<GenreTally> top_genres;
  std::optional<TopSong> top_song;
  std::array<Tally, 12> months{};
  std::array<Tally, 7> weekdays{};
  std::array<Tally, 24> hours{};
  std::int64_t night_streams = 0;
  struct {
    std::int64_t tracks = 0, artists = 0, new_releases = 0;
  } discoveries;
  Streak longest_streak;
  std::int32_t active_days = 0;
  std::optional<DayTally> peak_day;
  std::int64_t plays = 0;
  std::int64_t skips = 0;
  struct {
    std::int64_t likes = 0, playlists_made = 0, playlist_additions = 0, follows = 0;
  } library;
  std::vector<SpanTally> decades;
  std::vector<SpanTally> release_spans;
  std::vector<PartMood> audio_day;
  std::vector<MoodTally> moods;
  std::vector<SprintPlace> sprint;
  std::vector<KindOfDay> archive;
  std::int64_t artist_weeks = 0;
  std::int64_t track_days = 0;
  std::int64_t popularity = 0;
  struct {
    std::int32_t birth_year = 0;
    events::Country country{};
    std::string city;
    std::int64_t own_plays = 0, program_plays = 0, album_plays = 0;
    std::int64_t release_days = 0;
    std::vector<ArtistTally> listened;  // every artist, by id
  } inputs;
};

}  // namespace wrapfeed::answers
