#include "insights/answers.h"

#include <nlohmann/json.hpp>

#include "avro/appender.h"
#include "avro/tables.h"
#include "base/check.h"
#include "base/time.h"

namespace wrapfeed::insights {
namespace {

using Type = avro::Schema::Type;

void encode_value(const Answers& value, const avro::Schema& schema, avro::Appender& out);

void encode_fields(const Answers& record, const avro::Schema& schema, avro::Appender& out) {
  for (const avro::Schema::Field& field : schema.fields) encode_value(record.at(field.name), *field.schema, out);
}

// Every union of the schema is ["null", T].
void encode_union(const Answers& value, const avro::Schema& schema, avro::Appender& out) {
  if (value.is_null()) return out.null();
  out.branch(1);
  encode_value(value, schema.without_null(), out);
}

void encode_whole(const Answers& value, const avro::Schema& schema, avro::Appender& out) {
  if (schema.logical_type == "date") return out.number(base::parse_date("date", value.get<std::string>()));
  out.number(value.get<std::int64_t>());
}

void encode_value(const Answers& value, const avro::Schema& schema, avro::Appender& out) {
  switch (schema.type) {
    case Type::Union:
      return encode_union(value, schema, out);
    case Type::Record:
      return encode_fields(value, schema, out);
    case Type::Array:
      return out.array(value, [&](const Answers& item) { encode_value(item, *schema.branches[0], out); });
    case Type::Boolean:
      return out.boolean(value.get<bool>());
    case Type::Double:
      return out.real(value.get<double>());
    case Type::String:
      return out.text(value.get_ref<const std::string&>());
    default:
      return encode_whole(value, schema, out);
  }
}

}  // namespace

void encode(const Answers& answers, avro::Bytes& bytes) {
  avro::Appender out(bytes);
  encode_fields(answers, *avro::wrapped_table().schema, out);
}

}  // namespace wrapfeed::insights
