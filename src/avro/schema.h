#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wrapfeed::avro {

// An Avro schema as a tree (Avro 1.11 specification, "Schema Declaration"). Named types used again share their node.
struct Schema {
  enum class Type : std::uint8_t {
    Null, Boolean, Int, Long, Float, Double, Bytes, String, Record, Enum, Array, Map, Union, Fixed,
  };
  struct Field;

  Type type = Type::Null;
  std::string name;          // full name of a record, enum or fixed
  std::string logical_type;  // "timestamp-millis", "date" or empty
  std::string doc;
  std::vector<std::string> aliases;
  std::vector<Field> fields;                          // Record
  std::vector<std::string> symbols;                   // Enum
  std::string default_symbol;                         // Enum: empty = none
  std::vector<std::shared_ptr<const Schema>> branches;  // Union; Array and Map: one, the item's schema
  std::size_t fixed_size = 0;

  // The branch beside null of ["null", T], T itself otherwise.
  const Schema& without_null() const;
};

struct Schema::Field {
  std::string name;
  std::string doc;
  std::vector<std::string> aliases;
  std::shared_ptr<const Schema> schema;
  std::optional<std::string> default_json;  // the default as JSON text
};

using SchemaPointer = std::shared_ptr<const Schema>;

// Parses the JSON of an .avsc file or of a container's avro.schema; `where` names it in an Error.
SchemaPointer parse_schema(std::string_view json, std::string_view where);

}  // namespace wrapfeed::avro
