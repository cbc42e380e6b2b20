#include "avro/schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "avro/tables.h"
#include "avro/test_file.h"

namespace wrapfeed::avro {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string refusal(std::string_view json) {
  return error_of([&] { parse_schema(json, "x.avsc"); });
}

TEST(Schema, ParsesEveryType) {
  const SchemaPointer schema = parse_schema(R"({"type": "record", "name": "R", "namespace": "a.b", "doc": "d",
    "aliases": ["Old"], "fields": [
      {"name": "u", "type": ["null", {"type": "long", "logicalType": "timestamp-millis"}], "default": null, "doc": "x"},
      {"name": "e", "type": {"type": "enum", "name": "E", "symbols": ["p", "q"], "default": "q"}, "aliases": ["f"]},
      {"name": "again", "type": "E"}, {"name": "full", "type": "a.b.E"},
      {"name": "m", "type": {"type": "map", "values": "bytes"}},
      {"name": "x", "type": {"type": "fixed", "name": "c.F", "size": 16}}]})",
                                            "x.avsc");
  EXPECT_EQ(schema->name, "a.b.R");
  EXPECT_EQ(schema->doc, "d");
  EXPECT_THAT(schema->aliases, ElementsAre("Old"));
  ASSERT_EQ(schema->fields.size(), 6u);
  EXPECT_EQ(schema->fields[0].default_json, "null");
  EXPECT_EQ(schema->fields[0].schema->without_null().logical_type, "timestamp-millis");
  EXPECT_EQ(schema->fields[1].schema->default_symbol, "q");
  EXPECT_THAT(schema->fields[1].aliases, ElementsAre("f"));
  EXPECT_EQ(schema->fields[2].schema, schema->fields[1].schema);
  EXPECT_EQ(schema->fields[3].schema, schema->fields[1].schema);
  EXPECT_EQ(schema->fields[4].schema->branches[0]->type, Schema::Type::Bytes);
  EXPECT_EQ(schema->fields[5].schema->name, "c.F");
  EXPECT_EQ(schema->fields[5].schema->fixed_size, 16u);
}

TEST(Schema, IgnoresLogicalTypesThatDoNotApply) {
  EXPECT_EQ(parse_schema(R"({"type": "string", "logicalType": "date"})", "x")->logical_type, "");
  EXPECT_EQ(parse_schema(R"({"type": "long", "logicalType": "fortnight"})", "x")->logical_type, "");
}

TEST(Schema, RefusesWhatIsNoSchema) {
  EXPECT_THAT(refusal("{"), HasSubstr("x.avsc: schema: not valid JSON"));
  EXPECT_THAT(refusal("7"), HasSubstr("a type is number"));
  EXPECT_THAT(refusal(R"("lnog")"), HasSubstr("type \"lnog\" is not known here"));
  EXPECT_THAT(refusal(R"({"name": "R"})"), HasSubstr("a type has no \"type\""));
  EXPECT_THAT(refusal(R"({"type": "record", "name": "R"})"), HasSubstr("R has no \"fields\""));
  EXPECT_THAT(refusal(R"({"type": "record", "name": "R", "fields": [{"name": "a"}]})"), HasSubstr("a has no \"type\""));
  EXPECT_THAT(refusal(R"({"type": "record", "name": "1R", "fields": []})"), HasSubstr("name \"1R\" is not valid"));
  EXPECT_THAT(refusal(R"({"type": "enum", "name": "E", "symbols": []})"), HasSubstr("no symbols"));
  EXPECT_THAT(refusal(R"({"type": "enum", "name": "E", "symbols": ["a"], "default": "b"})"), HasSubstr("\"b\""));
  EXPECT_THAT(refusal(R"({"type": "fixed", "name": "F", "size": -1})"), HasSubstr("size of fixed F"));
  EXPECT_THAT(refusal(R"([])"), HasSubstr("no branch"));
  EXPECT_THAT(refusal(R"(["null", ["int"]])"), HasSubstr("a union stands directly in a union"));
  EXPECT_THAT(refusal(R"([{"type": "fixed", "name": "F", "size": 1}, {"type": "fixed", "name": "F", "size": 1}])"),
              HasSubstr("F is defined twice"));
  EXPECT_THAT(
      refusal(
          R"({"type": "record", "name": "R", "fields": [{"name": "a", "type": "int"}, {"name": "a", "type": "int"}]})"),
      HasSubstr("field a of R is there twice"));
}

TEST(Schema, RefusesARecordThatContainsItself) {
  EXPECT_THAT(
      refusal(
          R"({"type": "record", "name": "R", "fields": [{"name": "next", "type": ["null", "R"], "default": null}]})"),
      HasSubstr("record \"R\" contains itself"));
}

TEST(Schema, RefusesBombs) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += R"({"type":)";
  deep += "\"int\"" + std::string(100'000, '}');
  EXPECT_THAT(refusal(deep), HasSubstr("nested more than"));

  // Each record twice in the next: 2^n values in no bytes.
  std::string wide = R"([{"type": "record", "name": "R0", "fields": []})";
  std::string chain = wide;
  for (int i = 1; i < 40; ++i) {
    wide += fmt::format(R"(,{{"type": "record", "name": "R{}", "fields": [{{"name": "a", "type": "R{}"}},)", i, i - 1);
    wide += fmt::format(R"({{"name": "b", "type": "R{}"}}]}})", i - 1);
  }
  EXPECT_THAT(refusal(wide + "]"), HasSubstr("more than 100000 types"));
  for (int i = 1; i < 1'000; ++i) {
    chain += fmt::format(R"(,{{"type":"record","name":"R{}","fields":[{{"name":"a","type":"R{}"}}]}})", i, i - 1);
  }
  EXPECT_THAT(refusal(chain + "]"), HasSubstr("types nest more than 64 deep"));
}

// PRODUCT's law for the feed's own schemas: a doc everywhere, null first and by default, enums with a way out.
void expect_documented(const Schema& schema, const std::string& where) {
  if (!schema.name.empty()) {
    EXPECT_NE(schema.doc, "") << where;
    EXPECT_EQ(schema.name.rfind("wrapfeed.", 0), 0u) << schema.name;
  }
  if (schema.type == Schema::Type::Enum) {
    EXPECT_EQ(schema.symbols[0], "unknown") << where;
    EXPECT_EQ(schema.default_symbol, "unknown") << where;
  }
  for (const SchemaPointer& branch : schema.branches) expect_documented(*branch, where);
  for (const Schema::Field& field : schema.fields) {
    EXPECT_NE(field.doc, "") << where << "." << field.name;
    if (field.schema->type == Schema::Type::Union) {
      EXPECT_EQ(field.schema->branches[0]->type, Schema::Type::Null) << field.name;
      EXPECT_EQ(field.schema->branches.size(), 2u) << field.name;
      EXPECT_EQ(field.default_json, "null") << field.name;
    }
    expect_documented(*field.schema, where + "." + field.name);
  }
}

TEST(Tables, SchemasKeepTheirLaw) {
  for (const char* name : {"user", "track", "artist", "event", "truth_user", "truth_session", "truth_stream"}) {
    const Table* table = find_table(name);
    ASSERT_NE(table, nullptr);
    EXPECT_EQ(table->name, name);
    expect_documented(*table->schema, name);
  }
  EXPECT_EQ(find_table("playlist"), nullptr);
}

}  // namespace
}  // namespace wrapfeed::avro
