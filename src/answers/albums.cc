#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "answers/year.h"

namespace wrapfeed::answers {
namespace {

constexpr std::size_t kTop = 5;
constexpr std::int64_t kFewestTracks = 4;

using Tracks = std::unordered_map<std::uint32_t, Tally>;

AlbumTally judge(std::uint32_t first_track, const Tracks& tracks, const catalog::Catalog& catalog) {
  AlbumTally album{first_track,
                   {},
                   static_cast<std::int64_t>(tracks.size()),
                   catalog.track_row(first_track).album_left + std::int64_t{1},
                   0};
  std::int64_t squares = 0;
  for (const auto& [track, heard] : tracks) {
    album.heard.streams += heard.streams;
    album.heard.ms_played += heard.ms_played;
    squares += heard.streams * heard.streams;
  }
  const auto streams = static_cast<double>(album.heard.streams);
  album.score = streams * streams * streams / (static_cast<double>(squares) * static_cast<double>(album.tracks));
  return album;
}

// Artist, name and release date: what is an album, and the last word on ties.
auto identity(const AlbumTally& album, const catalog::Catalog& catalog) {
  const events::Track track = catalog.track(album.first_track);
  return std::tuple(track.artist_id, track.album_name, track.release_date);
}

}  // namespace

void count_albums(const Year& year, Answers& answers) {
  std::unordered_map<std::uint32_t, Tracks> heard;
  for (const Play& play : year.streams) heard[year.catalog.album_first(play.track)][play.track].add(play.ms_played);
  std::vector<AlbumTally>& albums = answers.top_albums;
  for (const auto& [first_track, tracks] : heard) {
    const AlbumTally album = judge(first_track, tracks, year.catalog);
    if (album.tracks >= kFewestTracks && album.tracks_streamed > album.tracks / 2) albums.push_back(album);
  }
  std::sort(albums.begin(), albums.end(), [&](const AlbumTally& a, const AlbumTally& b) {
    const auto merits = [](const AlbumTally& album) {
      return std::tuple(album.score, album.heard.streams, album.heard.ms_played);
    };
    if (merits(a) != merits(b)) return merits(a) > merits(b);
    return identity(a, year.catalog) < identity(b, year.catalog);
  });
  if (albums.size() > kTop) albums.resize(kTop);
}

}  // namespace wrapfeed::answers
