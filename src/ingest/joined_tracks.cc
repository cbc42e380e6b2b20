#include "ingest/joined_tracks.h"

#include <algorithm>

#include "base/check.h"
#include "ingest/queries.h"

namespace wrapfeed::ingest {
namespace {

// The columns of catalog_tracks.sql, in its order.
enum Column : std::size_t {
  kId,
  kName,
  kPopularity,
  kDurationMs,
  kExplicit,
  kReleaseDay,
  kReleaseDateLength,
  kDanceability,
  kEnergy,
  kLoudness,
  kSpeechiness,
  kAcousticness,
  kInstrumentalness,
  kLiveness,
  kValence,
  kTempo,
  kKey,
  kMode,
  kTimeSignature,
  kAlbumName,
  kTrackGenre,
  kArtistId,
  kOtherArtistIds,
  kArtistName,
  kArtistPopularity,
  kArtistFollowers,
  kColumns,
};

// Of "1999", "1999-12" and "1999-12-31".
events::DatePrecision precision(std::int64_t length) {
  if (length == 4) return events::DatePrecision::Year;
  return length == 7 ? events::DatePrecision::Month : events::DatePrecision::Day;
}

}  // namespace

events::Id to_id(std::string_view text) {
  events::Id id;
  CHECK(text.size() == id.size());
  std::copy(text.begin(), text.end(), id.begin());
  return id;
}

JoinedTracks::JoinedTracks(database::Database& database) : rows_(database.query(std::string(k_catalog_tracks_sql))) {
  CHECK(rows_.columns() == kColumns);
}

events::AudioFeatures JoinedTracks::features(std::size_t row) const {
  const auto real = [&](Column column) { return static_cast<float>(rows_.real(row, column)); };
  const auto integer = [&](Column column) { return static_cast<std::int32_t>(rows_.integer(row, column)); };
  return {.danceability = real(kDanceability),
          .energy = real(kEnergy),
          .loudness = real(kLoudness),
          .speechiness = real(kSpeechiness),
          .acousticness = real(kAcousticness),
          .instrumentalness = real(kInstrumentalness),
          .liveness = real(kLiveness),
          .valence = real(kValence),
          .tempo = real(kTempo),
          .key = integer(kKey),
          .mode = integer(kMode),
          .time_signature = integer(kTimeSignature)};
}

base::Days JoinedTracks::release_day(std::size_t row) const {
  return static_cast<base::Days>(rows_.integer(row, kReleaseDay));
}

bool JoinedTracks::is_matched(std::size_t row) const { return !rows_.is_null(row, kArtistId); }

void JoinedTracks::read_texts(std::size_t row) {
  name_ = rows_.text(row, kName);
  artist_name_ = rows_.text(row, kArtistName);
  album_name_ = rows_.text(row, kAlbumName);
  genre_ = rows_.text(row, kTrackGenre);
  artist_ids_ = {to_id(rows_.text(row, kArtistId))};
  if (rows_.is_null(row, kOtherArtistIds)) return;
  const std::string others = rows_.text(row, kOtherArtistIds);
  constexpr std::size_t kIdSize = std::tuple_size_v<events::Id>;
  for (std::size_t at = 0; at < others.size(); at += kIdSize) {
    artist_ids_.push_back(to_id(std::string_view(others).substr(at, kIdSize)));
  }
}

events::Track JoinedTracks::track(std::size_t row) {
  CHECK(is_matched(row));
  read_texts(row);
  events::Track track;
  track.track_id = to_id(rows_.text(row, kId));
  track.name = name_;
  track.artist_id = artist_ids_.front();
  track.artist_name = artist_name_;
  track.artist_ids = artist_ids_;
  track.album_name = album_name_;
  track.duration_ms = static_cast<std::int32_t>(rows_.integer(row, kDurationMs));
  track.is_explicit = rows_.integer(row, kExplicit) != 0;
  track.popularity = static_cast<std::int32_t>(rows_.integer(row, kPopularity));
  track.release_date = release_day(row);
  track.release_date_precision = precision(rows_.integer(row, kReleaseDateLength));
  track.features = features(row);
  track.track_genre = genre_;
  track.artist_popularity = static_cast<std::int32_t>(rows_.integer(row, kArtistPopularity));
  track.artist_followers = rows_.integer(row, kArtistFollowers);
  return track;
}

}  // namespace wrapfeed::ingest
