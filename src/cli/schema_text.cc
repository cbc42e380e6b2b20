#include "cli/schema_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

namespace wrapfeed::cli {

namespace {

std::string union_text(const avro::Schema& schema) {
  std::vector<std::string> branches;
  bool nullable = false;
  for (const avro::SchemaPointer& branch : schema.branches) {
    if (branch->type == avro::Schema::Type::Null) {
      nullable = true;
    } else {
      branches.push_back(type_text(*branch));
    }
  }
  if (nullable) branches.emplace_back("null");
  return fmt::format("{}", fmt::join(branches, " or "));
}

std::string_view primitive_name(avro::Schema::Type type) {
  switch (type) {
    case avro::Schema::Type::Boolean:
      return "boolean";
    case avro::Schema::Type::Int:
      return "int";
    case avro::Schema::Type::Long:
      return "long";
    case avro::Schema::Type::Float:
      return "float";
    case avro::Schema::Type::Double:
      return "double";
    case avro::Schema::Type::Bytes:
      return "bytes";
    case avro::Schema::Type::String:
      return "string";
    default:
      return "null";
  }
}

}  // namespace

std::string type_text(const avro::Schema& schema) {
  switch (schema.type) {
    case avro::Schema::Type::Union:
      return union_text(schema);
    case avro::Schema::Type::Array:
      return "array of " + type_text(*schema.branches.front());
    case avro::Schema::Type::Map:
      return "map of " + type_text(*schema.branches.front());
    case avro::Schema::Type::Enum:
      return fmt::format("enum of {}", schema.symbols.size());
    case avro::Schema::Type::Fixed:
      return fmt::format("fixed of {} bytes", schema.fixed_size);
    case avro::Schema::Type::Record: {
      std::vector<std::string> names;
      for (const avro::Schema::Field& field : schema.fields) names.push_back(field.name);
      return fmt::format("{{{}}}", fmt::join(names, ", "));
    }
    default:
      return schema.logical_type.empty() ? std::string(primitive_name(schema.type))
                                         : fmt::format("{} {}", primitive_name(schema.type), schema.logical_type);
  }
}

}  // namespace wrapfeed::cli
