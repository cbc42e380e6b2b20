#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "avro/row.h"
#include "avro/schema.h"

namespace wrapfeed::avro {

// How values of a writer's schema become cells of the schema a reader asked for: the schema resolution of the Avro
// specification, worked out once a file, so that a row costs a walk and no look-ups.
struct Plan {
  enum class Op : std::uint8_t {
    Null,
    Boolean,
    Int,
    Long,
    IntToReal,
    LongToReal,
    Float,
    Double,
    Text,
    Fixed,
    Enum,
    Array,
    Map,
    Record,
    Union,
    Refuse,
  };
  static constexpr std::uint32_t kSkipped = 0xFFFFFFFF;
  struct Symbol {
    std::string_view text;  // no data pointer: the reader does not know it and has no default
    std::int64_t index = 0;
  };

  Op op = Op::Null;
  bool single = false;         // IntToReal, LongToReal: round to float
  std::size_t min_size = 0;    // the fewest bytes a value takes
  std::size_t fixed_size = 0;  // Fixed
  std::vector<Plan> parts;     // Union: the writer's branches; Array, Map: the item; Record: the writer's fields
  std::vector<std::uint32_t> targets;  // Record: the cell of each field, or kSkipped
  std::uint32_t branch = 0;            // Record: its branch in the reader's union, if it stands in one
  std::uint32_t cells = 0;             // Record: the reader's fields
  std::vector<std::pair<std::uint32_t, Cell>> defaults;  // Record: what the writer does not have
  std::vector<Symbol> symbols;                           // Enum: by the writer's index
  std::string reason;                                    // Refuse: why a value of this branch cannot be read
};

// A plan of the root and what it points into. Immutable, and movable: views stay good.
class Resolution {
 public:
  // Error with the reason where the writer's schema cannot be read as `reader`. Both must be records.
  Resolution(SchemaPointer writer, SchemaPointer reader);

  const Plan& plan() const { return plan_; }

 private:
  SchemaPointer writer_;
  SchemaPointer reader_;
  std::deque<std::string> texts_;  // of defaults
  Plan plan_;
};

}  // namespace wrapfeed::avro
