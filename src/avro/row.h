#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace wrapfeed::avro {

// One decoded value. Text views point into the reader's block and live until the next row is read. A union's value is
// that of its branch; a map is a List of Records {key, value}. What `kind` does not name keeps old values.
struct Cell {
  enum class Kind : std::uint8_t { Null, Boolean, Integer, Real, Text, List, Record };
  Kind kind = Kind::Null;
  // Boolean (0, 1), Integer (int, long); for an enum's Text the symbol's index, for a Record from a union its branch
  std::int64_t integer = 0;
  double real = 0;             // float, double
  std::string_view text;       // string, bytes, fixed; the symbol of an enum
  std::vector<Cell> children;  // the items of an array or the fields of a record: the first `size` of them count
  std::uint32_t size = 0;      // so that a row can be read again and again without allocation

  bool is_null() const { return kind == Kind::Null; }
};

// One record: a cell per field of the schema the reader was asked for, in its order.
using Row = std::vector<Cell>;

}  // namespace wrapfeed::avro
