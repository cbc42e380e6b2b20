#include "feed/manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"

namespace wrapfeed::feed {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

FileEntry some_file(const std::string& path, std::int64_t records) {
  FileEntry file;
  file.path = path;
  file.records = records;
  file.bytes = 17 * records;
  file.checksum = "00112233445566778899aabbccddeeff";
  file.digest = "ffeeddccbbaa99887766554433221100";
  return file;
}

Manifest some_manifest() {
  Manifest manifest;
  manifest.version = std::string(product_version());
  manifest.options.seed = 18'446'744'073'709'551'615U;
  manifest.options.layout = Layout::Day;
  manifest.options.codec = avro::Codec::Snappy;
  manifest.options.only_users_begin = 100;
  manifest.options.only_users_end = 110;
  manifest.options.only_from = 20'100;
  manifest.catalog_digest = "abc";
  manifest.time_zone_data_version = "2025b";
  manifest.codec_library = "isa-l 2.30.0 level 1";
  FileEntry events = some_file("event/event_date=2025-01-12/part-00000.avro", 3);
  events.min_event_time = 20'100 * base::kDay + 1;
  events.max_event_time = 20'101 * base::kDay - 1;
  manifest.add("event", {events});
  manifest.add("user", {some_file("user/part-00000.avro", 7), some_file("user/part-00001.avro", 5)});
  return manifest;
}

TEST(Manifest, ReadsBackWhatItWrote) {
  const Manifest manifest = some_manifest();
  const std::string json = to_json(manifest);
  const Manifest read = parse_manifest(json, "here");
  EXPECT_EQ(to_json(read), json);
  EXPECT_EQ(read.options.seed, manifest.options.seed);
  EXPECT_EQ(read.options.only_users_begin, 100);
  EXPECT_EQ(read.options.only_users_end, 110);
  EXPECT_EQ(read.options.layout, Layout::Day);
  EXPECT_EQ(read.tables.at("event").files[0].max_event_time, 20'101 * base::kDay - 1);
  EXPECT_FALSE(read.tables.at("user").files[0].min_event_time.has_value());
}

TEST(Manifest, CountsTheRecordsOfATablesFiles) {
  const Manifest manifest = some_manifest();
  EXPECT_EQ(manifest.tables.at("user").records, 12);
}

TEST(Manifest, TheTruthHasAKeyOfItsOwn) {
  Manifest manifest = some_manifest();
  EXPECT_THAT(to_json(manifest), Not(HasSubstr("\"truth\": {")));
  manifest.options.truth = true;
  manifest.add_truth("stream", {some_file("truth/stream/part-00000.avro", 4)});
  const Manifest read = parse_manifest(to_json(manifest), "here");
  EXPECT_EQ(to_json(read), to_json(manifest));
  EXPECT_TRUE(read.options.truth);
  EXPECT_EQ(read.tables.size(), 2u);
  EXPECT_EQ(read.truth.at("stream").records, 4);
  EXPECT_EQ(read.truth.at("stream").files[0].path, "truth/stream/part-00000.avro");
}

TEST(Manifest, SyntheticAndGivenCatalogsAreToldApart) {
  Manifest manifest = some_manifest();
  EXPECT_THAT(to_json(manifest), HasSubstr("\"tracks\": 100000"));
  manifest.options.catalog = "songs";
  EXPECT_THAT(to_json(manifest), HasSubstr("\"catalog\": \"songs\""));
  EXPECT_EQ(parse_manifest(to_json(manifest), "here").options.catalog, "songs");
}

TEST(Manifest, TheFirstDifferenceIsNamedByItsFlag) {
  const Manifest manifest = some_manifest();
  EXPECT_EQ(first_difference(manifest, manifest), "");
  Manifest other = manifest;
  other.catalog_digest = "xyz";
  EXPECT_EQ(first_difference(manifest, other), "catalog_digest is abc there and xyz here");
  other.options.truth = true;
  EXPECT_EQ(first_difference(manifest, other), "--truth is false there and true here");
  other.options.users = 2000;
  EXPECT_EQ(first_difference(manifest, other), "--users is 1000 there and 2000 here");
  other = manifest;
  other.options.catalog = "songs";
  EXPECT_EQ(first_difference(manifest, other), "--tracks is 100000 there and none here");
  EXPECT_EQ(first_difference(other, manifest), "--catalog is songs there and none here");
}

TEST(Manifest, WhatIsNoManifestIsAnErrorThatSaysWhere) {
  for (const char* text : {"", "{", "[]", "{}", "{\"version\": 1}"}) {
    try {
      parse_manifest(text, "feed/_manifest.json");
      ADD_FAILURE() << text;
    } catch (const base::Error& error) {
      EXPECT_THAT(error.what(), HasSubstr("feed/_manifest.json: not a feed's manifest"));
    }
  }
}

}  // namespace
}  // namespace wrapfeed::feed
