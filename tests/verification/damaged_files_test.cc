// Damage to files, to the manifest and to the tables that events refer to.
#include <fstream>

#include "avro/encode.h"
#include "avro/tables.h"
#include "feed/part_writer.h"
#include "planted_damage.h"
#include "users/profile.h"

namespace wrapfeed {
namespace {

namespace fs = std::filesystem;
using verification::Kind;

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

}  // namespace
}  // namespace wrapfeed
