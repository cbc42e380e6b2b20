#include "catalog/listings.h"

#include <algorithm>
#include <tuple>

namespace wrapfeed::catalog {

using Columns = Catalog::Columns;

namespace {

constexpr std::uint32_t kLastRank = 255;  // that a row tells

void rank_tracks(Columns& columns) {
  columns.popular.resize(columns.track_rows.size());
  for (std::uint32_t i = 0; i < columns.popular.size(); ++i) columns.popular[i] = i;
  for (const ArtistRow& row : columns.artist_rows) {
    const auto first = columns.popular.begin() + row.first_track;
    std::sort(first, first + row.track_count, [&](std::uint32_t a, std::uint32_t b) {
      const int left = columns.marks[a].popularity;
      const int right = columns.marks[b].popularity;
      return left != right ? left > right : a < b;
    });
    for (std::uint32_t rank = 0; rank < row.track_count; ++rank) {
      columns.track_rows[*(first + rank)].rank = static_cast<std::uint8_t>(std::min(rank, kLastRank));
    }
  }
}

// Within a genre's tracks by release day and then by number: a genre's artists, and so its tracks, stand together.
void order_releases(Columns& columns) {
  columns.releases.reserve(columns.track_rows.size());
  columns.release_days.reserve(columns.track_rows.size());
  std::vector<std::uint64_t> keys;
  for (const Catalog::ArtistRange& artists : columns.genre_artists) {
    keys.clear();
    for (std::uint32_t artist = artists.first; artist < artists.first + artists.count; ++artist) {
      const ArtistRow& row = columns.artist_rows[artist];
      for (std::uint32_t track = row.first_track; track < row.first_track + row.track_count; ++track) {
        const auto day = static_cast<std::uint32_t>(columns.track_rows[track].release_day) ^ 0x80000000U;
        keys.push_back(std::uint64_t{day} << 32 | track);
      }
    }
    std::sort(keys.begin(), keys.end());
    const auto first = static_cast<std::uint32_t>(columns.releases.size());
    columns.genre_releases.push_back({first, static_cast<std::uint32_t>(keys.size())});
    for (const std::uint64_t key : keys) {
      const auto track = static_cast<std::uint32_t>(key);
      columns.releases.push_back(track);
      columns.release_days.push_back(columns.track_rows[track].release_day);
    }
  }
}

void collect_festive(Columns& columns) {
  for (std::uint32_t track = 0; track < columns.track_rows.size(); ++track) {
    if (columns.track_rows[track].festive) columns.festive.push_back(track);
  }
  const auto key = [&](std::uint32_t track) {
    const std::uint32_t artist = columns.track_rows[track].artist;
    return std::tuple(-columns.followers[artist], artist, -columns.marks[track].popularity, track);
  };
  std::sort(columns.festive.begin(), columns.festive.end(),
            [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
}

}  // namespace

void fill_listings(Columns& columns) {
  rank_tracks(columns);
  order_releases(columns);
  collect_festive(columns);
}

}  // namespace wrapfeed::catalog
