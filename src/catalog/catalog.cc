#include "catalog/catalog.h"

#include <algorithm>

#include "catalog/columns.h"

namespace wrapfeed::catalog {

Catalog::Catalog(std::unique_ptr<Columns> columns)
    : columns_(std::move(columns)),
      track_rows_(columns_->track_rows.data()),
      artist_rows_(columns_->artist_rows.data()),
      popular_(columns_->popular.data()),
      track_ids_(columns_->track_ids.data()),
      genre_artists_(columns_->genre_artists.data()) {}
Catalog::~Catalog() = default;
Catalog::Catalog(Catalog&&) noexcept = default;

std::uint32_t Catalog::track_count() const noexcept { return static_cast<std::uint32_t>(columns_->track_rows.size()); }

std::uint32_t Catalog::artist_count() const noexcept {
  return static_cast<std::uint32_t>(columns_->artist_rows.size());
}

std::uint32_t Catalog::search_released(const ArtistRow& artist, base::Days day) const noexcept {
  const TrackRow* first = track_rows_ + artist.first_track;
  const TrackRow* end =
      std::upper_bound(first, first + artist.track_count, day,
                       [](base::Days limit, const TrackRow& track) { return limit < track.release_day; });
  return static_cast<std::uint32_t>(end - first);
}

std::uint32_t Catalog::album_first(std::uint32_t track) const noexcept {
  return columns_->albums[columns_->track_albums[track]].first_track;
}

std::span<const std::string> Catalog::genres() const noexcept { return columns_->genres; }

std::span<const std::uint32_t> Catalog::releases_of(std::uint16_t genre) const noexcept {
  const auto [first, count] = columns_->genre_releases[genre];
  return std::span(columns_->releases).subspan(first, count);
}

std::span<const base::Days> Catalog::release_days_of(std::uint16_t genre) const noexcept {
  const auto [first, count] = columns_->genre_releases[genre];
  return std::span(columns_->release_days).subspan(first, count);
}

std::span<const std::uint32_t> Catalog::festive_tracks() const noexcept { return columns_->festive; }

std::span<const events::Id> Catalog::artist_ids() const noexcept { return columns_->artist_ids; }

const std::string& Catalog::digest() const noexcept { return columns_->digest; }

namespace {

events::AudioFeatures features_of(const auto& measured, const auto& marks) {
  return {.danceability = measured.danceability,
          .energy = measured.energy,
          .loudness = measured.loudness,
          .speechiness = measured.speechiness,
          .acousticness = measured.acousticness,
          .instrumentalness = measured.instrumentalness,
          .liveness = measured.liveness,
          .valence = measured.valence,
          .tempo = measured.tempo,
          .key = marks.key,
          .mode = marks.mode,
          .time_signature = marks.time_signature};
}

}  // namespace

events::Track Catalog::track(std::uint32_t track) const {
  const Columns& columns = *columns_;
  const TrackRow& row = columns.track_rows[track];
  const Columns::Marks& marks = columns.marks[track];
  return {.track_id = columns.track_ids[track],
          .name = columns.text.view(columns.track_names[track]),
          .artist_id = columns.artist_ids[row.artist],
          .artist_name = columns.text.view(columns.artist_names[row.artist]),
          .artist_ids = columns.credits_of(track),
          .album_name = columns.text.view(columns.albums[columns.track_albums[track]].name),
          .track_number = marks.track_number,
          .duration_ms = static_cast<std::int32_t>(row.duration_ms),
          .is_explicit = marks.is_explicit,
          .popularity = marks.popularity,
          .release_date = row.release_day,
          .release_date_precision = marks.precision,
          .features = features_of(columns.features[track], marks),
          .track_genre = columns.genres[row.genre],
          .audio_features_type = marks.features_type,
          .newness_score = columns.newness[track],
          .artist_popularity = columns.artist_popularity[row.artist],
          .artist_followers = columns.followers[row.artist]};
}

events::Artist Catalog::artist(std::uint32_t artist) const {
  const Columns& columns = *columns_;
  const Columns::Range labels = columns.artist_labels[artist];
  return {.artist_id = columns.artist_ids[artist],
          .name = columns.text.view(columns.artist_names[artist]),
          .followers = columns.followers[artist],
          .popularity = columns.artist_popularity[artist],
          .genres = std::span(columns.label_views).subspan(labels.first, labels.count)};
}

}  // namespace wrapfeed::catalog
