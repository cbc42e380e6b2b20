#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "avro/container_format.h"
#include "avro/container_reader.h"
#include "avro/container_writer.h"
#include "avro/digest.h"
#include "avro/encode.h"
#include "avro/tables.h"
#include "avro/test_file.h"

namespace wrapfeed::avro {
namespace {

using ::testing::HasSubstr;
using namespace std::string_literals;  // literals with their zero bytes

constexpr Codec kCodecs[] = {Codec::Null, Codec::Deflate, Codec::Snappy, Codec::Zstandard};

constexpr std::string_view kPairSchema =
    R"({"type":"record","name":"Pair","fields":[{"name":"n","type":"long"},{"name":"s","type":"string"}]})";

using Pair = std::pair<std::int64_t, std::string>;

SyncMarker test_sync() {
  SyncMarker sync;
  for (std::size_t i = 0; i < sync.size(); ++i) sync[i] = static_cast<std::byte>(0xA0 + i);
  return sync;
}

Bytes encode_pairs(const std::vector<Pair>& pairs) {
  Bytes bytes;
  for (const auto& [number, text] : pairs) {
    bytes.commit(put_long(bytes.prepare(32), number));
    bytes.commit(put_text(bytes.prepare(32 + text.size()), text));
  }
  return bytes;
}

FileSummary write_pairs(const std::filesystem::path& path, Codec codec, const std::vector<std::vector<Pair>>& blocks) {
  ContainerWriter writer(path, kPairSchema, {codec, test_sync()});
  for (const auto& pairs : blocks) writer.write_block(encode_pairs(pairs), static_cast<std::int64_t>(pairs.size()));
  return writer.finish();
}

std::vector<Pair> read_pairs(ContainerReader& reader) {
  std::vector<Pair> pairs;
  Row row;
  while (reader.next(row)) pairs.emplace_back(row[0].integer, row[1].text);
  return pairs;
}

TEST(Container, SeeksAmongRowsThatRise) {
  std::vector<std::vector<Pair>> blocks;
  for (std::int64_t block = 0; block < 20; ++block)
    blocks.push_back({{10 * block, "a"}, {10 * block, "b"}, {10 * block + 9, "c"}, {10 * block + 10, "d"}});
  for (const Codec codec : kCodecs) {
    const TestFile file;
    write_pairs(file.path(), codec, blocks);
    ContainerReader whole(file.path());
    const std::vector<Pair> all = read_pairs(whole);
    for (std::int64_t least = -1; least < 212; ++least) {
      ContainerReader reader(file.path());
      reader.seek(0, least);
      const std::vector<Pair> rows = read_pairs(reader);
      ASSERT_LE(rows.size(), all.size());
      EXPECT_TRUE(std::equal(rows.rbegin(), rows.rend(), all.rbegin()));
      const auto first = std::find_if(all.begin(), all.end(), [&](const Pair& pair) { return pair.first >= least; });
      const auto wanted = static_cast<std::size_t>(all.end() - first);
      EXPECT_GE(rows.size(), wanted) << least;
      EXPECT_LE(rows.size(), wanted + 8) << least;  // little else: two blocks
    }
  }
}

// The file of codec null byte for byte: the layout of docs/feed_format.md.
TEST(Container, LayoutIsTheSpecifications) {
  const TestFile file;
  const FileSummary summary = write_pairs(file.path(), Codec::Null, {{{1, "a"}, {-1, "bc"}}});
  const std::string schema =
      R"({"type":"record","name":"Pair","fields":[{"name":"n","type":"long"},{"name":"s","type":"string"}]})";
  ASSERT_EQ(schema.size(), 98u);
  const std::string sync = "\xA0\xA1\xA2\xA3\xA4\xA5\xA6\xA7\xA8\xA9\xAA\xAB\xAC\xAD\xAE\xAF";
  std::string expected =
      "Obj\x01\x04\x14"
      "avro.codec\x08null\x16"
      "avro.schema\xC4\x01"s;
  expected += schema + '\0' + sync;
  expected +=
      "\x04\x0E\x02\x02"
      "a\x01\x04"
      "bc"s +
      sync;
  EXPECT_EQ(file.read().size(), expected.size());
  EXPECT_EQ(file.read(), expected);
  EXPECT_EQ(summary.records, 2);
  EXPECT_EQ(summary.bytes, static_cast<std::int64_t>(expected.size()));
  Digest whole;
  whole.update(std::as_bytes(std::span(expected)));
  EXPECT_EQ(summary.checksum, whole.hex());
}

// XXH3-128 of nothing, by its authors' test vectors, and the sums of a known file: they must never change.
TEST(Container, GoldenSums) {
  EXPECT_EQ(Digest().hex(), "99aa06d3014798d86001c324468d497f");
  const TestFile file;
  const FileSummary summary = write_pairs(file.path(), Codec::Null, {{{1, "a"}}, {{1'735'689'600'000, "ü"}}});
  EXPECT_EQ(summary.checksum, "1d51ebe083ff3eaabc4b66078291b721");
  EXPECT_EQ(summary.digest, "f9881e496998bae2e494820ff5683565");
}

TEST(Container, DigestIsTheSameForEveryCodecAndBlockSize) {
  std::set<std::string> digests;
  std::set<std::string> checksums;
  for (const Codec codec : kCodecs) {
    for (const bool split : {false, true}) {
      const TestFile file;
      const Pair first{5, "five"};
      const Pair second{6, "six"};
      const FileSummary summary = split ? write_pairs(file.path(), codec, {{first}, {second}})
                                        : write_pairs(file.path(), codec, {{first, second}});
      digests.insert(summary.digest);
      checksums.insert(summary.checksum);
    }
  }
  EXPECT_EQ(digests.size(), 1u);
  EXPECT_EQ(checksums.size(), 8u);
}

RC_GTEST_PROP(Container, BlocksComeBack, (std::vector<std::vector<Pair>> blocks)) {
  std::erase_if(blocks, [](const auto& pairs) { return pairs.empty(); });
  std::vector<Pair> all;
  for (const auto& pairs : blocks) all.insert(all.end(), pairs.begin(), pairs.end());
  for (const Codec codec : kCodecs) {
    const TestFile file;
    const FileSummary written = write_pairs(file.path(), codec, blocks);
    ContainerReader reader(file.path());
    RC_ASSERT(reader.codec() == codec);
    RC_ASSERT(read_pairs(reader) == all);
    const FileSummary read = reader.summary();
    RC_ASSERT(read.records == written.records);
    RC_ASSERT(read.bytes == written.bytes);
    RC_ASSERT(read.checksum == written.checksum);
    RC_ASSERT(read.digest == written.digest);
  }
}

TEST(Container, BlocksLargerThanTheReadBufferComeBack) {
  for (const Codec codec : kCodecs) {
    const TestFile file;
    const std::vector<Pair> large{{1, std::string(3'000'000, 'x')}, {2, "y"}};
    write_pairs(file.path(), codec, {{{0, ""}}, large, {{3, "z"}}});
    ContainerReader reader(file.path());
    const std::vector<Pair> pairs = read_pairs(reader);
    ASSERT_EQ(pairs.size(), 4u);
    EXPECT_EQ(pairs[1], large[0]);
    EXPECT_EQ(pairs[3].second, "z");
  }
}

TEST(Container, AFileWithoutBlocksIsWhole) {
  const TestFile file;
  EXPECT_EQ(write_pairs(file.path(), Codec::Deflate, {}).records, 0);
  ContainerReader reader(file.path());
  EXPECT_EQ(reader.schema()->name, "Pair");
  EXPECT_TRUE(read_pairs(reader).empty());
}

TEST(Container, UnfinishedLeavesNothing) {
  const TestFile file;
  {
    ContainerWriter writer(file.path(), kPairSchema, {Codec::Null, test_sync()});
    writer.write_block(encode_pairs({{1, "a"}}), 1);
  }
  EXPECT_FALSE(std::filesystem::exists(file.path()));
}

TEST(Container, TheTablesOwnSchemaComesBack) {
  const TestFile file;
  ContainerWriter writer(file.path(), event_table().schema_json, {});
  Bytes bytes;
  EventEncoder({}, {}).encode(events::Event{}, bytes);
  writer.write_block(bytes, 1);
  writer.finish();
  ContainerReader reader(file.path(), event_table().schema);
  EXPECT_EQ(reader.writer_schema()->fields.size(), event_table().schema->fields.size());
  EXPECT_EQ(reader.writer_schema()->fields[0].doc, event_table().schema->fields[0].doc);
  Row row;
  ASSERT_TRUE(reader.next(row));
  EXPECT_EQ(row[1].text, "unknown");
  EXPECT_FALSE(reader.next(row));
  EXPECT_FALSE(reader.next(row));
}

std::string read_error(const std::filesystem::path& path) {
  return error_of([&] {
    ContainerReader reader(path);
    read_pairs(reader);
  });
}

// A file whose parts a test may spoil.
struct Parts {
  std::string magic = "Obj\x01"s;
  std::string metadata =

      "\x02\x16"
      "avro.schema\xC4\x01"s +
      R"({"type":"record","name":"Pair","fields":[{"name":"n","type":"long"},{"name":"s","type":"string"}]})" +
      std::string(1, '\0');
  std::string sync = std::string(16, 's');
  std::string block =
      "\x02\x06\x02\x02"
      "a"s;
  std::string end = std::string(16, 's');

  std::string error() const {
    const TestFile file(magic + metadata + sync + block + end);
    std::string message = read_error(file.path());
    const std::string path = file.path().string();
    if (message.rfind(path, 0) == 0) message.erase(0, path.size() + 1);
    return message;
  }
  std::size_t block_offset() const { return magic.size() + metadata.size() + sync.size(); }
};

TEST(Container, AFileWithoutCodecIsNull) { EXPECT_EQ(Parts().error(), ""); }

TEST(Container, RefusesForeignFiles) {
  EXPECT_THAT(read_error("/nonexistent/x.avro"), HasSubstr("/nonexistent/x.avro: cannot open: No such file"));
  EXPECT_THAT(read_error("/tmp"), HasSubstr("/tmp: not a regular file"));
  Parts parts;
  parts.magic = "PAR1";
  EXPECT_EQ(parts.error(), "offset 0: not an Avro container file: it does not begin with \"Obj\" and the byte 1");
  const TestFile empty("");
  EXPECT_THAT(read_error(empty.path()), HasSubstr("offset 0: not an Avro container file"));
}

TEST(Container, RefusesBadHeaders) {
  Parts parts;
  parts.metadata = std::string(1, '\0');
  EXPECT_EQ(parts.error(), "offset 4: the metadata have no avro.schema");
  parts.metadata =
      "\x04\x14"
      "avro.codec\x08lzma\x16"
      "avro.schema\x0C\"long\"\0"s;
  EXPECT_EQ(parts.error(), "offset 4: codec \"lzma\" is none of null, deflate, snappy, zstandard");
  parts.metadata =
      "\x02\x16"
      "avro.schema\x0C\"long\"\0"s;
  EXPECT_EQ(parts.error(), "offset 4: the schema is of type long, not a record");
  parts.metadata =
      "\x02\x16"
      "avro.schema\x0C\"lnog\"\0"s;
  EXPECT_EQ(parts.error(), "offset 4: schema: type \"lnog\" is not known here");
  parts.metadata = "\x02\xFE\xFF\xFF\xFF\x0F"s;
  EXPECT_THAT(parts.error(), HasSubstr("offset 5: metadata key of 2147483647 bytes"));
  parts.metadata = "\x02\x01"s;
  EXPECT_THAT(parts.error(), HasSubstr("offset 5: metadata key of -1 bytes"));
  parts.metadata = "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"s;
  EXPECT_EQ(parts.error(), "offset 4: number of metadata entries: a number is longer than 64 bits");
}

TEST(Container, RefusesBadBlocks) {
  Parts parts;
  const std::string at = fmt::format("offset {}: ", parts.block_offset());
  parts.end[7] = '!';
  EXPECT_EQ(parts.error(), at + "the sync marker behind the block is not the file's");
  parts.end.resize(3);
  EXPECT_EQ(parts.error(), at + "a block of 3 bytes runs past the end of the file, 6 are left");
  parts = Parts();
  parts.block = "\x02\x01"s;
  EXPECT_THAT(parts.error(), HasSubstr("a block of -1 bytes, allowed are 0 to 268435456"));
  parts.block = "\x02\xFE\xFF\xFF\xFF\xFF\x3F"s;
  EXPECT_THAT(parts.error(), HasSubstr("allowed are 0 to 268435456"));
  parts.block =
      "\x01\x06\x02\x02"
      "a"s;
  EXPECT_EQ(parts.error(), at + "-1 records in a block of 3 bytes");
  parts.block =
      "\x04\x06\x02\x02"
      "a"s;
  EXPECT_EQ(parts.error(), at + "2 records in a block of 3 bytes");
  parts.block =
      "\x02\x08\x02\x02"
      "ab"s;
  EXPECT_EQ(parts.error(), at + "1 bytes follow the last record of the block");
  parts.block =
      "\x02\x06\x02\x04"
      "a"s;
  EXPECT_EQ(parts.error(), at + "record 1 of 1 in the block, byte 2 of its data: text of 2 bytes, 1 are left");
  parts.block =
      "\x00\x06\x02\x02"
      "a"s;
  EXPECT_EQ(parts.error(), at + "3 bytes follow the last record of the block");
}

TEST(Container, AnEmptyBlockIsPassedOver) {
  Parts parts;
  parts.block = std::string(2, '\0') + parts.sync + parts.block;
  EXPECT_EQ(parts.error(), "");
}

}  // namespace
}  // namespace wrapfeed::avro
