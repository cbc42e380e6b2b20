#include "avro/default_cell.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "base/error.h"

namespace wrapfeed::avro {
namespace {

using Json = nlohmann::ordered_json;
using Type = Schema::Type;

class Maker {
 public:
  explicit Maker(std::deque<std::string>& texts) : texts_(texts) {}

  Cell make(const Json& json, const Schema& schema) {
    switch (schema.type) {
      case Type::Null:
        expect(json.is_null(), json, schema);
        return {};
      case Type::Boolean:
        expect(json.is_boolean(), json, schema);
        return number(Cell::Kind::Boolean, json.get<bool>() ? 1 : 0);
      case Type::Int:
      case Type::Long:
        return integer(json, schema);
      case Type::Float:
      case Type::Double:
        return real(json, schema);
      case Type::String:
        expect(json.is_string(), json, schema);
        return text(json.get<std::string>());
      case Type::Bytes:
      case Type::Fixed:
        return bytes(json, schema);
      case Type::Enum:
        return symbol(json, schema);
      case Type::Array:
        return array(json, schema);
      case Type::Map:
        return map(json, schema);
      case Type::Record:
        return record(json, schema);
      case Type::Union:
        break;
    }
    return make(json, *schema.branches[0]);
  }

 private:
  static void expect(bool fits, const Json& json, const Schema& schema) {
    if (!fits) base::fail("default {} is not of type {}", json.dump(), type_name(schema.type));
  }

  static Cell number(Cell::Kind kind, std::int64_t value) {
    Cell cell;
    cell.kind = kind;
    cell.integer = value;
    return cell;
  }

  static Cell integer(const Json& json, const Schema& schema) {
    expect(json.is_number_integer() && !(json.is_number_unsigned() && json.get<std::uint64_t>() >> 63 != 0), json,
           schema);
    const auto value = json.get<std::int64_t>();
    expect(schema.type == Type::Long || value == static_cast<std::int32_t>(value), json, schema);
    return number(Cell::Kind::Integer, value);
  }

  static Cell real(const Json& json, const Schema& schema) {
    expect(json.is_number(), json, schema);
    Cell cell;
    cell.kind = Cell::Kind::Real;
    cell.real = json.get<double>();
    if (schema.type == Type::Float) {
      expect(std::abs(cell.real) <= std::numeric_limits<float>::max(), json, schema);
      cell.real = static_cast<float>(cell.real);
    }
    return cell;
  }

  Cell text(std::string value) {
    Cell cell;
    cell.kind = Cell::Kind::Text;
    cell.text = texts_.emplace_back(std::move(value));
    return cell;
  }

  // UTF-8 of the characters 0-255 has one byte, or two whose first is C2 or C3.
  Cell bytes(const Json& json, const Schema& schema) {
    expect(json.is_string(), json, schema);
    const auto utf8 = json.get<std::string>();
    std::string value;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
      auto byte = static_cast<unsigned char>(utf8[i]);
      if (byte >= 0x80) {
        expect((byte == 0xC2 || byte == 0xC3) && i + 1 < utf8.size(), json, schema);
        byte = static_cast<unsigned char>((byte & 3) << 6 | (static_cast<unsigned char>(utf8[++i]) & 0x3F));
      }
      value += static_cast<char>(byte);
    }
    expect(schema.type == Type::Bytes || value.size() == schema.fixed_size, json, schema);
    return text(std::move(value));
  }

  static Cell symbol(const Json& json, const Schema& schema) {
    expect(json.is_string(), json, schema);
    const auto found = std::find(schema.symbols.begin(), schema.symbols.end(), json.get<std::string>());
    expect(found != schema.symbols.end(), json, schema);
    Cell cell = number(Cell::Kind::Text, found - schema.symbols.begin());
    cell.text = *found;
    return cell;
  }

  static Cell holder(Cell::Kind kind, std::vector<Cell> children) {
    Cell cell;
    cell.kind = kind;
    cell.size = static_cast<std::uint32_t>(children.size());
    cell.children = std::move(children);
    return cell;
  }

  Cell array(const Json& json, const Schema& schema) {
    expect(json.is_array(), json, schema);
    std::vector<Cell> items;
    for (const Json& item : json) items.push_back(make(item, *schema.branches[0]));
    return holder(Cell::Kind::List, std::move(items));
  }

  Cell map(const Json& json, const Schema& schema) {
    expect(json.is_object(), json, schema);
    std::vector<Cell> entries;
    for (const auto& [key, value] : json.items()) {
      entries.push_back(holder(Cell::Kind::Record, {text(key), make(value, *schema.branches[0])}));
    }
    return holder(Cell::Kind::List, std::move(entries));
  }

  Cell record(const Json& json, const Schema& schema) {
    expect(json.is_object(), json, schema);
    std::vector<Cell> fields;
    for (const Schema::Field& field : schema.fields) {
      if (const auto value = json.find(field.name); value != json.end()) {
        fields.push_back(make(*value, *field.schema));
      } else {
        expect(field.default_json.has_value(), json, schema);
        fields.push_back(make(Json::parse(*field.default_json), *field.schema));
      }
    }
    return holder(Cell::Kind::Record, std::move(fields));
  }

  std::deque<std::string>& texts_;
};

}  // namespace

Cell default_cell(std::string_view json, const Schema& schema, std::deque<std::string>& texts) {
  return Maker(texts).make(Json::parse(json), schema);
}

}  // namespace wrapfeed::avro
