#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "events/id.h"

namespace wrapfeed::events {

enum class DatePrecision : std::uint8_t { Unknown, Day, Month, Year };

// The audio features of a track, in the units of schemas/track.avsc.
struct AudioFeatures {
  float danceability = 0;
  float energy = 0;
  float loudness = 0;  // dB
  float speechiness = 0;
  float acousticness = 0;
  float instrumentalness = 0;
  float liveness = 0;
  float valence = 0;
  float tempo = 0;  // beats per minute
  std::int32_t key = 0;
  std::int32_t mode = 0;
  std::int32_t time_signature = 4;
};

// One row of the track table; text and ids are views into the catalog that made it.
struct Track {
  Id track_id;
  std::string_view name;
  Id artist_id;
  std::string_view artist_name;
  std::span<const Id> artist_ids;
  std::string_view album_name;
  std::int32_t track_number = 0;  // 0 = null (not known)
  std::int32_t duration_ms = 0;
  bool is_explicit = false;
  std::int32_t popularity = 0;
  std::int32_t release_date = 0;  // days since 1970, the first day of the release period
  DatePrecision release_date_precision = DatePrecision::Day;
  AudioFeatures features;
  std::string_view track_genre;
  std::int32_t audio_features_type = 0;
  double newness_score = 0;
  std::int32_t artist_popularity = 0;
  std::int64_t artist_followers = 0;
};

// One row of the artist table.
struct Artist {
  Id artist_id;
  std::string_view name;
  std::int64_t followers = 0;
  std::int32_t popularity = 0;
  std::span<const std::string_view> genres;
};

}  // namespace wrapfeed::events
