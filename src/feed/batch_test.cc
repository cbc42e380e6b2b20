#include "feed/batch.h"

#include <gtest/gtest.h>

#include "avro/encode.h"
#include "avro/tables.h"
#include "feed/checksum.h"
#include "feed/part_writer.h"
#include "feed/temporary_folder_for_test.h"

namespace wrapfeed::feed {
namespace {

constexpr std::size_t kBlockBytes = 1'000;

void encode(std::int32_t number, avro::Bytes& out) {
  events::Artist artist;
  artist.artist_id.fill('a');
  artist.name = "Somebody";
  artist.followers = number;
  avro::encode(artist, out);
}

Batch make_batch(std::int32_t first, std::int32_t last, avro::Compressor& compressor) {
  Batch batch(kBlockBytes);
  for (std::int32_t number = first; number < last; ++number) {
    encode(number, batch.buffer());
    batch.end_records(1, compressor);
  }
  batch.end(compressor);
  return batch;
}

// A part of batches that end at these numbers.
FileEntry write(const std::filesystem::path& root, avro::Codec codec, const std::vector<std::int32_t>& ends) {
  const auto compressor = avro::make_compressor(codec);
  PartWriter part({.root = root, .codec = codec}, "artist/part-00000.avro", avro::artist_table().schema_json);
  std::int32_t begin = 0;
  for (const std::int32_t end : ends) {
    part.append(make_batch(begin, end, *compressor));
    begin = end;
  }
  return part.finish();
}

TEST(Batch, BlocksOfEveryCodecGoIntoAFile) {
  for (const avro::Codec codec :
       {avro::Codec::Null, avro::Codec::Deflate, avro::Codec::Snappy, avro::Codec::Zstandard}) {
    const TemporaryFolder temporary;
    const FileEntry entry = write(temporary.path(), codec, {500, 500, 501, 1200});
    EXPECT_EQ(entry.records, 1200);
    EXPECT_EQ(entry.checksum, digest_file(temporary.path() / entry.path).checksum);
    // The digest knows nothing of blocks.
    const TemporaryFolder other;
    EXPECT_EQ(entry.digest, write(other.path(), avro::Codec::Null, {1200}).digest);
  }
}

TEST(Batch, ABlockEndsWhereItIsFullAndWithItsBatch) {
  const auto compressor = avro::make_compressor(avro::Codec::Deflate);
  Batch batch = make_batch(0, 100, *compressor);
  ASSERT_GE(batch.blocks(), 3);
  std::int64_t records = 0;
  for (std::size_t i = 0; i < batch.blocks(); ++i) {
    records += batch.block(i).records;
    EXPECT_TRUE(i + 1 == batch.blocks() || batch.block(i).encoded.size() >= kBlockBytes);
    EXPECT_LT(batch.block(i).encoded.size(), kBlockBytes + 100);
  }
  EXPECT_EQ(records, 100);
  batch.clear();
  batch.end(*compressor);
  EXPECT_EQ(batch.blocks(), 0);
}

TEST(Batch, TakenBlockByBlockItGivesTheSameFile) {
  const TemporaryFolder temporary;
  const auto compressor = avro::make_compressor(avro::Codec::Deflate);
  PartWriter part({.root = temporary.path()}, "artist/part-00000.avro", avro::artist_table().schema_json);
  Batch batch(kBlockBytes);
  for (std::int32_t number = 0; number < 500; ++number) {
    encode(number, batch.buffer());
    if (!batch.end_records(1, *compressor)) continue;
    EXPECT_EQ(batch.blocks(), 1);
    part.append(batch);
    batch.clear();
  }
  batch.end(*compressor);
  part.append(batch);
  const TemporaryFolder other;
  EXPECT_EQ(part.finish().checksum, write(other.path(), avro::Codec::Deflate, {500}).checksum);
}

}  // namespace
}  // namespace wrapfeed::feed
