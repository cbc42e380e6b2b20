#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "avro/json.h"
#include "avro/plan.h"
#include "avro/test_file.h"

namespace wrapfeed::avro {
namespace {

using ::testing::HasSubstr;

std::string record(std::string_view fields) {
  return fmt::format(R"({{"type": "record", "name": "R", "fields": [{}]}})", fields);
}

std::string field(std::string_view type, std::string_view more = "") {
  return record(fmt::format(R"({{"name": "f", "type": {}{}}})", type, more));
}

// Bytes of the writer's schema as JSON of a row in the reader's.
std::string resolve(const std::string& writer, const std::string& reader, std::string_view data) {
  const SchemaPointer wanted = parse_schema(reader, "reader");
  const Resolution resolution(parse_schema(writer, "writer"), wanted);
  const Bytes bytes = from_hex(data);
  Cursor cursor(bytes);
  Row row;
  Decoder(resolution.plan()).decode(cursor, row);
  EXPECT_EQ(cursor.remaining(), 0u);
  return to_json(row, *wanted);
}

std::string refusal(const std::string& writer, const std::string& reader, std::string_view data = "") {
  return error_of([&] { resolve(writer, reader, data); });
}

TEST(Resolution, FieldsAreReorderedSkippedAndRenamed) {
  const std::string writer = record(R"({"name": "a", "type": "int"}, {"name": "gone", "type": {"type": "array",
      "items": {"type": "map", "values": "double"}}}, {"name": "old", "type": "string"})");
  const std::string reader = record(R"({"name": "new", "type": "string", "aliases": ["older", "old"]},
      {"name": "a", "type": "int"})");
  EXPECT_EQ(resolve(writer, reader,
                    "02"
                    "02"
                    "02026b000000000000f03f"
                    "00"
                    "00"
                    "047879"),
            R"({"new":"xy","a":1})");
  EXPECT_EQ(resolve(writer, reader,
                    "02"
                    "00"
                    "047879"),
            R"({"new":"xy","a":1})");
}

TEST(Resolution, MissingFieldsTakeTheirDefaults) {
  const std::string reader = record(R"(
      {"name": "n", "type": ["null", "long"], "default": null}, {"name": "i", "type": "int", "default": -7},
      {"name": "d", "type": "double", "default": 1}, {"name": "s", "type": "string", "default": "ü"},
      {"name": "b", "type": "bytes", "default": "\u00ff\u0001"}, {"name": "t", "type": "boolean", "default": true},
      {"name": "e", "type": {"type": "enum", "name": "E", "symbols": ["p", "q"]}, "default": "q"},
      {"name": "l", "type": {"type": "array", "items": "int"}, "default": [1, 2]},
      {"name": "m", "type": {"type": "map", "values": "int"}, "default": {"k": 3}},
      {"name": "r", "type": {"type": "record", "name": "S", "fields": [{"name": "x", "type": "int"},
        {"name": "y", "type": "int", "default": 5}]}, "default": {"x": 4}}, {"name": "f", "type": "int"})");
  EXPECT_EQ(resolve(field("\"int\""), reader, "10"),
            R"({"n":null,"i":-7,"d":1,"s":"ü","b":"\u00ff\u0001","t":true,"e":"q","l":[1,2],"m":{"k":3},)"
            R"("r":{"x":4,"y":5},"f":8})");
}

TEST(Resolution, WithoutADefaultAMissingFieldIsAnError) {
  EXPECT_EQ(refusal(record(""), field("\"int\"")), "the file has no field f, which has no default");
}

TEST(Resolution, DefaultsMustFit) {
  EXPECT_EQ(refusal(record(""), field("\"int\"", R"(, "default": "x")")), "default \"x\" is not of type int");
  EXPECT_EQ(refusal(record(""), field("\"int\"", R"(, "default": 2147483648)")),
            "default 2147483648 is not of type int");
  EXPECT_EQ(refusal(record(""), field("\"bytes\"", R"(, "default": "\u0100")")), "default \"Ā\" is not of type bytes");
  EXPECT_EQ(refusal(record(""), field(R"({"type": "fixed", "name": "F", "size": 2})", R"(, "default": "a")")),
            "default \"a\" is not of type fixed");
}

TEST(Resolution, NumbersArePromoted) {
  EXPECT_EQ(resolve(field("\"int\""), field("\"long\""), "03"), R"({"f":-2})");
  EXPECT_EQ(resolve(field("\"int\""), field("\"float\""), "fcffffff0f"), R"({"f":2147483600})");
  EXPECT_EQ(resolve(field("\"int\""), field("\"double\""), "fcffffff0f"), R"({"f":2147483646})");
  EXPECT_EQ(resolve(field("\"long\""), field("\"float\""), "04"), R"({"f":2})");
  EXPECT_EQ(resolve(field("\"long\""), field("\"double\""), "04"), R"({"f":2})");
  EXPECT_EQ(resolve(field("\"float\""), field("\"double\""), "0000003f"), R"({"f":0.5})");
  EXPECT_EQ(refusal(field("\"long\""), field("\"int\""), "04"), "field f: the file's long cannot be read as int");
  EXPECT_EQ(refusal(field("\"double\""), field("\"float\""), "04"),
            "field f: the file's double cannot be read as float");
}

TEST(Resolution, StringsAndBytesAreInterchangeable) {
  EXPECT_EQ(resolve(field("\"string\""), field("\"bytes\""), "0441c3"), R"({"f":"A\u00c3"})");
  EXPECT_EQ(resolve(field("\"bytes\""), field("\"string\""), "0441c3"), "{\"f\":\"A\uFFFD\"}");
}

TEST(Resolution, EnumsGoBySymbol) {
  const std::string writer = field(R"({"type": "enum", "name": "E", "symbols": ["a", "b", "new"]})");
  const std::string reader =
      field(R"({"type": "enum", "name": "E", "symbols": ["unknown", "b", "a"], "default": "unknown"})");
  EXPECT_EQ(resolve(writer, reader, "00"), R"({"f":"a"})");
  EXPECT_EQ(resolve(writer, reader, "02"), R"({"f":"b"})");
  EXPECT_EQ(resolve(writer, reader, "04"), R"({"f":"unknown"})");
  EXPECT_EQ(refusal(writer, reader, "06"), "symbol 3 of an enum that has 3");
  EXPECT_EQ(refusal(writer, reader, "01"), "symbol -1 of an enum that has 3");
  const std::string strict = field(R"({"type": "enum", "name": "E", "symbols": ["b", "a"]})");
  EXPECT_EQ(refusal(writer, strict, "04"), "symbol 2 is not one the reader knows");
}

TEST(Resolution, UnionsResolveEitherWay) {
  EXPECT_EQ(resolve(field(R"(["null", "int"])"), field(R"(["null", "long"])"), "0204"), R"({"f":2})");
  EXPECT_EQ(resolve(field(R"(["int", "null"])"), field(R"(["null", "long"])"), "0004"), R"({"f":2})");
  EXPECT_EQ(resolve(field("\"int\""), field(R"(["null", "long"])"), "04"), R"({"f":2})");
  EXPECT_EQ(resolve(field("\"int\""), field(R"(["double", "int"])"), "04"), R"({"f":2})");
  EXPECT_EQ(resolve(field(R"(["null", "int"])"), field("\"int\""), "0204"), R"({"f":2})");
  EXPECT_EQ(refusal(field(R"(["null", "int"])"), field("\"int\""), "00"), "a value of type null cannot be read as int");
  EXPECT_EQ(refusal(field(R"(["null", "int"])"), field("\"string\""), "00"),
            "field f: the file's union cannot be read as string");
  EXPECT_EQ(refusal(field(R"(["null", "int"])"), field(R"(["null", "int"])"), "04"), "branch 2 of a union that has 2");
}

TEST(Resolution, NamesDecideBetweenBranches) {
  const auto named = [](const char* name, const char* inner) {
    return fmt::format(R"({{"type": "record", "name": "{}", "fields": [{{"name": "{}", "type": "int"}}]}})", name,
                       inner);
  };
  const std::string either = field(fmt::format("[{}, {}]", named("A", "x"), named("n.B", "y")));
  EXPECT_EQ(resolve(either, either, "0204"), R"({"f":{"y":2}})");
  EXPECT_EQ(resolve(either, either, "0004"), R"({"f":{"x":2}})");
  EXPECT_EQ(resolve(field(named("m.B", "y")), either, "04"), R"({"f":{"y":2}})");
}

TEST(Resolution, FixedMustBeOfOneSize) {
  const auto fixed = [](int size) {
    return field(fmt::format(R"({{"type": "fixed", "name": "F", "size": {}}})", size));
  };
  EXPECT_EQ(resolve(fixed(2), fixed(2), "4142"), R"({"f":"AB"})");
  EXPECT_EQ(refusal(fixed(2), fixed(3)), "field f: the file's fixed F cannot be read as fixed F");
}

TEST(Resolution, AFieldIsNotReadTwice) {
  EXPECT_EQ(refusal(field("\"int\""), record(R"({"name": "f", "type": "int"},
      {"name": "g", "type": "int", "aliases": ["f"]})")),
            "the file's field f is wanted twice, as f and as g");
}

const std::string kInts = field(R"({"type": "array", "items": "int"})");

TEST(Resolution, ArraysMayComeInBlocks) {
  EXPECT_EQ(resolve(kInts, kInts, "00"), R"({"f":[]})");
  EXPECT_EQ(resolve(kInts, kInts,
                    "04020402"
                    "0600"),
            R"({"f":[1,2,3]})");
  EXPECT_EQ(resolve(kInts, kInts,
                    "0304"
                    "0204"
                    "01"
                    "02"
                    "06"
                    "00"),
            R"({"f":[1,2,3]})");  // with sizes
}

TEST(Resolution, BadArraysAreErrors) {
  EXPECT_EQ(refusal(kInts, kInts, "0802"), "4 items do not fit the 1 bytes left");
  EXPECT_EQ(refusal(kInts, kInts, "03060204"), "a block of items claims 3 bytes, 2 are left");
  EXPECT_EQ(refusal(kInts, kInts,
                    "0301"
                    "0204"),
            "a block of items claims -1 bytes, 2 are left");
  EXPECT_EQ(refusal(kInts, kInts,
                    "0302"
                    "020400"),
            "a block of items is not of the size it claims");
  EXPECT_EQ(refusal(kInts, kInts,
                    "ffffffffffffffffff01"
                    "00"
                    "00"),
            "9223372036854775808 items do not fit the 1 bytes left");
}

TEST(Resolution, ArraysOfNothingAreLimited) {
  const std::string nulls = field(R"({"type": "array", "items": "null"})");
  EXPECT_EQ(refusal(nulls, nulls, "feffffffffffffffff0100"), "a row of more than 1048576 values");
  EXPECT_EQ(refusal(nulls, nulls,
                    "80897a"
                    "80897a00"),
            "a row of more than 1048576 values");  // a million, twice
  const std::string nested = field(R"({"type": "array", "items": {"type": "array", "items": "null"}})");
  std::string rows;
  for (int i = 0; i < 2000; ++i) rows += "d00f00";  // a thousand items
  EXPECT_EQ(refusal(nested, nested, "a01f" + rows + "00"), "a row of more than 1048576 values");
}

// Rows of few values each may still touch ever new cells.
TEST(Resolution, CellsDoNotPileUp) {
  const std::string nested = field(R"({"type": "array", "items": {"type": "array", "items": "null"}})");
  const SchemaPointer schema = parse_schema(nested, "x");
  const Resolution resolution(schema, schema);
  Decoder decoder(resolution.plan());
  Row row;
  for (int empty = 0; empty < 12; ++empty) {
    Bytes bytes;
    bytes.commit(put_long(bytes.prepare(32), empty + 1));
    for (int i = 0; i < empty; ++i) bytes.commit(put_long(bytes.prepare(32), 0));
    for (const int count : {500'000, 0, 0}) bytes.commit(put_long(bytes.prepare(32), count));
    Cursor cursor(bytes);
    decoder.decode(cursor, row);
    std::size_t cells = 0;
    for (const Cell& item : row[0].children) cells += item.children.size();
    ASSERT_LE(cells, 2'100'000u);
  }
}

TEST(Resolution, RowsAreUsedAgain) {
  const std::string type = field(R"(["null", {"type": "array", "items": "string"}])");
  const SchemaPointer schema = parse_schema(type, "x");
  const Resolution resolution(schema, schema);
  Decoder decoder(resolution.plan());
  const Bytes bytes = from_hex(
      "0204026102620000"
      "0202026300");
  Cursor cursor(bytes);
  Row row(5);
  decoder.decode(cursor, row);
  EXPECT_EQ(row.size(), 1u);
  const Cell* items = row[0].children.data();
  EXPECT_EQ(to_json(row, *schema), R"({"f":["a","b"]})");
  decoder.decode(cursor, row);
  EXPECT_TRUE(row[0].is_null());
  decoder.decode(cursor, row);
  EXPECT_EQ(to_json(row, *schema), R"({"f":["c"]})");
  EXPECT_EQ(row[0].children.data(), items);
}

}  // namespace
}  // namespace wrapfeed::avro
