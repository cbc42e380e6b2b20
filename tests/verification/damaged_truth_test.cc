// Damage to the truth, and to the feed that it is held against.
#include <algorithm>
#include <stdexcept>

#include "avro/tables.h"
#include "feed/part_writer.h"
#include "pipeline/encode_truth.h"
#include "planted_damage.h"
#include "users/profile.h"

namespace wrapfeed {
namespace {

namespace fs = std::filesystem;
using events::Event;
using events::EventType;
using events::Source;
using simulation::Cause;
using verification::Kind;

using Streams = std::vector<OfUser<simulation::StreamTruth>>;
using Sessions = std::vector<OfUser<simulation::SessionTruth>>;

class DamagedTruth : public PlantedDamage {
 protected:
  DamagedTruth() { truth_ = true; }

  void plant_streams(const std::function<void(Streams&)>& change) {
    generate();
    change(rows_.streams);
    write("stream", avro::truth_stream_table(), rows_.streams);
  }
  void plant_sessions(const std::function<void(Sessions&)>& change) {
    generate();
    change(rows_.sessions);
    write("session", avro::truth_session_table(), rows_.sessions);
  }
  void plant_users(std::initializer_list<std::int64_t> users) {
    generate();
    const users::Population population(small_catalog(), {.seed = 1, .from = kFrom});
    std::vector<OfUser<users::Traits>> rows;
    for (const std::int64_t user : users) rows.push_back({user, population.profile(user).traits});
    write("user", avro::truth_user_table(), rows);
  }

  template <typename Row>
  void write(const std::string& table, const avro::Table& schema, const std::vector<OfUser<Row>>& rows) {
    feed::PartWriter part({.root = feed_, .codec = avro::Codec::Null}, "truth/" + table + "/part-00000.avro",
                          schema.schema_json);
    for (const auto& [user, row] : rows) {
      pipeline::encode_truth(user, row, part.buffer());
      part.end_record();
    }
    const feed::FileEntry entry = part.finish();
    change_manifest([&](feed::Manifest& manifest) { manifest.add_truth(table, {entry}); });
  }

  // The play of each stream, in the order of the streams.
  std::vector<const Event*> plays() const {
    std::vector<const Event*> found;
    for (const Event& event : rows_.events) {
      if (event.type == EventType::Play) found.push_back(&event);
    }
    return found;
  }
  // The first stream from the second of its user on that is like that; its place among all.
  template <typename Is>
  std::size_t find(Is is) const {
    for (std::size_t i = 1; i < rows_.streams.size(); ++i) {
      if (rows_.streams[i].user == rows_.streams[i - 1].user && is(i)) return i;
    }
    throw std::runtime_error("the small feed has no such stream");
  }
  Cause cause(std::size_t stream) const { return rows_.streams[stream].row.cause; }

  SimulatedRows rows_;
};

TEST_F(DamagedTruth, NoneInAnUntouchedTruth) {
  for (const auto layout : {feed::Layout::User, feed::Layout::Day}) {
    generate(layout);
    const verification::Findings findings = verification::verify(feed_).findings;
    for (std::size_t i = 0; i < verification::kKinds; ++i) {
      EXPECT_EQ(findings.first(static_cast<Kind>(i)), "") << verification::name_of(static_cast<Kind>(i));
    }
  }
  plant_streams([](Streams&) {});
  EXPECT_EQ(verification::verify(feed_).findings.total(), 0);
  plant_sessions([](Sessions&) {});
  EXPECT_EQ(verification::verify(feed_).findings.total(), 0);
}

TEST_F(DamagedTruth, AFileIsMissing) {
  generate();
  fs::remove(feed_ / "truth/stream/part-00000.avro");
  expect_found(Kind::MissingFile);
}

TEST_F(DamagedTruth, ATableIsGone) {
  generate();
  fs::remove_all(feed_ / "truth/session");
  change_manifest([](feed::Manifest& manifest) { manifest.truth.erase("session"); });
  expect_found(Kind::MissingFile);
}

TEST_F(DamagedTruth, ATruthLiesInAFeedThatHasNone) {
  generate();
  change_manifest([](feed::Manifest& manifest) {
    manifest.truth.clear();
    manifest.options.truth = false;
  });
  expect_only(Kind::UnlistedFile);
}

TEST_F(DamagedTruth, OneChecksumIsWrong) {
  generate();
  change_manifest([](feed::Manifest& manifest) { manifest.truth["user"].files[0].checksum[0] ^= 1; });
  expect_only(Kind::ChecksumDiffers);
}

TEST_F(DamagedTruth, TheManifestTellsAnotherDigest) {
  generate();
  change_manifest([](feed::Manifest& manifest) { manifest.truth["session"].files[0].digest[0] ^= 1; });
  expect_only(Kind::DigestDiffers);
}

TEST_F(DamagedTruth, RowsStandOutOfOrder) {
  plant_streams([](Streams& streams) { std::swap(streams[10], streams[11]); });
  expect_found(Kind::RowsOutOfOrder);
}

TEST_F(DamagedTruth, AStreamHasNone) {
  plant_streams([](Streams& streams) { streams.erase(streams.begin() + 20); });
  expect_only(Kind::TruthMissing);
}

TEST_F(DamagedTruth, ASessionHasNone) {
  plant_sessions([](Sessions& sessions) { sessions.erase(sessions.begin() + 2); });
  expect_only(Kind::TruthMissing);
}

TEST_F(DamagedTruth, AUserHasNone) {
  plant_users({0, 1, 2, 4, 5});
  expect_only(Kind::TruthMissing);
}

TEST_F(DamagedTruth, AUserHasTwo) {
  plant_users({0, 1, 2, 3, 4, 4, 5});
  expect_only(Kind::TruthOfNothing);
}

TEST_F(DamagedTruth, AStreamWasNeverPlayed) {
  plant_streams([](Streams& streams) {
    streams.push_back(streams.back());
    streams.back().row.stream_id += 1;
  });
  expect_only(Kind::TruthOfNothing);
}

TEST_F(DamagedTruth, ASessionWasNeverHeld) {
  plant_sessions([](Sessions& sessions) {
    sessions.push_back(sessions.back());
    sessions.back().row.session_id += 1;
  });
  expect_only(Kind::TruthOfNothing);
}

TEST_F(DamagedTruth, AnEventOfTheFeedIsGone) {
  plant([](Events& events) {
    const std::int64_t stream = first_of(events, EventType::Play, 50).stream_id;
    std::erase_if(events, [&](const Event& event) { return event.stream_id == stream; });
  });
  expect_found(Kind::TruthOfNothing);
}

TEST_F(DamagedTruth, ALocalTimeIsUtc) {
  plant_streams([](Streams& streams) { streams[7].row.local_start += base::kHour; });
  expect_only(Kind::LocalTimeWrong);
}

TEST_F(DamagedTruth, ASessionBeginsOnAnotherDay) {
  plant_sessions([](Sessions& sessions) { sessions[3].row.local_begin -= base::kDay; });
  expect_only(Kind::LocalTimeWrong);
}

TEST_F(DamagedTruth, APlaceIsWrong) {
  plant_streams([](Streams& streams) { streams[7].row.place += 1; });
  expect_only(Kind::TruthDiffers);
}

TEST_F(DamagedTruth, AStreamNamesAnotherSession) {
  plant_streams([](Streams& streams) { streams[7].row.session_id += 1; });
  expect_only(Kind::TruthDiffers);
}

TEST_F(DamagedTruth, EarlierPlaysAreMiscounted) {
  const auto all = plays();
  const std::size_t again = find([&](std::size_t i) { return all[i]->track == all[i - 1]->track; });
  plant_streams([&](Streams& streams) { streams[again].row.plays_before += 1; });
  expect_only(Kind::TruthDiffers);
}

TEST_F(DamagedTruth, AnotherTrackPassesForTheSame) {
  const auto all = plays();
  const std::size_t other = find([&](std::size_t i) { return all[i]->track != all[i - 1]->track; });
  for (const Cause cause : {Cause::Looped, Cause::Restarted, Cause::Resumed}) {
    plant_streams([&](Streams& streams) {
      streams[other].row.cause = cause;
      streams[other].row.distance = -1;
    });
    expect_only(Kind::NotTheSameTrack);
  }
}

TEST_F(DamagedTruth, AnotherArtistPassesForARun) {
  const auto all = plays();
  const auto artist = [&](std::size_t i) { return small_catalog().track_row(all[i]->track).artist; };
  const std::size_t other = find([&](std::size_t i) { return artist(i) != artist(i - 1); });
  plant_streams([&](Streams& streams) {
    streams[other].row.cause = Cause::ArtistRun;
    streams[other].row.distance = -1;
  });
  expect_only(Kind::NotTheSameArtist);
}

TEST_F(DamagedTruth, AnAlbumRunLeavesTheAlbum) {
  const std::size_t other = find([&](std::size_t i) { return cause(i) == Cause::ArtistRun; });
  plant_streams([&](Streams& streams) { streams[other].row.cause = Cause::AlbumRun; });
  expect_only(Kind::NotNextOnAlbum);
}

TEST_F(DamagedTruth, AnAlbumIsPlayedOutOfOrder) {
  const auto all = plays();
  const std::size_t run = find([&](std::size_t i) { return cause(i) == Cause::AlbumRun; });
  const std::int64_t stream = all[run]->stream_id;
  const std::uint32_t wrong = all[run - 1]->track;
  plant([&](Events& events) {
    for (Event& event : events) {
      if (event.stream_id == stream && event.track != Event::kNoNumber) event.track = wrong;
    }
  });
  expect_found(Kind::NotNextOnAlbum);
}

TEST_F(DamagedTruth, ADistanceIsOffByOne) {
  const auto all = plays();
  for (const Cause kind : {Cause::Repeat, Cause::Passage}) {
    const std::size_t copy = find([&](std::size_t i) {
      const auto distance = static_cast<std::size_t>(std::max(0, rows_.streams[i].row.distance));
      if (cause(i) != kind || distance + 1 > i) return false;
      return all[i - distance - 1]->track != all[i]->track && all[i - distance - 1]->user_id == all[i]->user_id;
    });
    plant_streams([&](Streams& streams) { streams[copy].row.distance += 1; });
    expect_only(Kind::DistanceWrong);
    rows_.streams[copy].row.distance -= 1;
  }
}

TEST_F(DamagedTruth, ARepeatHasNoDistance) {
  const std::size_t copy = find([&](std::size_t i) { return cause(i) == Cause::Repeat; });
  plant_streams([&](Streams& streams) { streams[copy].row.distance = -1; });
  expect_only(Kind::DistanceWrong);
}

TEST_F(DamagedTruth, ASearchPassesForACollection) {
  const auto all = plays();
  const std::size_t other = find([&](std::size_t i) { return all[i]->source == Source::Search; });
  plant_streams([&](Streams& streams) {
    streams[other].row.cause = Cause::Collection;
    streams[other].row.distance = -1;
  });
  expect_only(Kind::NotInCollection);
}

// The like that a later play from the liked songs rests on becomes an unlike.
TEST_F(DamagedTruth, ATrackWasNotLikedThen) {
  const auto all = plays();
  std::int64_t like = Event::kNoId;
  const auto rests_on_a_like = [&](std::size_t i) {
    if (cause(i) != Cause::Collection || all[i]->source != Source::LikedSongs) return false;
    for (const Event& event : rows_.events) {
      const bool before = event.user_id == all[i]->user_id && event.event_id < all[i]->event_id;
      if (before && event.type == EventType::Like && event.track == all[i]->track) like = event.event_id;
    }
    return like != Event::kNoId;
  };
  find(rests_on_a_like);
  plant([&](Events& events) {
    for (Event& event : events) {
      if (event.event_id == like) event.type = EventType::Unlike;
    }
  });
  expect_found(Kind::NotInCollection);
}

TEST_F(DamagedTruth, ATrackWasNotOnThePlaylist) {
  const auto all = plays();
  const std::size_t played =
      find([&](std::size_t i) { return cause(i) == Cause::Collection && all[i]->source == Source::Playlist; });
  const std::uint32_t track = all[played]->track;
  const std::int64_t user = all[played]->user_id;
  plant([&](Events& events) {
    std::erase_if(events, [&](const Event& event) {
      return event.type == EventType::PlaylistAdd && event.track == track && event.user_id == user;
    });
  });
  expect_found(Kind::NotInCollection);
}

TEST_F(DamagedTruth, AKnownTrackPassesForNew) {
  const auto all = plays();
  const std::size_t known = find([&](std::size_t i) { return all[i]->track == all[i - 1]->track; });
  for (const Cause cause : {Cause::Discovery, Cause::KnownArtist, Cause::Release, Cause::Viral}) {
    plant_streams([&](Streams& streams) {
      streams[known].row.cause = cause;
      streams[known].row.distance = -1;
    });
    expect_only(Kind::NotNew);
  }
}

}  // namespace
}  // namespace wrapfeed
