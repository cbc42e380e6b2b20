#include <algorithm>
#include <limits>
#include <map>
#include <unordered_map>

#include "answers/year.h"

namespace wrapfeed::answers {
namespace {

constexpr std::size_t kTop = 5;
constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

}  // namespace

void count_tops(const Year& year, Answers& answers) {
  std::unordered_map<std::uint32_t, Tally> tracks, artists;
  std::map<std::string_view, Tally> genres;
  for (const Play& play : year.streams) {
    answers.heard.add(play.ms_played);
    tracks[play.track].add(play.ms_played);
    artists[year.artist_of(play)].add(play.ms_played);
    genres[year.catalog.track(play.track).track_genre].add(play.ms_played);
  }
  answers.different_tracks = static_cast<std::int64_t>(tracks.size());
  answers.different_artists = static_cast<std::int64_t>(artists.size());
  answers.different_genres = static_cast<std::int64_t>(genres.size());

  const auto track_ids = year.catalog.track_ids(), artist_ids = year.catalog.artist_ids();
  const auto smaller_artist = [&](const ArtistTally& a, const ArtistTally& b) {
    return artist_ids[a.artist] < artist_ids[b.artist];
  };
  answers.top_tracks = most_heard<TrackTally>(
      tracks, [&](const TrackTally& a, const TrackTally& b) { return track_ids[a.track] < track_ids[b.track]; }, kTop);
  answers.top_artists = most_heard<ArtistTally>(artists, smaller_artist, kTop);
  answers.top_genres = most_heard<GenreTally>(
      genres, [](const GenreTally& a, const GenreTally& b) { return a.genre < b.genre; }, kTop);
  std::vector<ArtistTally>& listened = answers.inputs.listened;
  listened = most_heard<ArtistTally>(artists, smaller_artist, kAll);
  std::sort(listened.begin(), listened.end(), smaller_artist);
}

}  // namespace wrapfeed::answers
