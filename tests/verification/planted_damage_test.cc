// Each kind of damage is planted into a small feed, and verify must find it by name. Damage to rows comes with a
// manifest that fits the damaged files, so that nothing but the rows gives it away.
#include <gtest/gtest.h>

#include <atomic>
#include <deque>
#include <filesystem>
#include <fstream>
#include <functional>

#include "avro/encode.h"
#include "avro/tables.h"
#include "base/file.h"
#include "catalog/popularity.h"
#include "catalog/synthesize.h"
#include "feed/layout.h"
#include "feed/part_writer.h"
#include "pipeline/generate.h"
#include "simulation/listener.h"
#include "users/profile.h"
#include "verification/verify.h"

namespace wrapfeed {
namespace {

namespace fs = std::filesystem;
using events::Event;
using events::EventType;
using verification::Kind;
using Events = std::vector<Event>;

constexpr base::Days kFrom = 20'089;
constexpr base::Days kTo = kFrom + 90;
constexpr std::int64_t kUsers = 6;

const catalog::Catalog& small_catalog() {
  static const catalog::Catalog catalog = catalog::synthesize({.seed = 1, .tracks = 2'000, .artists = 400});
  return catalog;
}

feed::FeedOptions small_feed(feed::Layout layout) {
  feed::FeedOptions options;
  options.users = options.only_users_end = kUsers;
  options.to = options.only_to = kTo;
  options.tracks = 2'000;
  options.artists = 400;
  options.layout = layout;
  options.codec = avro::Codec::Null;
  return options;
}

// The rows of that feed, as the simulation makes them.
struct SimulatedRows {
  std::deque<std::string> names;  // the events' playlist names live here
  Events events;

  SimulatedRows() {
    const catalog::ArtistSampler artists(small_catalog());
    const users::Population population(small_catalog(), {.seed = 1, .from = kFrom});
    simulation::Listener listener({1, kFrom, small_catalog(), artists});
    for (std::int64_t user = 0; user < kUsers; ++user) {
      const users::Profile profile = population.profile(user);
      listener.begin(profile);
      const std::size_t first = events.size();
      while (listener.next_session(kTo * base::kDay, events)) {
      }
      for (std::size_t i = first; i < events.size(); ++i) {
        if (events[i].playlist_name.data()) events[i].playlist_name = names.emplace_back(events[i].playlist_name);
      }
    }
    std::erase_if(events, [](const Event& event) { return event.event_time >= kTo * base::kDay; });
  }
};

class PlantedDamage : public testing::Test {
 protected:
  void SetUp() override {
    feed_ = fs::path(testing::TempDir()) / ("planted_damage_" + std::to_string(getpid()));
    fs::remove_all(feed_);
  }
  void TearDown() override { fs::remove_all(feed_); }

  void generate(feed::Layout layout = feed::Layout::User) {
    pipeline::Counters counters;
    std::atomic<bool> stop = false;
    const pipeline::GenerateOptions options{.feed = small_feed(layout), .out = feed_, .force = true};
    pipeline::generate(options, small_catalog(), counters, stop);
  }

  // Writes the feed with its rows changed, and a manifest that says so.
  void plant(const std::function<void(Events&)>& change) {
    generate();
    SimulatedRows rows;
    change(rows.events);
    const std::string path = "event/part-00000.avro";
    feed::PartWriter part({.root = feed_, .codec = avro::Codec::Null}, path, avro::event_table().schema_json);
    const avro::EventEncoder encoder(small_catalog().track_ids(), small_catalog().artist_ids());
    feed::FileEntry entry;
    base::Millis first = rows.events.front().event_time, last = first;
    for (const Event& event : rows.events) {
      encoder.encode(event, part.buffer());
      part.end_record();
      first = std::min(first, event.event_time);
      last = std::max(last, event.event_time);
    }
    entry = part.finish();
    entry.min_event_time = first;
    entry.max_event_time = last;
    change_manifest([&](feed::Manifest& manifest) {
      manifest.tables["event"] = {};
      manifest.add("event", {entry});
    });
  }

  void change_manifest(const std::function<void(feed::Manifest&)>& change) const {
    feed::Manifest manifest = feed::read_manifest(feed_);
    change(manifest);
    base::write_whole(feed_ / feed::kManifestName, feed::to_json(manifest));
  }

  void expect_found(Kind kind) const {
    const verification::Verdict verdict = verification::verify(feed_);
    EXPECT_GT(verdict.findings.count(kind), 0) << verification::name_of(kind) << " was not found";
    EXPECT_FALSE(verdict.findings.first(kind).empty());
  }
  // The damage and nothing else.
  void expect_only(Kind kind) const {
    expect_found(kind);
    const verification::Findings findings = verification::verify(feed_).findings;
    for (std::size_t i = 0; i < verification::kKinds; ++i) {
      const auto other = static_cast<Kind>(i);
      if (other == kind) continue;
      EXPECT_EQ(findings.count(other), 0) << verification::name_of(other) << ": " << findings.first(other);
    }
  }

  fs::path feed_;
};

Event& first_of(Events& events, EventType type, std::size_t after = 0) {
  for (std::size_t i = after; i < events.size(); ++i) {
    if (events[i].type == type) return events[i];
  }
  throw std::runtime_error("the small feed has no event of that type");
}
std::size_t index_of(const Events& events, const Event& event) {
  return static_cast<std::size_t>(&event - events.data());
}
bool is_ending(const Event& event) { return event.ms_played >= 0; }

TEST_F(PlantedDamage, NoneInAnUntouchedFeed) {
  for (const auto layout : {feed::Layout::User, feed::Layout::Day}) {
    generate(layout);
    const verification::Verdict verdict = verification::verify(feed_);
    EXPECT_EQ(verdict.findings.total(), 0);
    EXPECT_GT(verdict.events, 1000);
  }
  plant([](Events&) {});
  EXPECT_EQ(verification::verify(feed_).findings.total(), 0);
}

TEST_F(PlantedDamage, AFileIsMissing) {
  generate();
  fs::remove(feed_ / "track/part-00000.avro");
  expect_found(Kind::MissingFile);
}

TEST_F(PlantedDamage, ATableIsNotMarkedWhole) {
  generate();
  fs::remove(feed_ / "event/_SUCCESS");
  expect_only(Kind::MissingFile);
}

TEST_F(PlantedDamage, APartialFileWasLeftBehind) {
  generate();
  std::ofstream(feed_ / "event/.part-00001.avro.partial") << "Obj";
  expect_only(Kind::UnlistedFile);
}

TEST_F(PlantedDamage, AFileIsCutShort) {
  generate();
  const fs::path part = feed_ / "event/part-00000.avro";
  fs::resize_file(part, fs::file_size(part) / 2);
  expect_found(Kind::SizeDiffers);
  expect_found(Kind::Unreadable);
}

TEST_F(PlantedDamage, OneBitIsFlipped) {
  generate();
  std::fstream part(feed_ / "event/part-00000.avro", std::ios::in | std::ios::out | std::ios::binary);
  part.seekg(20'000);
  const char byte = static_cast<char>(part.get() ^ 1);
  part.seekp(20'000);
  part.put(byte);
  part.close();
  expect_found(Kind::ChecksumDiffers);
}

TEST_F(PlantedDamage, TheManifestCountsWrongly) {
  generate();
  change_manifest([](feed::Manifest& manifest) { manifest.tables["event"].files[0].records += 1; });
  expect_found(Kind::RecordCountDiffers);
}

TEST_F(PlantedDamage, TheManifestTellsAnotherDigest) {
  generate();
  change_manifest([](feed::Manifest& manifest) { manifest.tables["event"].files[0].digest[0] ^= 1; });
  expect_only(Kind::DigestDiffers);
}

TEST_F(PlantedDamage, TheManifestTellsWrongTimes) {
  generate();
  change_manifest([](feed::Manifest& manifest) { *manifest.tables["event"].files[0].max_event_time += 1; });
  expect_only(Kind::EventTimesDiffer);
}

TEST_F(PlantedDamage, AStreamNeverEnds) {
  plant([](Events& events) {
    const Event& skip = first_of(events, EventType::Skip);
    events.erase(events.begin() + static_cast<std::ptrdiff_t>(index_of(events, skip)));
  });
  expect_only(Kind::StreamNotEnded);
}

TEST_F(PlantedDamage, AStreamEndsWithAnotherTrack) {
  plant([](Events& events) {
    Event& skip = first_of(events, EventType::Skip);
    skip.track = skip.track == 0 ? 1 : 0;
  });
  expect_only(Kind::StreamMixed);
}

TEST_F(PlantedDamage, ASkipClaimsTheTrackWasDone) {
  plant([](Events& events) { first_of(events, EventType::Skip).reason = events::Reason::Trackdone; });
  expect_only(Kind::EndingWithoutReason);
}

TEST_F(PlantedDamage, ATableIsGone) {
  generate();
  fs::remove_all(feed_ / "event");
  change_manifest([](feed::Manifest& manifest) { manifest.tables.erase("event"); });
  expect_only(Kind::MissingFile);
}

TEST_F(PlantedDamage, TheManifestMiscountsTracks) {
  generate();
  change_manifest([](feed::Manifest& manifest) {
    manifest.tables["track"].records += 7;
    manifest.tables["track"].files[0].records += 7;
  });
  expect_only(Kind::RecordCountDiffers);
}

TEST_F(PlantedDamage, AUserIsMissing) {
  generate();
  change_manifest([](feed::Manifest& manifest) { manifest.options.users = ++manifest.options.only_users_end; });
  expect_only(Kind::UserMissing);
}

TEST_F(PlantedDamage, ADayStandsInTheFolderOfAnother) {
  generate(feed::Layout::Day);
  change_manifest([&](feed::Manifest& manifest) {
    feed::FileEntry& file = manifest.tables["event"].files.back();
    const std::string path = "event/event_date=2030-01-01/part-00000.avro";
    fs::create_directories((feed_ / path).parent_path());
    fs::rename(feed_ / file.path, feed_ / path);
    file.path = path;
  });
  expect_only(Kind::WrongPartition);
}

TEST_F(PlantedDamage, AStreamHasNoPlay) {
  plant([](Events& events) {
    const Event& play = first_of(events, EventType::Play, 100);
    events.erase(events.begin() + static_cast<std::ptrdiff_t>(index_of(events, play)));
  });
  expect_found(Kind::StreamWithoutPlay);
}

TEST_F(PlantedDamage, AStreamEndsTwice) {
  plant([](Events& events) {
    const std::size_t at = index_of(events, first_of(events, EventType::Complete));
    for (std::size_t i = at + 1; i < events.size() && events[i].user_id == events[at].user_id; ++i)
      ++events[i].event_id;
    for (Event& event : events) {
      if (event.stream_id > events[at].event_id) ++event.stream_id;
    }
    Event again = events[at];
    again.event_id += 1;
    again.event_time += 1;
    events.insert(events.begin() + static_cast<std::ptrdiff_t>(at) + 1, again);
  });
  expect_found(Kind::EventAfterEnd);
}

TEST_F(PlantedDamage, APauseHasNoResume) {
  plant([](Events& events) {
    const Event& resume = first_of(events, EventType::Resume);
    events.erase(events.begin() + static_cast<std::ptrdiff_t>(index_of(events, resume)));
  });
  expect_found(Kind::PauseResumeOutOfTurn);
}

TEST_F(PlantedDamage, MsPlayedIsOffByOne) {
  plant([](Events& events) { first_of(events, EventType::Skip).ms_played += 1; });
  expect_only(Kind::MsPlayedDiffers);
}

TEST_F(PlantedDamage, ThePlayheadIsOffByOne) {
  plant([](Events& events) { first_of(events, EventType::Skip).position_ms += 1; });
  expect_only(Kind::PositionImpossible);
}

TEST_F(PlantedDamage, ACompleteHasNotHeardTheEnd) {
  plant([](Events& events) {
    const std::size_t stop = index_of(events, first_of(events, EventType::Stop));
    events[stop].type = EventType::Complete;
    events[stop].reason = events::Reason::Trackdone;
  });
  expect_only(Kind::CompleteBeforeTheEnd);
}

TEST_F(PlantedDamage, TimesFall) {
  plant([](Events& events) {
    Event& like = first_of(events, EventType::Like);
    like.event_time -= 10 * base::kMinute;
  });
  expect_only(Kind::TimeNotRising);
}

TEST_F(PlantedDamage, AnEventIdIsUsedTwice) {
  plant([](Events& events) {
    Event& like = first_of(events, EventType::Like);
    like.event_id -= 1;
  });
  expect_only(Kind::EventIdNotRising);
}

TEST_F(PlantedDamage, TwoUsersShareEventIds) {
  plant([](Events& events) {
    const std::int64_t user = events.back().user_id;
    for (Event& event : events) {
      if (event.user_id != user) continue;
      event.event_id -= 1 << 24;
      if (event.stream_id != Event::kNoId) event.stream_id -= 1 << 24;
    }
  });
  expect_only(Kind::EventIdShared);
}

TEST_F(PlantedDamage, TwoUsersShareSessionIds) {
  plant([](Events& events) {
    const std::int64_t user = events.back().user_id;
    for (Event& event : events) {
      if (event.user_id == user) event.session_id -= 1 << 20;
    }
  });
  expect_only(Kind::SessionIdShared);
}

TEST_F(PlantedDamage, ASessionGoesOnAfterTheNext) {
  plant([](Events& events) {
    std::size_t i = 1;
    while (events[i].session_id == events[0].session_id) ++i;
    const std::int64_t second = events[i].session_id;
    while (events[i].session_id == second) ++i;
    for (const std::int64_t third = events[i].session_id; events[i].session_id == third; ++i) {
      events[i].session_id = events[0].session_id;
    }
  });
  expect_only(Kind::SessionResumed);
}

TEST_F(PlantedDamage, UsersStandOutOfOrder) {
  plant([](Events& events) {
    const auto next = std::find_if(events.begin(), events.end(),
                                   [&](const Event& event) { return event.user_id != events.front().user_id; });
    std::rotate(events.begin(), next, events.end());
  });
  expect_only(Kind::RowsOutOfOrder);
}

TEST_F(PlantedDamage, AnEventArrivedBeforeItHappened) {
  plant([](Events& events) { events[5].ingest_time = events[5].event_time; });
  expect_only(Kind::IngestNotAfterEvent);
}

TEST_F(PlantedDamage, AnOffsetIgnoresDaylightSavingTime) {
  plant([](Events& events) { events[5].utc_offset_minutes += 60; });
  expect_only(Kind::UtcOffsetWrong);
}

TEST_F(PlantedDamage, AnEventLiesOutsideTheWindow) {
  plant([](Events& events) {
    Event& last = events.back();
    last.event_time = kTo * base::kDay + base::kHour;
    last.ingest_time = last.event_time + 1;
  });
  expect_found(Kind::OutsideWindow);
}

TEST_F(PlantedDamage, AFieldIsNull) {
  plant([](Events& events) { first_of(events, EventType::Play).reason = events::Reason::None; });
  expect_only(Kind::FieldMissing);
}

TEST_F(PlantedDamage, AnUnknownUserListens) {
  plant([](Events& events) {
    const std::int64_t last = events.back().user_id;
    for (Event& event : events) {
      if (event.user_id == last) event.user_id = kUsers + 5;
    }
  });
  expect_found(Kind::UnknownUser);
}

TEST_F(PlantedDamage, ATrackIsNotInItsTable) {
  generate();
  feed::PartWriter part({.root = feed_, .codec = avro::Codec::Null}, "track/part-00000.avro",
                        avro::track_table().schema_json);
  for (std::uint32_t track = 0; track < small_catalog().track_count() / 2; ++track) {
    avro::encode(small_catalog().track(track), part.buffer());
    part.end_record();
  }
  const feed::FileEntry entry = part.finish();
  change_manifest([&](feed::Manifest& manifest) {
    manifest.tables["track"] = {};
    manifest.add("track", {entry});
  });
  expect_only(Kind::UnknownTrack);
}

TEST_F(PlantedDamage, ATrackStandsTwice) {
  generate();
  feed::PartWriter part({.root = feed_, .codec = avro::Codec::Null}, "track/part-00000.avro",
                        avro::track_table().schema_json);
  for (std::uint32_t track = 0; track <= small_catalog().track_count(); ++track) {
    avro::encode(small_catalog().track(track % small_catalog().track_count()), part.buffer());
    part.end_record();
  }
  const feed::FileEntry entry = part.finish();
  change_manifest([&](feed::Manifest& manifest) {
    manifest.tables["track"] = {};
    manifest.add("track", {entry});
  });
  expect_only(Kind::DuplicateId);
}

TEST_F(PlantedDamage, AnArtistIsNotInItsTable) {
  generate();
  feed::PartWriter part({.root = feed_, .codec = avro::Codec::Null}, "artist/part-00000.avro",
                        avro::artist_table().schema_json);
  for (std::uint32_t artist = 0; artist < small_catalog().artist_count() / 2; ++artist) {
    avro::encode(small_catalog().artist(artist), part.buffer());
    part.end_record();
  }
  const feed::FileEntry entry = part.finish();
  change_manifest([&](feed::Manifest& manifest) {
    manifest.tables["artist"] = {};
    manifest.add("artist", {entry});
  });
  expect_found(Kind::UnknownArtist);
}

TEST_F(PlantedDamage, ATrackIsPlayedBeforeItsRelease) {
  plant([](Events& events) {
    std::uint32_t unreleased = 0;
    while (small_catalog().track_row(unreleased).release_day < kTo) ++unreleased;
    for (std::size_t i = 0; i < events.size(); ++i) {
      if (events[i].type != EventType::Play || !is_ending(events[i + 1])) continue;
      events[i].track = events[i + 1].track = unreleased;
      events[i + 1].type = EventType::Stop;
      break;
    }
  });
  expect_found(Kind::BeforeRelease);
}

TEST_F(PlantedDamage, SomebodyListensBeforeRegistering) {
  generate();
  const users::Population population(small_catalog(), {.seed = 1, .from = kFrom});
  feed::PartWriter part({.root = feed_, .codec = avro::Codec::Null}, "user/part-00000.avro",
                        avro::user_table().schema_json);
  for (std::int64_t user = 0; user < kUsers; ++user) {
    events::User row = population.profile(user).row;
    row.registered_at = (kTo - 1) * base::kDay;
    avro::encode(row, part.buffer());
    part.end_record();
  }
  const feed::FileEntry entry = part.finish();
  change_manifest([&](feed::Manifest& manifest) {
    manifest.tables["user"] = {};
    manifest.add("user", {entry});
  });
  expect_only(Kind::BeforeRegistration);
}

TEST_F(PlantedDamage, APlaylistWasNeverCreated) {
  plant([](Events& events) {
    const Event& create = first_of(events, EventType::PlaylistCreate);
    events.erase(events.begin() + static_cast<std::ptrdiff_t>(index_of(events, create)));
  });
  expect_only(Kind::PlaylistUnknown);
}

TEST_F(PlantedDamage, APlaylistIsCreatedTwice) {
  plant([](Events& events) {
    Event& add = first_of(events, EventType::PlaylistAdd);
    add.type = EventType::PlaylistCreate;
    add.track = Event::kNoNumber;
    add.playlist_name = "again";
  });
  expect_found(Kind::PlaylistTwice);
}

TEST_F(PlantedDamage, ATrackIsRemovedFromAPlaylistItIsNotOn) {
  plant([](Events& events) { first_of(events, EventType::PlaylistAdd).type = EventType::PlaylistRemove; });
  expect_found(Kind::NotOnPlaylist);
}

TEST_F(PlantedDamage, AnUnlikedTrackIsUnliked) {
  plant([](Events& events) { first_of(events, EventType::Like).type = EventType::Unlike; });
  expect_found(Kind::UnlikeOfUnliked);
}

TEST_F(PlantedDamage, AnUnfollowedArtistIsUnfollowed) {
  plant([](Events& events) { first_of(events, EventType::Follow).type = EventType::Unfollow; });
  expect_found(Kind::UnfollowOfUnfollowed);
}

TEST_F(PlantedDamage, ATrackIsLikedTwice) {
  plant([](Events& events) {
    Event& like = first_of(events, EventType::Like);
    Event& next = first_of(events, EventType::Like, index_of(events, like) + 1);
    ASSERT_EQ(next.user_id, like.user_id);
    next.track = like.track;
  });
  expect_found(Kind::LikeOfLiked);
}

}  // namespace
}  // namespace wrapfeed
