#include "insights/answers.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "avro/decoder.h"
#include "avro/json.h"
#include "avro/tables.h"

namespace wrapfeed::insights {
namespace {

// Something in every field: null only where `empty`.
Answers example_of(const avro::Schema& schema, bool empty) {
  using Type = avro::Schema::Type;
  if (schema.type == Type::Union) return empty ? Answers() : example_of(schema.without_null(), empty);
  if (schema.type == Type::Array)
    return empty ? Answers::array() : Answers::array({example_of(*schema.branches[0], empty)});
  if (schema.type == Type::Record) {
    Answers record = Answers::object();
    for (const avro::Schema::Field& field : schema.fields) record[field.name] = example_of(*field.schema, empty);
    return record;
  }
  if (schema.logical_type == "date") return "2025-05-01";
  if (schema.type == Type::String) return "Ado 夜";
  if (schema.type == Type::Boolean) return true;
  if (schema.type == Type::Double) return 0.25;
  return 1'234'567;
}

TEST(Answers, ComeBackFromAvroAsTheyWere) {
  const avro::SchemaPointer schema = avro::wrapped_table().schema;
  for (const bool empty : {false, true}) {
    const Answers answers = example_of(*schema, empty);
    avro::Bytes bytes;
    encode(answers, bytes);
    const avro::Resolution resolution(schema, schema);
    avro::Cursor cursor(bytes);
    avro::Row row;
    avro::Decoder(resolution.plan()).decode(cursor, row);
    EXPECT_EQ(cursor.remaining(), 0U);
    EXPECT_EQ(Answers::parse(avro::to_json(row, *schema)), answers);
  }
}

}  // namespace
}  // namespace wrapfeed::insights
