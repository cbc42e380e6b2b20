#include <functional>
#include <limits>
#include <map>
#include <string>

#include "base/check.h"
#include "base/error.h"
#include "catalog/arrange.h"
#include "catalog/columns.h"
#include "catalog/digest.h"
#include "catalog/festive.h"

namespace wrapfeed::catalog {

using Columns = Catalog::Columns;

struct CatalogBuilder::Staging {
  Unplaced unplaced;
  bool festive_album = false;  // the last track's
  std::map<std::string, std::uint32_t, std::less<>> label_numbers;
};

CatalogBuilder::CatalogBuilder() : columns_(std::make_unique<Columns>()), staging_(std::make_unique<Staging>()) {}
CatalogBuilder::~CatalogBuilder() = default;

void CatalogBuilder::reserve(std::size_t tracks, std::size_t artists) {
  Columns& columns = *columns_;
  columns.track_rows.reserve(tracks);
  columns.track_ids.reserve(tracks);
  columns.track_names.reserve(tracks);
  columns.features.reserve(tracks);
  columns.marks.reserve(tracks);
  columns.newness.reserve(tracks);
  columns.credits.reserve(tracks);
  columns.artist_rows.reserve(artists);
  columns.artist_ids.reserve(artists);
  columns.artist_names.reserve(artists);
  columns.followers.reserve(artists);
  columns.artist_popularity.reserve(artists);
  columns.artist_labels.reserve(artists);
  columns.text.reserve(tracks * 32 + artists * 16);
  staging_->unplaced.primary_ids.reserve(tracks);
  staging_->unplaced.album_names.reserve(tracks);
  staging_->unplaced.track_labels.reserve(tracks);
}

namespace {

template <typename T>
T narrow(std::string_view what, const events::Id& id, std::string_view field, std::int64_t value, std::int64_t low) {
  if (value < low || value > static_cast<std::int64_t>(std::numeric_limits<T>::max())) {
    base::fail("catalog: {} {}: {} {} is not between {} and {}", what, events::text(id), field, value, low,
               std::numeric_limits<T>::max());
  }
  return static_cast<T>(value);
}

std::uint32_t label_number(std::map<std::string, std::uint32_t, std::less<>>& numbers, std::vector<std::string>& labels,
                           std::string_view name) {
  const auto found = numbers.find(name);
  if (found != numbers.end()) return found->second;
  const auto number = static_cast<std::uint32_t>(labels.size());
  labels.emplace_back(name);
  numbers.emplace(name, number);
  return number;
}

Columns::Marks marks_of(const events::Track& track) {
  const events::Id& id = track.track_id;
  const events::AudioFeatures& features = track.features;
  return {.track_number = narrow<std::uint16_t>("track", id, "track_number", track.track_number, 0),
          .features_type = narrow<std::uint16_t>("track", id, "audio_features_type", track.audio_features_type, 0),
          .popularity = narrow<std::uint8_t>("track", id, "popularity", track.popularity, 0),
          .key = narrow<std::int8_t>("track", id, "key", features.key, -1),
          .mode = narrow<std::int8_t>("track", id, "mode", features.mode, -1),
          .time_signature = narrow<std::int8_t>("track", id, "time_signature", features.time_signature, 0),
          .precision = track.release_date_precision,
          .is_explicit = track.is_explicit};
}

Columns::Features measured(const events::AudioFeatures& features) {
  return {features.danceability,     features.energy,   features.loudness, features.speechiness, features.acousticness,
          features.instrumentalness, features.liveness, features.valence,  features.tempo};
}

}  // namespace

void CatalogBuilder::add(const events::Artist& artist) {
  Columns& columns = *columns_;
  const auto first = static_cast<std::uint32_t>(columns.label_numbers.size());
  for (const std::string_view genre : artist.genres) {
    columns.label_numbers.push_back(label_number(staging_->label_numbers, columns.labels, genre));
  }
  columns.artist_rows.push_back({});
  columns.artist_ids.push_back(artist.artist_id);
  columns.artist_names.push_back(columns.text.add(artist.name));
  columns.followers.push_back(artist.followers);
  columns.artist_popularity.push_back(artist.popularity);
  columns.artist_labels.push_back({first, static_cast<std::uint32_t>(artist.genres.size())});
}

void CatalogBuilder::add(const events::Track& track) {
  Columns& columns = *columns_;
  Unplaced& unplaced = staging_->unplaced;
  const auto duration = narrow<std::int32_t>("track", track.track_id, "duration_ms", track.duration_ms, 1);
  columns.marks.push_back(marks_of(track));
  columns.track_ids.push_back(track.track_id);
  columns.track_names.push_back(columns.text.add(track.name));
  columns.features.push_back(measured(track.features));
  columns.newness.push_back(track.newness_score);
  if (track.artist_ids.size() == 1 && track.artist_ids[0] == track.artist_id) {
    columns.credits.push_back(Columns::kPrimaryOnly);
  } else {
    columns.credits.push_back(
        {static_cast<std::uint32_t>(columns.credit_ids.size()), static_cast<std::uint32_t>(track.artist_ids.size())});
    columns.credit_ids.insert(columns.credit_ids.end(), track.artist_ids.begin(), track.artist_ids.end());
  }
  unplaced.primary_ids.push_back(track.artist_id);
  // Tracks mostly come album by album: the name is stored once for a run of them.
  const bool same_album =
      !unplaced.album_names.empty() && columns.text.view(unplaced.album_names.back()) == track.album_name;
  unplaced.album_names.push_back(same_album ? unplaced.album_names.back() : columns.text.add(track.album_name));
  if (!same_album) staging_->festive_album = is_festive(track.album_name);
  const bool festive = staging_->festive_album || is_festive(track.name);
  columns.track_rows.push_back({0, static_cast<std::uint32_t>(duration), track.release_date, 0, 0, festive, 0});
  unplaced.track_labels.push_back(label_number(staging_->label_numbers, columns.labels, track.track_genre));
}

Catalog CatalogBuilder::build() {
  CHECK(staging_ != nullptr);
  Columns& columns = *columns_;
  if (columns.track_rows.empty()) base::fail("catalog: no track at all; at least one is needed");
  const std::unique_ptr<Staging> staging = std::move(staging_);
  arrange(columns, std::move(staging->unplaced));
  for (const std::uint32_t label : columns.label_numbers) columns.label_views.emplace_back(columns.labels[label]);
  columns.digest = digest_of(columns);
  return Catalog(std::move(columns_));
}

}  // namespace wrapfeed::catalog
