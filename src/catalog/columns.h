#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/large_vector.h"
#include "catalog/catalog.h"
#include "catalog/text_arena.h"

namespace wrapfeed::catalog {

// The rows of a Catalog column by column: about 160 bytes a track, its text included. Each struct below is one column
// of values that are read together. `CatalogBuilder` fills it in any order and then sorts it.
struct Catalog::Columns {
  struct Features {
    float danceability, energy, loudness, speechiness, acousticness, instrumentalness, liveness, valence, tempo;
  };
  struct Marks {
    std::uint16_t track_number;
    std::uint16_t features_type;
    std::uint8_t popularity;
    std::int8_t key;
    std::int8_t mode;
    std::int8_t time_signature;
    events::DatePrecision precision;
    bool is_explicit;
  };
  struct Range {
    std::uint32_t first;
    std::uint32_t count;
  };
  struct Album {
    Text name;
    std::uint32_t first_track;
  };

  // tracks
  base::LargeVector<TrackRow> track_rows;
  base::LargeVector<events::Id> track_ids;
  std::vector<Text> track_names;
  std::vector<Features> features;
  std::vector<Marks> marks;
  std::vector<double> newness;
  std::vector<Range> credits;                  // of credit_ids; kPrimaryOnly stands for the primary artist alone
  std::vector<std::uint32_t> track_albums;     // number in `albums`
  base::LargeVector<std::uint32_t> popular;    // by artist: its tracks, most popular first
  base::LargeVector<std::uint32_t> releases;   // by artist genre: its tracks by release day
  std::vector<Range> genre_releases;           // of `releases`
  base::LargeVector<base::Days> release_days;  // of `releases`: what is searched lies together
  std::vector<std::uint32_t> festive;          // songs of Christmas, most followed artists first
  // artists
  std::vector<ArtistRow> artist_rows;
  std::vector<events::Id> artist_ids;
  std::vector<Text> artist_names;
  std::vector<std::int64_t> followers;
  std::vector<std::int32_t> artist_popularity;
  std::vector<Range> artist_labels;  // of label_numbers and label_views
  // what rows refer to
  TextArena text;
  std::vector<events::Id> credit_ids;
  std::vector<Album> albums;
  std::vector<std::string> labels;  // every genre name of a track or an artist
  std::vector<std::uint32_t> label_numbers;
  std::vector<std::string_view> label_views;
  std::vector<std::string> genres;  // those of tracks, sorted
  std::vector<ArtistRange> genre_artists;
  std::string digest;

  static constexpr Range kPrimaryOnly{0xFFFFFFFF, 1};

  std::span<const events::Id> credits_of(std::uint32_t track) const noexcept {
    const Range range = credits[track];
    if (range.first == kPrimaryOnly.first) return {&artist_ids[track_rows[track].artist], 1};
    return std::span(credit_ids).subspan(range.first, range.count);
  }
};

}  // namespace wrapfeed::catalog
