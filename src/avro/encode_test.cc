#include "avro/encode.h"

#include <gtest/gtest.h>

#include <limits>
#include <set>

#include "avro/tables.h"
#include "avro/test_file.h"

namespace wrapfeed::avro {
namespace {

using events::Event;

// A record's bytes decoded by its .avsc, fields by name; each must be asked for once, so that none is forgotten.
class Decoded {
 public:
  Decoded(const Table& table, Bytes bytes)
      : schema_(*table.schema), bytes_(std::move(bytes)), resolution_(table.schema, table.schema) {
    Cursor cursor(bytes_);
    Decoder(resolution_.plan()).decode(cursor, row_);
    EXPECT_EQ(cursor.remaining(), 0u);
  }
  ~Decoded() { EXPECT_EQ(asked_.size(), schema_.fields.size()); }

  const Cell& operator[](std::string_view name) {
    for (std::size_t i = 0; i < schema_.fields.size(); ++i) {
      if (schema_.fields[i].name != name) continue;
      EXPECT_TRUE(asked_.emplace(name).second) << name;
      return row_[i];
    }
    ADD_FAILURE() << "no field " << name;
    return row_[0];
  }
  std::int64_t integer(std::string_view name) {
    const Cell& cell = (*this)[name];
    EXPECT_TRUE(cell.kind == Cell::Kind::Integer || cell.kind == Cell::Kind::Boolean) << name;
    return cell.integer;
  }
  double real(std::string_view name) {
    const Cell& cell = (*this)[name];
    EXPECT_EQ(cell.kind, Cell::Kind::Real) << name;
    return cell.real;
  }
  std::string text(std::string_view name) {
    const Cell& cell = (*this)[name];
    EXPECT_EQ(cell.kind, Cell::Kind::Text) << name;
    return std::string(cell.text);
  }

 private:
  const Schema& schema_;
  Bytes bytes_;
  Resolution resolution_;
  Row row_;
  std::set<std::string, std::less<>> asked_;
};

events::Id id(char letter) {
  events::Id id;
  id.fill(letter);
  return id;
}

template <typename Record>
Decoded decoded(const Table& table, const Record& record) {
  Bytes bytes;
  encode(record, bytes);
  return Decoded(table, std::move(bytes));
}

TEST(Encode, User) {
  events::User user;
  user.user_id = 42;
  user.username = "zoë_9";
  user.name = "Zoë Ångström";
  user.gender = events::Gender::Nonbinary;
  user.birth_date = -3653;
  user.country = {'S', 'E'};
  user.city = "Göteborg";
  user.latitude = 57.7;
  user.longitude = -11.9;
  user.time_zone = "Europe/Stockholm";
  user.plan = events::Plan::Student;
  user.registered_at = 1'735'689'600'123;
  user.favorite_genre = "indie pop";
  user.preferred_genres = {{"indie pop", 0.75}, {"folk", 0.25}};
  user.habits = {61.5, 17, 0.3, 0.4, events::Platform::WebPlayer};
  Decoded row = decoded(user_table(), user);
  EXPECT_EQ(row.integer("user_id"), 42);
  EXPECT_EQ(row.text("username"), "zoë_9");
  EXPECT_EQ(row.text("name"), "Zoë Ångström");
  EXPECT_EQ(row.text("gender"), "nonbinary");
  EXPECT_EQ(row.integer("birth_date"), -3653);
  EXPECT_EQ(row.text("country"), "SE");
  EXPECT_EQ(row.text("city"), "Göteborg");
  EXPECT_EQ(row.real("latitude"), 57.7);
  EXPECT_EQ(row.real("longitude"), -11.9);
  EXPECT_EQ(row.text("time_zone"), "Europe/Stockholm");
  EXPECT_EQ(row.text("plan"), "student");
  EXPECT_EQ(row.integer("registered_at"), 1'735'689'600'123);
  EXPECT_EQ(row.text("favorite_genre"), "indie pop");
  const Cell& genres = row["preferred_genres"];
  ASSERT_EQ(genres.size, 2u);
  EXPECT_EQ(genres.children[0].children[0].text, "indie pop");
  EXPECT_EQ(genres.children[0].children[1].real, 0.75);
  EXPECT_EQ(genres.children[1].children[0].text, "folk");
  EXPECT_EQ(genres.children[1].children[1].real, 0.25);
  const Cell& habits = row["habits"];
  ASSERT_EQ(habits.size, 5u);
  EXPECT_EQ(habits.children[0].real, 61.5);
  EXPECT_EQ(habits.children[1].integer, 17);
  EXPECT_EQ(habits.children[2].real, 0.3);
  EXPECT_EQ(habits.children[3].real, 0.4);
  EXPECT_EQ(habits.children[4].text, "web_player");
  const Schema& habits_schema = *user_table().schema->fields.back().schema;
  for (std::size_t i = 0; i < 5; ++i) {
    static constexpr const char* kNames[] = {"daily_minutes", "peak_hour", "weekend_share", "shuffle_share",
                                             "main_platform"};
    EXPECT_EQ(habits_schema.fields[i].name, kNames[i]);
  }
}

TEST(Encode, Track) {
  const std::vector<events::Id> artists{id('b'), id('c')};
  events::Track track;
  track.track_id = id('a');
  track.name = "Song";
  track.artist_id = id('b');
  track.artist_name = "Artist";
  track.artist_ids = artists;
  track.album_name = "";
  track.track_number = 7;
  track.duration_ms = 215'000;
  track.is_explicit = true;
  track.popularity = 99;
  track.release_date = 20'089;
  track.release_date_precision = events::DatePrecision::Month;
  track.features = {0.1F, 0.2F, -7.5F, 0.3F, 0.4F, 0.5F, 0.6F, 0.7F, 120.25F, 11, 1, 3};
  track.track_genre = "folk";
  track.audio_features_type = 2;
  track.newness_score = 0.875;
  track.artist_popularity = 55;
  track.artist_followers = 12'345'678'901;
  Decoded row = decoded(track_table(), track);
  EXPECT_EQ(row.text("track_id"), std::string(22, 'a'));
  EXPECT_EQ(row.text("name"), "Song");
  EXPECT_EQ(row.text("artist_id"), std::string(22, 'b'));
  EXPECT_EQ(row.text("artist_name"), "Artist");
  const Cell& ids = row["artist_ids"];
  ASSERT_EQ(ids.size, 2u);
  EXPECT_EQ(ids.children[1].text, std::string(22, 'c'));
  EXPECT_EQ(row.text("album_name"), "");
  EXPECT_EQ(row.integer("track_number"), 7);
  EXPECT_EQ(row.integer("duration_ms"), 215'000);
  EXPECT_EQ(row.integer("explicit"), 1);
  EXPECT_EQ(row.integer("popularity"), 99);
  EXPECT_EQ(row.integer("release_date"), 20'089);
  EXPECT_EQ(row.text("release_date_precision"), "month");
  EXPECT_EQ(row.real("danceability"), 0.1F);
  EXPECT_EQ(row.real("energy"), 0.2F);
  EXPECT_EQ(row.real("loudness"), -7.5F);
  EXPECT_EQ(row.real("speechiness"), 0.3F);
  EXPECT_EQ(row.real("acousticness"), 0.4F);
  EXPECT_EQ(row.real("instrumentalness"), 0.5F);
  EXPECT_EQ(row.real("liveness"), 0.6F);
  EXPECT_EQ(row.real("valence"), 0.7F);
  EXPECT_EQ(row.real("tempo"), 120.25F);
  EXPECT_EQ(row.integer("key"), 11);
  EXPECT_EQ(row.integer("mode"), 1);
  EXPECT_EQ(row.integer("time_signature"), 3);
  EXPECT_EQ(row.text("track_genre"), "folk");
  EXPECT_EQ(row.integer("audio_features_type"), 2);
  EXPECT_EQ(row.real("newness_score"), 0.875);
  EXPECT_EQ(row.integer("artist_popularity"), 55);
  EXPECT_EQ(row.integer("artist_followers"), 12'345'678'901);
}

TEST(Encode, TrackWithoutItsNumberOrArtists) {
  Bytes bytes;
  encode(events::Track{}, bytes);
  const Resolution resolution(track_table().schema, track_table().schema);
  Cursor cursor(bytes);
  Row row;
  Decoder(resolution.plan()).decode(cursor, row);
  EXPECT_EQ(row[4].size, 0u);
  EXPECT_TRUE(row[6].is_null());
}

TEST(Encode, Artist) {
  const std::vector<std::string_view> genres{"a", "bb"};
  Decoded row = decoded(artist_table(), events::Artist{id('x'), "Name", 7, 8, genres});
  EXPECT_EQ(row.text("artist_id"), std::string(22, 'x'));
  EXPECT_EQ(row.text("name"), "Name");
  EXPECT_EQ(row.integer("followers"), 7);
  EXPECT_EQ(row.integer("popularity"), 8);
  const Cell& list = row["genres"];
  ASSERT_EQ(list.size, 2u);
  EXPECT_EQ(list.children[1].text, "bb");
}

class EncodeEvent : public ::testing::Test {
 protected:
  Decoded decode(const Event& event) {
    Bytes bytes;
    EventEncoder(tracks_, artists_).encode(event, bytes);
    return Decoded(event_table(), std::move(bytes));
  }
  std::vector<events::Id> tracks_{id('s'), id('t')};
  std::vector<events::Id> artists_{id('u'), id('v'), id('w')};
};

TEST_F(EncodeEvent, WithEveryField) {
  Event event;
  event.event_id = 1'000'000'001;
  event.type = events::EventType::Skip;
  event.event_time = 1'735'689'600'001;
  event.ingest_time = 1'735'689'600'950;
  event.utc_offset_minutes = -210;
  event.user_id = 12;
  event.session_id = 1234;
  event.stream_id = 1'000'000'000;
  event.track = 1;
  event.position_ms = 0;
  event.ms_played = 180'000;
  event.reason = events::Reason::UnexpectedExit;
  event.source = events::Source::Charts;
  event.shuffle = true;
  event.platform = events::Platform::Cast;
  event.country = {'I', 'R'};
  event.playlist_id = 9;
  event.playlist_name = "Früh";
  event.artist = 2;
  Decoded row = decode(event);
  EXPECT_EQ(row.integer("event_id"), 1'000'000'001);
  EXPECT_EQ(row.text("event_type"), "skip");
  EXPECT_EQ(row.integer("event_time"), 1'735'689'600'001);
  EXPECT_EQ(row.integer("ingest_time"), 1'735'689'600'950);
  EXPECT_EQ(row.integer("utc_offset_minutes"), -210);
  EXPECT_EQ(row.integer("user_id"), 12);
  EXPECT_EQ(row.integer("session_id"), 1234);
  EXPECT_EQ(row.integer("stream_id"), 1'000'000'000);
  EXPECT_EQ(row.text("track_id"), std::string(22, 't'));
  EXPECT_EQ(row.integer("position_ms"), 0);
  EXPECT_EQ(row.integer("ms_played"), 180'000);
  EXPECT_EQ(row.text("reason"), "unexpected_exit");
  EXPECT_EQ(row.text("source"), "charts");
  EXPECT_EQ(row.integer("shuffle"), 1);
  EXPECT_EQ(row.integer("offline"), 0);
  EXPECT_EQ(row.integer("private_session"), 0);
  EXPECT_EQ(row.text("platform"), "cast");
  EXPECT_EQ(row.text("country"), "IR");
  EXPECT_EQ(row.integer("playlist_id"), 9);
  EXPECT_EQ(row.text("playlist_name"), "Früh");
  EXPECT_EQ(row.text("artist_id"), std::string(22, 'w'));
}

TEST_F(EncodeEvent, WithNulls) {
  Event event;
  event.offline = true;
  event.private_session = true;
  Decoded row = decode(event);
  for (const char* name : {"stream_id", "track_id", "position_ms", "ms_played", "reason", "source", "playlist_id",
                           "playlist_name", "artist_id"}) {
    EXPECT_TRUE(row[name].is_null()) << name;
  }
  for (const char* name : {"event_id", "event_time", "ingest_time", "utc_offset_minutes", "user_id", "session_id"}) {
    EXPECT_EQ(row.integer(name), 0) << name;
  }
  EXPECT_EQ(row.text("event_type"), "unknown");
  EXPECT_EQ(row.text("platform"), "unknown");
  EXPECT_EQ(row.integer("shuffle"), 0);
  EXPECT_EQ(row.integer("offline"), 1);
  EXPECT_EQ(row.integer("private_session"), 1);
  EXPECT_EQ(row.text("country"), "ZZ");
}

// The room that encode() takes ahead must hold the longest record.
TEST_F(EncodeEvent, OfTheGreatestSize) {
  constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
  const std::string name(100'000, 'n');
  Event event;
  event.event_id = event.event_time = event.ingest_time = event.user_id = event.session_id = kLeast;
  event.stream_id = event.playlist_id = kLeast;
  event.position_ms = event.ms_played = std::numeric_limits<std::int32_t>::min();
  event.utc_offset_minutes = std::numeric_limits<std::int16_t>::min();
  event.playlist_name = name;
  event.track = event.artist = 0;
  event.reason = events::Reason::Unknown;
  event.source = events::Source::Unknown;
  Bytes bytes;
  EventEncoder(tracks_, artists_).encode(event, bytes);
  EXPECT_LE(bytes.size(), name.size() + 256 - 8);
  const Resolution resolution(event_table().schema, event_table().schema);
  Cursor cursor(bytes);
  Row row;
  Decoder(resolution.plan()).decode(cursor, row);
  EXPECT_EQ(cursor.remaining(), 0u);
  EXPECT_EQ(row[0].integer, kLeast);
  EXPECT_EQ(row[19].text, name);
}

TEST_F(EncodeEvent, EmptyPlaylistNameIsNotNull) {
  Event event;
  event.playlist_name = "";
  Bytes bytes;
  EventEncoder(tracks_, artists_).encode(event, bytes);
  const Resolution resolution(event_table().schema, event_table().schema);
  Cursor cursor(bytes);
  Row row;
  Decoder(resolution.plan()).decode(cursor, row);
  EXPECT_EQ(row[19].kind, Cell::Kind::Text);
  EXPECT_EQ(row[19].text, "");
}

// What the encoder keeps from one event to the next never shows.
TEST_F(EncodeEvent, IsTheSameAfterAnyOtherEvent) {
  EventEncoder used(tracks_, artists_);
  Event event;
  for (int i = 0; i < 256; ++i) {
    event.event_id = i;
    event.user_id = i >> 1 & 1;
    event.session_id = i >> 2 & 1;
    event.utc_offset_minutes = static_cast<std::int16_t>(i >> 3 & 1 ? -120 : 60);
    event.stream_id = i >> 4 & 1 ? Event::kNoId : i >> 5 & 1;
    event.track = i >> 6 & 1 ? Event::kNoNumber : static_cast<std::uint32_t>(i >> 7 & 1);
    Bytes fresh, again;
    EventEncoder(tracks_, artists_).encode(event, fresh);
    used.encode(event, again);
    ASSERT_TRUE(std::equal(fresh.begin(), fresh.end(), again.begin(), again.end())) << i;
  }
}

}  // namespace
}  // namespace wrapfeed::avro
