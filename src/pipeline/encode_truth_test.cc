#include "pipeline/encode_truth.h"

#include <gtest/gtest.h>

#include <iterator>
#include <string_view>
#include <utility>

#include "avro/cursor.h"
#include "avro/decoder.h"
#include "avro/plan.h"
#include "avro/tables.h"
#include "users/axes.h"

namespace wrapfeed::pipeline {
namespace {

using simulation::Cause;
using simulation::Intent;

// A record's bytes decoded by its .avsc.
class Decoded {
 public:
  template <typename Row>
  Decoded(const avro::Table& table, std::int64_t user, const Row& record) : schema_(*table.schema) {
    encode_truth(user, record, bytes_);
    const avro::Resolution resolution(table.schema, table.schema);
    avro::Cursor cursor(bytes_);
    avro::Decoder(resolution.plan()).decode(cursor, row_);
    EXPECT_EQ(cursor.remaining(), 0u);
  }
  const avro::Cell& operator[](std::string_view name) const { return row_[schema_.place_of(name)]; }

 private:
  const avro::Schema& schema_;
  avro::Bytes bytes_;
  avro::Row row_;
};

TEST(EncodeTruth, Stream) {
  simulation::StreamTruth stream{.stream_id = 12,
                                 .session_id = 3,
                                 .cause = Cause::Repeat,
                                 .distance = 7,
                                 .plays_before = 9,
                                 .place = 2,
                                 .state = Intent::Browsing,
                                 .local_start = 1'735'689'600'001};
  const Decoded row(avro::truth_stream_table(), 5, stream);
  EXPECT_EQ(row["stream_id"].integer, 12);
  EXPECT_EQ(row["session_id"].integer, 3);
  EXPECT_EQ(row["user_id"].integer, 5);
  EXPECT_EQ(row["cause"].text, "repeat");
  EXPECT_EQ(row["distance"].integer, 7);
  EXPECT_EQ(row["plays_before"].integer, 9);
  EXPECT_EQ(row["place"].integer, 2);
  EXPECT_EQ(row["state"].text, "browsing");
  EXPECT_EQ(row["local_start"].integer, 1'735'689'600'001);
  stream.distance = -1;
  EXPECT_TRUE(Decoded(avro::truth_stream_table(), 5, stream)["distance"].is_null());
}

TEST(EncodeTruth, Session) {
  const simulation::SessionTruth session{.session_id = 3,
                                         .intent = Intent::LeaningBack,
                                         .context = events::Source::Radio,
                                         .local_begin = 1'735'689'600'001,
                                         .planned_end = 1'735'689'700'002,
                                         .intensity = 0.75};
  const Decoded row(avro::truth_session_table(), 5, session);
  EXPECT_EQ(row["session_id"].integer, 3);
  EXPECT_EQ(row["user_id"].integer, 5);
  EXPECT_EQ(row["intent"].text, "leaning_back");
  EXPECT_EQ(row["context"].text, "radio");
  EXPECT_EQ(row["local_begin"].integer, 1'735'689'600'001);
  EXPECT_EQ(row["planned_end"].integer, 1'735'689'700'002);
  EXPECT_EQ(row["intensity"].real, 0.75);
}

TEST(EncodeTruth, User) {
  users::Traits traits;
  traits.population = events::Population::Heavy;
  for (std::size_t i = 0; i < users::kTraits; ++i) traits.scores[i] = static_cast<double>(i) / 8;
  for (std::size_t i = 0; i < users::kHourBlocks; ++i) traits.hours[i] = -static_cast<double>(i);
  traits.shuffle_share = 0.1;
  traits.like_rate = 0.2;
  traits.pause_share = 0.3;
  traits.playlist_rate = 0.4;
  traits.offline_share = 0.5;
  traits.private_share = 0.6;
  traits.collection_share = 0.7;
  traits.mainstream = 1.5;
  traits.freshness = -2.5;
  const Decoded row(avro::truth_user_table(), 5, traits);
  EXPECT_EQ(row["user_id"].integer, 5);
  EXPECT_EQ(row["population"].text, "heavy");
  EXPECT_EQ(row["mainstream"].real, 1.5);
  EXPECT_EQ(row["freshness"].real, -2.5);
  ASSERT_EQ(row["hours"].size, users::kHourBlocks);
  EXPECT_EQ(row["hours"].children[7].real, -7);
  const double shares[] = {row["shuffle_share"].real,   row["like_rate"].real,     row["pause_share"].real,
                           row["playlist_rate"].real,   row["offline_share"].real, row["private_share"].real,
                           row["collection_share"].real};
  for (int i = 0; i < 7; ++i) EXPECT_DOUBLE_EQ(shares[i], (i + 1) / 10.0);
  const users::Axes axes = users::axes_of(traits);
  const double expected[] = {axes.exploration, axes.variety, axes.newness, axes.uniqueness};
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(row["axes"].children[i].real, expected[i]);
}

// Every trait by its name in the schema, in the order of the header.
TEST(EncodeTruth, TraitsStandUnderTheirNames) {
  const avro::Schema& schema = *avro::truth_user_table().schema;
  const std::pair<users::Trait, const char*> names[] = {
      {users::Trait::Active, "active"},
      {users::Trait::SessionsADay, "sessions_a_day"},
      {users::Trait::SessionLength, "session_length"},
      {users::Trait::Skip, "skip"},
      {users::Trait::Persistence, "persistence"},
      {users::Trait::FastSkip, "fast_skip"},
      {users::Trait::LeaveLater, "leave_later"},
      {users::Trait::Discover, "discover"},
      {users::Trait::Run, "run"},
      {users::Trait::KnownArtist, "known_artist"},
      {users::Trait::Loop, "loop"},
      {users::Trait::Recency, "recency"},
      {users::Trait::Idle, "idle"},
      {users::Trait::Single, "single"},
      {users::Trait::Weekend, "weekend"},
      {users::Trait::HourNoise, "hour_noise"},
      {users::Trait::Obsession, "obsession"},
      {users::Trait::Night, "night"},
      {users::Trait::Morning, "morning"},
  };
  const auto& fields = schema.fields[schema.place_of("traits")].schema->fields;
  ASSERT_EQ(fields.size(), users::kTraits);
  ASSERT_EQ(std::size(names), users::kTraits);
  for (const auto& [trait, name] : names) EXPECT_EQ(fields[static_cast<std::size_t>(trait)].name, name);
}

// Every enumerator by its symbol; no symbol is left over but "unknown".
TEST(EncodeTruth, CausesAndIntentsStandUnderTheirSymbols) {
  const std::pair<Cause, const char*> causes[] = {
      {Cause::Resumed, "resumed"},          {Cause::Restarted, "restarted"},  {Cause::Looped, "looped"},
      {Cause::AlbumRun, "album_run"},       {Cause::ArtistRun, "artist_run"}, {Cause::ObsessionRun, "obsession_run"},
      {Cause::Collection, "collection"},    {Cause::Passage, "passage"},      {Cause::Repeat, "repeat"},
      {Cause::KnownArtist, "known_artist"}, {Cause::Release, "release"},      {Cause::Viral, "viral"},
      {Cause::Seasonal, "seasonal"},        {Cause::Discovery, "discovery"},  {Cause::Scripted, "scripted"},
  };
  const avro::Schema& schema = *avro::truth_stream_table().schema;
  EXPECT_EQ(schema.fields[schema.place_of("cause")].schema->symbols.size(), std::size(causes) + 1);
  for (const auto& [cause, symbol] : causes) {
    EXPECT_EQ(Decoded(avro::truth_stream_table(), 0, simulation::StreamTruth{.cause = cause})["cause"].text, symbol);
  }
  for (const Intent intent : {Intent::Browsing, Intent::LeaningBack}) {
    const char* symbol = intent == Intent::Browsing ? "browsing" : "leaning_back";
    EXPECT_EQ(Decoded(avro::truth_stream_table(), 0, simulation::StreamTruth{.state = intent})["state"].text, symbol);
    EXPECT_EQ(Decoded(avro::truth_session_table(), 0, simulation::SessionTruth{.intent = intent})["intent"].text,
              symbol);
  }
  const avro::Schema& session = *avro::truth_session_table().schema;
  const avro::Schema& event = *avro::event_table().schema;
  EXPECT_EQ(session.fields[session.place_of("context")].schema->symbols,
            event.fields[event.place_of("source")].schema->without_null().symbols);
}

}  // namespace
}  // namespace wrapfeed::pipeline
