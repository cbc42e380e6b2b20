#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "avro/container_reader.h"
#include "avro/container_writer.h"
#include "avro/encode.h"
#include "avro/json.h"
#include "avro/tables.h"
#include "avro/test_file.h"
#include "base/error.h"

// Damaged files: whatever a byte becomes, reading ends, with rows or with an Error, and touches no memory that is not
// its own (the address sanitizer's build runs this too).
namespace wrapfeed::avro {
namespace {

// A schema of every type, so that every branch of the decoder meets damage.
constexpr std::string_view kSchema = R"({"type": "record", "name": "R", "fields": [
  {"name": "l", "type": "long"}, {"name": "u", "type": ["null", "string", "float"]},
  {"name": "a", "type": {"type": "array", "items": {"type": "map", "values": "int"}}},
  {"name": "z", "type": {"type": "array", "items": "null"}},
  {"name": "r", "type": {"type": "record", "name": "S", "fields": [{"name": "b", "type": "boolean"},
    {"name": "e", "type": {"type": "enum", "name": "E", "symbols": ["p", "q"]}}]}},
  {"name": "d", "type": "double"}, {"name": "x", "type": {"type": "fixed", "name": "F", "size": 3}}]})";

constexpr Codec kCodecs[] = {Codec::Null, Codec::Deflate, Codec::Snappy, Codec::Zstandard};

std::string small_file(Codec codec) {
  const Bytes record = from_hex(
      "8a01"
      "0206616263"
      "02"
      "04026b02026c04"
      "00"
      "00"
      "0600"
      "0102"
      "000000000000f03f"
      "414243"
      "02"
      "04"
      "0000003f"
      "00"
      "00"
      "0100"
      "0000000000000040"
      "444546");
  SyncMarker sync;
  sync.fill(std::byte{0x5A});
  const TestFile file;
  ContainerWriter writer(file.path(), kSchema, {codec, sync});
  writer.write_block(record, 2);
  writer.write_block(record, 2);
  writer.finish();
  return file.read();
}

// Rows read, or -1 for an Error; anything else (a crash, another exception) fails the test.
int read(const TestFile& file, const SchemaPointer& wanted) {
  try {
    ContainerReader reader(file.path(), wanted);
    Row row;
    int rows = 0;
    for (; reader.next(row); ++rows) to_json(row, *reader.schema());
    return rows;
  } catch (const base::Error& error) {
    const std::string message = error.what();
    EXPECT_EQ(message.find(file.path().string() + " offset "), 0u) << message;
    EXPECT_EQ(message.find('\n'), std::string::npos) << message;
    return -1;
  }
}

TEST(Robustness, TheFileIsSound) {
  for (const Codec codec : kCodecs) EXPECT_EQ(read(TestFile(small_file(codec)), nullptr), 4);
}

// A few bytes that claim a million items, row after row, would keep a reader busy for hours.
TEST(Robustness, RowsOfItemsWithoutBytesEnd) {
  constexpr std::string_view kNulls =
      R"({"type":"record","name":"A","fields":[{"name":"n","type":{"type":"array","items":"null"}}]})";
  const TestFile file;
  constexpr std::uint8_t kRow[] = {0x80, 0x89, 0x7A, 0x00};  // a million items, the end
  Bytes rows;
  for (int i = 0; i < 1000; ++i) rows.append(std::as_bytes(std::span(kRow)));
  ContainerWriter writer(file.path(), kNulls, {.codec = Codec::Null, .sync = {}});
  writer.write_block(rows, 1000);
  writer.finish();
  ContainerReader reader(file.path());
  Row row;
  int read = 0;
  EXPECT_THROW(while (reader.next(row))++ read, base::Error);
  EXPECT_EQ(read, 16);
}

TEST(Robustness, EveryTruncation) {
  for (const Codec codec : kCodecs) {
    const std::string whole = small_file(codec);
    const TestFile file;
    int complete = 0;
    for (std::size_t size = 0; size < whole.size(); ++size) {
      file.write(whole.substr(0, size));
      const int rows = read(file, nullptr);
      // Cut between two blocks, a file looks whole: only the manifest's count tells.
      if (rows >= 0) ++complete;
      EXPECT_LT(rows, 4);
    }
    EXPECT_EQ(complete, 2) << codec_name(codec);
  }
}

TEST(Robustness, EveryByteFlipped) {
  for (const Codec codec : kCodecs) {
    const std::string whole = small_file(codec);
    const TestFile file;
    for (std::size_t at = 0; at < whole.size(); ++at) {
      for (const int mask : {0x01, 0x02, 0x10, 0x80, 0xFF}) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ mask);
        file.write(damaged);
        EXPECT_LE(read(file, nullptr), 4) << codec_name(codec) << " byte " << at << " mask " << mask;
      }
    }
  }
}

TEST(Robustness, EveryByteDoubledOrLost) {
  for (const Codec codec : kCodecs) {
    const std::string whole = small_file(codec);
    const TestFile file;
    for (std::size_t at = 0; at < whole.size(); ++at) {
      file.write(whole.substr(0, at) + whole[at] + whole.substr(at));
      read(file, nullptr);
      file.write(whole.substr(0, at) + whole.substr(at + 1));
      read(file, nullptr);
    }
  }
}

// Only null and deflate leave damage of the data to the decoder: feed it noise in place of records.
RC_GTEST_PROP(Robustness, NoiseAsRecords, (std::vector<std::uint8_t> noise, std::uint8_t records)) {
  const TestFile file;
  ContainerWriter writer(file.path(), kSchema, {Codec::Null, {}});
  writer.write_block(std::as_bytes(std::span(noise)), records % 4 + 1);
  writer.finish();
  read(file, nullptr);
}

RC_GTEST_PROP(Robustness, NoiseAsEvents, (std::vector<std::uint8_t> noise)) {
  const Resolution resolution(event_table().schema, event_table().schema);
  noise.resize(noise.size() + 40);
  Cursor cursor(std::as_bytes(std::span(noise)));
  Row row;
  try {
    Decoder(resolution.plan()).decode(cursor, row);
    to_json(row, *event_table().schema);
  } catch (const base::Error&) {
  }
}

RC_GTEST_PROP(Robustness, NoiseAsSchema, (std::vector<std::uint16_t> swaps)) {
  std::string json(event_table().schema_json);
  for (const std::uint16_t swap : swaps) std::swap(json[swap % json.size()], json[swap * 7919u % json.size()]);
  try {
    parse_schema(json, "x");
  } catch (const base::Error& error) {
    RC_ASSERT(std::string(error.what()).rfind("x: schema: ", 0) == 0u);
  }
}

}  // namespace
}  // namespace wrapfeed::avro
