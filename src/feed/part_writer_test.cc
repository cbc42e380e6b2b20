#include "feed/part_writer.h"

#include <gtest/gtest.h>

#include "avro/container_reader.h"
#include "avro/encode.h"
#include "avro/tables.h"
#include "feed/checksum.h"
#include "feed/temporary_folder_for_test.h"

namespace wrapfeed::feed {
namespace {

FileEntry write_artists(const PartOptions& options, std::int32_t count) {
  PartWriter part(options, "artist/part-00000.avro", avro::artist_table().schema_json);
  for (std::int32_t i = 0; i < count; ++i) {
    events::Artist artist;
    artist.artist_id.fill('a');
    artist.name = "Somebody";
    artist.followers = i;
    avro::encode(artist, part.buffer());
    part.end_record();
  }
  return part.finish();
}

TEST(PartWriter, EveryRecordIsInTheFileWhateverTheBlockSize) {
  for (const std::size_t block_bytes : {std::size_t{1}, std::size_t{1000}, std::size_t{1} << 20}) {
    const TemporaryFolder temporary;
    const FileEntry entry = write_artists({.root = temporary.path(), .block_bytes = block_bytes}, 1000);
    EXPECT_EQ(entry.records, 1000);
    avro::ContainerReader reader(temporary.path() / entry.path);
    avro::Row row;
    std::int64_t next = 0;
    while (reader.next(row)) EXPECT_EQ(row[2].integer, next++);
    EXPECT_EQ(next, 1000);
  }
}

TEST(PartWriter, EntryDescribesTheFile) {
  const TemporaryFolder temporary;
  const FileEntry entry = write_artists({.root = temporary.path()}, 10);
  const FileDigest digest = digest_file(temporary.path() / entry.path);
  EXPECT_EQ(entry.bytes, digest.bytes);
  EXPECT_EQ(entry.checksum, digest.checksum);
  EXPECT_EQ(entry.path, "artist/part-00000.avro");
}

TEST(PartWriter, DigestIsThatOfTheRecordsAlone) {
  const TemporaryFolder temporary;
  const FileEntry one = write_artists({.root = temporary.path(), .codec = avro::Codec::Null}, 100);
  const FileEntry other = write_artists(
      {.root = temporary.path() / "b", .codec = avro::Codec::Zstandard, .block_bytes = 100, .seed = 2}, 100);
  EXPECT_EQ(one.digest, other.digest);
  EXPECT_NE(one.checksum, other.checksum);
  EXPECT_NE(one.digest, write_artists({.root = temporary.path() / "c"}, 99).digest);
}

TEST(PartWriter, WithoutFinishNoFileAppears) {
  const TemporaryFolder temporary;
  {
    PartWriter part({.root = temporary.path()}, "artist/part-00000.avro", avro::artist_table().schema_json);
    avro::encode(events::Artist{}, part.buffer());
    part.end_record();
  }
  EXPECT_TRUE(std::filesystem::is_empty(temporary.path() / "artist"));
}

TEST(PartWriter, DiscardCountsButWritesNothing) {
  const TemporaryFolder temporary;
  const FileEntry entry = write_artists({.root = temporary.path(), .discard = true}, 1000);
  EXPECT_EQ(entry.records, 1000);
  EXPECT_GT(entry.bytes, 0);
  EXPECT_TRUE(std::filesystem::is_empty(temporary.path()));
}

TEST(SyncMarker, DependsOnSeedAndPath) {
  EXPECT_EQ(sync_marker(1, "a"), sync_marker(1, "a"));
  EXPECT_NE(sync_marker(1, "a"), sync_marker(2, "a"));
  EXPECT_NE(sync_marker(1, "a"), sync_marker(1, "b"));
}

}  // namespace
}  // namespace wrapfeed::feed
