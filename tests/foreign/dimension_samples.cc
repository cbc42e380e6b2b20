#include "avro/encode.h"
#include "edges.h"
#include "samples.h"

namespace wrapfeed::foreign {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kGenders[] = {"unknown", "female", "male", "nonbinary"};
constexpr const char* kPlans[] = {"unknown", "free", "premium", "student", "family", "duo"};
constexpr const char* kPlatforms[] = {"unknown", "android", "ios", "windows", "osx", "linux", "web_player", "cast"};
constexpr const char* kPrecisions[] = {"unknown", "day", "month", "year"};

template <typename Record>
Sample make_sample(const Record& record, Json expected) {
  Sample sample{{}, std::move(expected)};
  avro::encode(record, sample.record);
  return sample;
}

Json fill_genres(Edges& edges, events::User& user) {
  Json expected = Json::array();
  for (unsigned left = edges.index(4); left > 0; --left) {
    user.preferred_genres.push_back({edges.text(), edges.real()});
    expected.push_back(
        {{"genre", user.preferred_genres.back().genre}, {"weight", user.preferred_genres.back().weight}});
  }
  return expected;
}

Json fill_habits(Edges& edges, events::Habits& habits) {
  const unsigned platform = edges.index(8);
  habits = {edges.real(), edges.number(), edges.real(), edges.real(), static_cast<events::Platform>(platform)};
  return {{"daily_minutes", habits.daily_minutes},
          {"peak_hour", habits.peak_hour},
          {"weekend_share", habits.weekend_share},
          {"shuffle_share", habits.shuffle_share},
          {"main_platform", kPlatforms[platform]}};
}

Sample user_sample(Edges edges) {
  events::User user;
  Json expected;
  expected["user_id"] = user.user_id = edges.long_number();
  expected["username"] = user.username = edges.text();
  expected["name"] = user.name = edges.text();
  const unsigned gender = edges.index(4);
  user.gender = static_cast<events::Gender>(gender);
  expected["gender"] = kGenders[gender];
  expected["birth_date"] = user.birth_date = edges.date();
  user.country = {'D', 'E'};
  expected["country"] = "DE";
  expected["city"] = user.city = edges.text();
  expected["latitude"] = user.latitude = edges.real();
  expected["longitude"] = user.longitude = edges.real();
  expected["time_zone"] = user.time_zone = edges.text();
  const unsigned plan = edges.index(6);
  user.plan = static_cast<events::Plan>(plan);
  expected["plan"] = kPlans[plan];
  expected["registered_at"] = user.registered_at = edges.instant();
  expected["favorite_genre"] = user.favorite_genre = edges.text();
  expected["preferred_genres"] = fill_genres(edges, user);
  expected["habits"] = fill_habits(edges, user.habits);
  return make_sample(user, std::move(expected));
}

void fill_features(Edges& edges, events::AudioFeatures& features, Json& expected) {
  expected["danceability"] = features.danceability = edges.single();
  expected["energy"] = features.energy = edges.single();
  expected["loudness"] = features.loudness = edges.single();
  expected["speechiness"] = features.speechiness = edges.single();
  expected["acousticness"] = features.acousticness = edges.single();
  expected["instrumentalness"] = features.instrumentalness = edges.single();
  expected["liveness"] = features.liveness = edges.single();
  expected["valence"] = features.valence = edges.single();
  expected["tempo"] = features.tempo = edges.single();
  expected["key"] = features.key = edges.number();
  expected["mode"] = features.mode = edges.number();
  expected["time_signature"] = features.time_signature = edges.number();
}

Json fill_artists(Edges& edges, std::vector<events::Id>& ids) {
  Json expected = Json::array();
  for (unsigned left = edges.index(5); left > 0; --left) {
    ids.push_back(edges.id());
    expected.push_back(events::text(ids.back()));
  }
  return expected;
}

Sample track_sample(Edges edges) {
  events::Track track;
  std::vector<events::Id> artists;
  Json expected;
  expected["track_id"] = events::text(track.track_id = edges.id());
  expected["name"] = track.name = edges.text();
  expected["artist_id"] = events::text(track.artist_id = edges.id());
  expected["artist_name"] = track.artist_name = edges.text();
  expected["artist_ids"] = fill_artists(edges, artists);
  track.artist_ids = artists;
  expected["album_name"] = track.album_name = edges.text();
  track.track_number = edges.number();
  expected["track_number"] = track.track_number == 0 ? Json() : Json(track.track_number);
  expected["duration_ms"] = track.duration_ms = edges.number();
  expected["explicit"] = track.is_explicit = edges.boolean();
  expected["popularity"] = track.popularity = edges.number();
  expected["release_date"] = track.release_date = edges.date();
  const unsigned precision = edges.index(4);
  track.release_date_precision = static_cast<events::DatePrecision>(precision);
  expected["release_date_precision"] = kPrecisions[precision];
  fill_features(edges, track.features, expected);
  expected["track_genre"] = track.track_genre = edges.text();
  expected["audio_features_type"] = track.audio_features_type = edges.number();
  expected["newness_score"] = track.newness_score = edges.real();
  expected["artist_popularity"] = track.artist_popularity = edges.number();
  expected["artist_followers"] = track.artist_followers = edges.long_number();
  return make_sample(track, std::move(expected));
}

Sample artist_sample(Edges edges) {
  events::Artist artist;
  std::vector<std::string_view> genres;
  Json expected;
  expected["artist_id"] = events::text(artist.artist_id = edges.id());
  expected["name"] = artist.name = edges.text();
  expected["followers"] = artist.followers = edges.long_number();
  expected["popularity"] = artist.popularity = edges.number();
  for (unsigned left = edges.index(4); left > 0; --left) genres.push_back(edges.text());
  expected["genres"] = genres;
  artist.genres = genres;
  return make_sample(artist, std::move(expected));
}

template <typename MakeSample>
std::vector<Sample> samples(int rows, MakeSample make) {
  std::vector<Sample> list;
  for (int row = 0; row < rows; ++row) list.push_back(make(Edges(row)));
  return list;
}

}  // namespace

std::vector<Sample> user_samples(int rows) { return samples(rows, user_sample); }
std::vector<Sample> track_samples(int rows) { return samples(rows, track_sample); }
std::vector<Sample> artist_samples(int rows) { return samples(rows, artist_sample); }

}  // namespace wrapfeed::foreign
