#include "avro/json.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

#include "base/check.h"
#include "base/time.h"

namespace wrapfeed::avro {
namespace {

using Type = Schema::Type;

// Years 0000 to 9999: what ISO 8601 writes with four digits.
constexpr base::Days kFirstDay = -719'528;
constexpr base::Days kLastDay = 2'932'896;

bool is_kind_of(Cell::Kind kind, Type type) {
  switch (kind) {
    case Cell::Kind::Null:
      return type == Type::Null;
    case Cell::Kind::Boolean:
      return type == Type::Boolean;
    case Cell::Kind::Integer:
      return type == Type::Int || type == Type::Long;
    case Cell::Kind::Real:
      return type == Type::Float || type == Type::Double;
    case Cell::Kind::Text:
      return type == Type::String || type == Type::Bytes || type == Type::Fixed || type == Type::Enum;
    case Cell::Kind::List:
      return type == Type::Array || type == Type::Map;
    case Cell::Kind::Record:
      return type == Type::Record;
  }
  return false;
}

// The first branch of a union that such a cell may come from; records, which may be several, tell theirs.
const Schema& branch_of(const Cell& cell, const Schema& schema) {
  if (schema.type != Type::Union) return schema;
  if (cell.kind == Cell::Kind::Record) return *schema.branches.at(static_cast<std::size_t>(cell.integer));
  for (const SchemaPointer& branch : schema.branches) {
    if (is_kind_of(cell.kind, branch->type)) return *branch;
  }
  return schema;
}

// The length of the UTF-8 character at the front, or 0 where it is none.
std::size_t utf8_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::size_t length = byte(0) < 0x80 ? 1 : byte(0) < 0xC2 ? 0 : byte(0) < 0xE0 ? 2 : byte(0) < 0xF0 ? 3 : 4;
  if (length == 0 || byte(0) > 0xF4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  if (length == 3 && ((byte(0) == 0xE0 && byte(1) < 0xA0) || (byte(0) == 0xED && byte(1) > 0x9F))) return 0;
  if (length == 4 && ((byte(0) == 0xF0 && byte(1) < 0x90) || (byte(0) == 0xF4 && byte(1) > 0x8F))) return 0;
  return length;
}

class Printer {
 public:
  std::string finish() { return std::move(out_); }

  void record(const std::vector<Cell>& cells, const Schema& schema) {
    CHECK(schema.type == Type::Record && cells.size() >= schema.fields.size());
    char separator = '{';
    for (std::size_t i = 0; i < schema.fields.size(); ++i, separator = ',') {
      out_ += separator;
      text(schema.fields[i].name);
      out_ += ':';
      value(cells[i], branch_of(cells[i], *schema.fields[i].schema));
    }
    out_ += separator == '{' ? "{}" : "}";
  }

 private:
  void value(const Cell& cell, const Schema& schema) {
    switch (cell.kind) {
      case Cell::Kind::Null:
        out_ += "null";
        return;
      case Cell::Kind::Boolean:
        out_ += cell.integer != 0 ? "true" : "false";
        return;
      case Cell::Kind::Integer:
        return integer(cell.integer, schema.logical_type);
      case Cell::Kind::Real:
        return real(cell.real, schema.type == Type::Float);
      case Cell::Kind::Text:
        return schema.type == Type::Bytes || schema.type == Type::Fixed ? bytes(cell.text) : text(cell.text);
      case Cell::Kind::List:
        return schema.type == Type::Map ? map(cell, schema) : array(cell, schema);
      case Cell::Kind::Record:
        return record(cell.children, schema);
    }
  }

  void integer(std::int64_t value, std::string_view logical_type) {
    if (logical_type == "date" && value >= kFirstDay && value <= kLastDay) {
      text(base::format_date(static_cast<base::Days>(value)));
    } else if (logical_type.ends_with("timestamp-millis") && value >= kFirstDay * base::kDay &&
               value < (kLastDay + 1) * base::kDay) {
      std::string instant = base::format_instant(value);
      if (logical_type.starts_with("local")) instant.pop_back();  // no Z: it is not UTC
      text(instant);
    } else {
      fmt::format_to(std::back_inserter(out_), "{}", value);
    }
  }

  void real(double value, bool single) {
    if (std::isnan(value)) {
      text("NaN");
    } else if (std::isinf(value)) {
      text(value < 0 ? "-Infinity" : "Infinity");
    } else if (single) {
      fmt::format_to(std::back_inserter(out_), "{}", static_cast<float>(value));
    } else {
      fmt::format_to(std::back_inserter(out_), "{}", value);
    }
  }

  void escaped(unsigned char byte) {
    if (byte == '"' || byte == '\\') {
      out_ += '\\';
      out_ += static_cast<char>(byte);
    } else if (byte < 0x20 || byte >= 0x7F) {
      fmt::format_to(std::back_inserter(out_), "\\u{:04x}", byte);
    } else {
      out_ += static_cast<char>(byte);
    }
  }

  void bytes(std::string_view value) {
    out_ += '"';
    for (const char byte : value) escaped(static_cast<unsigned char>(byte));
    out_ += '"';
  }

  // What is not UTF-8 becomes the replacement character.
  void text(std::string_view value) {
    out_ += '"';
    while (!value.empty()) {
      const std::size_t length = utf8_length(value);
      if (length == 0) out_ += "\uFFFD";
      if (length == 1) escaped(static_cast<unsigned char>(value[0]));
      if (length > 1) out_ += value.substr(0, length);
      value.remove_prefix(length == 0 ? 1 : length);
    }
    out_ += '"';
  }

  void array(const Cell& list, const Schema& schema) {
    out_ += '[';
    for (std::uint32_t i = 0; i < list.size; ++i) {
      if (i > 0) out_ += ',';
      value(list.children[i], branch_of(list.children[i], *schema.branches[0]));
    }
    out_ += ']';
  }

  void map(const Cell& list, const Schema& schema) {
    out_ += '{';
    for (std::uint32_t i = 0; i < list.size; ++i) {
      const std::vector<Cell>& entry = list.children[i].children;
      if (i > 0) out_ += ',';
      text(entry[0].text);
      out_ += ':';
      value(entry[1], branch_of(entry[1], *schema.branches[0]));
    }
    out_ += '}';
  }

  std::string out_;
};

}  // namespace

std::string to_json(const Row& row, const Schema& schema) {
  Printer printer;
  printer.record(row, schema);
  return printer.finish();
}

}  // namespace wrapfeed::avro
