#include "avro/encode.h"

#include "avro/appender.h"

namespace wrapfeed::avro {
namespace {

std::string_view country_text(const events::Country& country) { return {country.data(), country.size()}; }

void encode_habits(const events::Habits& habits, Appender& out) {
  out.real(habits.daily_minutes);
  out.number(habits.peak_hour);
  out.real(habits.weekend_share);
  out.real(habits.shuffle_share);
  out.symbol(habits.main_platform);
}

void encode_features(const events::AudioFeatures& features, Appender& out) {
  out.real(features.danceability);
  out.real(features.energy);
  out.real(features.loudness);
  out.real(features.speechiness);
  out.real(features.acousticness);
  out.real(features.instrumentalness);
  out.real(features.liveness);
  out.real(features.valence);
  out.real(features.tempo);
  out.number(features.key);
  out.number(features.mode);
  out.number(features.time_signature);
}

}  // namespace

void encode(const events::User& user, Bytes& bytes) {
  Appender out(bytes);
  out.number(user.user_id);
  out.text(user.username);
  out.text(user.name);
  out.symbol(user.gender);
  out.number(user.birth_date);
  out.text(country_text(user.country));
  out.text(user.city);
  out.real(user.latitude);
  out.real(user.longitude);
  out.text(user.time_zone);
  out.symbol(user.plan);
  out.number(user.registered_at);
  out.text(user.favorite_genre);
  out.array(user.preferred_genres, [&out](const events::GenreWeight& item) {
    out.text(item.genre);
    out.real(item.weight);
  });
  encode_habits(user.habits, out);
}

void encode(const events::Track& track, Bytes& bytes) {
  Appender out(bytes);
  out.text(events::text(track.track_id));
  out.text(track.name);
  out.text(events::text(track.artist_id));
  out.text(track.artist_name);
  out.array(track.artist_ids, [&out](const events::Id& id) { out.text(events::text(id)); });
  out.text(track.album_name);
  if (track.track_number == 0) {
    out.null();
  } else {
    out.branch(1);
    out.number(track.track_number);
  }
  out.number(track.duration_ms);
  out.boolean(track.is_explicit);
  out.number(track.popularity);
  out.number(track.release_date);
  out.symbol(track.release_date_precision);
  encode_features(track.features, out);
  out.text(track.track_genre);
  out.number(track.audio_features_type);
  out.real(track.newness_score);
  out.number(track.artist_popularity);
  out.number(track.artist_followers);
}

void encode(const events::Artist& artist, Bytes& bytes) {
  Appender out(bytes);
  out.text(events::text(artist.artist_id));
  out.text(artist.name);
  out.number(artist.followers);
  out.number(artist.popularity);
  out.array(artist.genres, [&out](std::string_view genre) { out.text(genre); });
}

}  // namespace wrapfeed::avro
