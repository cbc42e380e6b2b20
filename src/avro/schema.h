#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wrapfeed::avro {

// An Avro schema as a tree (Avro 1.11 specification, "Schema Declaration"). Named types used again share their node.
// A record that contains itself is refused, and so is a schema deeper or larger than the limits below: no table of a
// feed comes near them, and with them every row is finite, whatever a file claims.
struct Schema {
  enum class Type : std::uint8_t {
    Null,
    Boolean,
    Int,
    Long,
    Float,
    Double,
    Bytes,
    String,
    Record,
    Enum,
    Array,
    Map,
    Union,
    Fixed,
  };
  struct Field;
  static constexpr std::size_t kMaxDepth = 64;
  static constexpr std::size_t kMaxTypes = 100'000;

  Type type = Type::Null;
  std::string name;  // full name of a record, enum or fixed
  // "timestamp-millis" or "local-timestamp-millis" on a long, "date" on an int, else empty: others are their base type
  std::string logical_type;
  std::string doc;
  std::vector<std::string> aliases;
  std::vector<Field> fields;                            // Record
  std::vector<std::string> symbols;                     // Enum
  std::string default_symbol;                           // Enum: empty = none
  std::vector<std::shared_ptr<const Schema>> branches;  // Union; Array and Map: one, the item's schema
  std::size_t fixed_size = 0;                           // Fixed: bytes
  std::size_t depth = 1;                                // levels of types: 1 for a primitive
  std::size_t types = 1;                                // in it and itself; a named type counts wherever it is used

  // The branch beside null of ["null", T], T itself otherwise.
  const Schema& without_null() const;
  // The place of a field of a record; it is a bug to ask for one that is not there.
  std::size_t place_of(std::string_view field) const;
  bool is_instant() const { return logical_type.ends_with("timestamp-millis"); }  // local or UTC
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

std::string_view type_name(Schema::Type type);  // as in a schema: "null", "boolean", ...

}  // namespace wrapfeed::avro
