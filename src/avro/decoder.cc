#include "avro/decoder.h"

#include <optional>

#include "avro/container_format.h"
#include "base/error.h"

namespace wrapfeed::avro {
namespace {

using Op = Plan::Op;

void set_integer(Cell& cell, Cell::Kind kind, std::int64_t value) {
  cell.kind = kind;
  cell.integer = value;
}

void set_real(Cell& cell, double value) {
  cell.kind = Cell::Kind::Real;
  cell.real = value;
}

void set_text(Cell& cell, std::string_view value) {
  cell.kind = Cell::Kind::Text;
  cell.text = value;
}

double promote(std::int64_t value, bool single) {
  return single ? static_cast<float>(value) : static_cast<double>(value);
}

// A block of an array's or map's items; one without items ends the list. A negative count is followed by the block's
// size in bytes, which lets others skip it.
struct ItemBlock {
  std::uint64_t count = 0;
  std::optional<std::size_t> end;  // position in the cursor, if the block tells
};

ItemBlock read_item_block(Cursor& cursor) {
  const std::int64_t count = cursor.read_long();
  if (count >= 0) return {static_cast<std::uint64_t>(count), std::nullopt};
  const std::int64_t size = cursor.read_long();
  if (size < 0 || static_cast<std::uint64_t>(size) > cursor.remaining()) {
    base::fail("a block of items claims {} bytes, {} are left", size, cursor.remaining());
  }
  return {-static_cast<std::uint64_t>(count), cursor.position() + static_cast<std::size_t>(size)};
}

}  // namespace

void Decoder::decode(Cursor& cursor, Row& row) {
  limit_growth(row);
  row_cells_ = 0;
  if (row.size() > plan_.cells) row.resize(plan_.cells);
  decode_record(plan_, cursor, row);
}

// Cells of hostile rows could pile up, each row filling other ones: start anew after as many as one row may have.
void Decoder::limit_growth(Row& row) {
  if (grown_ <= kMaxCells) [[likely]]
    return;
  Row().swap(row);
  skipped_ = Cell();
  grown_ = 0;
}

void Decoder::make_room(std::vector<Cell>& cells, std::uint64_t size) {
  if (cells.size() >= size) [[likely]]
    return;
  grown_ += size - cells.size();
  cells.resize(size);
}

void Decoder::decode_record(const Plan& plan, Cursor& cursor, std::vector<Cell>& cells) {
  row_cells_ += plan.cells;
  if (row_cells_ > kMaxCells) [[unlikely]]
    base::fail("a row of more than {} values", kMaxCells);
  make_room(cells, plan.cells);
  for (std::size_t i = 0; i < plan.parts.size(); ++i) {
    const std::uint32_t target = plan.targets[i];
    decode_value(plan.parts[i], cursor, target == Plan::kSkipped ? skipped_ : cells[target]);
  }
  for (const auto& [target, value] : plan.defaults) cells[target] = value;
}

void Decoder::decode_value(const Plan& plan, Cursor& cursor, Cell& cell) {
  switch (plan.op) {
    case Op::Null:
      cell.kind = Cell::Kind::Null;
      return;
    case Op::Boolean:
      return set_integer(cell, Cell::Kind::Boolean, cursor.read_boolean() ? 1 : 0);
    case Op::Int:
      return set_integer(cell, Cell::Kind::Integer, cursor.read_int());
    case Op::Long:
      return set_integer(cell, Cell::Kind::Integer, cursor.read_long());
    case Op::IntToReal:
      return set_real(cell, promote(cursor.read_int(), plan.single));
    case Op::LongToReal:
      return set_real(cell, promote(cursor.read_long(), plan.single));
    case Op::Float:
      return set_real(cell, cursor.read_real<float>());
    case Op::Double:
      return set_real(cell, cursor.read_real<double>());
    case Op::Text:
      return set_text(cell, cursor.read_text());
    case Op::Fixed:
      return set_text(cell, cursor.read_fixed(plan.fixed_size));
    case Op::Enum:
      return decode_enum(plan, cursor, cell);
    case Op::Union:
      return decode_union(plan, cursor, cell);
    case Op::Array:
    case Op::Map:
      return decode_list(plan, cursor, cell);
    case Op::Record:
      cell.kind = Cell::Kind::Record;
      cell.size = plan.cells;
      cell.integer = plan.branch;
      return decode_record(plan, cursor, cell.children);
    case Op::Refuse:
      base::fail("{}", plan.reason);
  }
}

void Decoder::decode_enum(const Plan& plan, Cursor& cursor, Cell& cell) {
  const std::int64_t index = cursor.read_long();
  if (static_cast<std::uint64_t>(index) >= plan.symbols.size()) [[unlikely]] {
    base::fail("symbol {} of an enum that has {}", index, plan.symbols.size());
  }
  const Plan::Symbol& symbol = plan.symbols[static_cast<std::size_t>(index)];
  if (symbol.text.data() == nullptr) [[unlikely]]
    base::fail("symbol {} is not one the reader knows", index);
  set_text(cell, symbol.text);
  cell.integer = symbol.index;
}

void Decoder::decode_union(const Plan& plan, Cursor& cursor, Cell& cell) {
  const std::int64_t index = cursor.read_long();
  if (static_cast<std::uint64_t>(index) >= plan.parts.size()) [[unlikely]] {
    base::fail("branch {} of a union that has {}", index, plan.parts.size());
  }
  decode_value(plan.parts[static_cast<std::size_t>(index)], cursor, cell);
}

void Decoder::decode_list(const Plan& plan, Cursor& cursor, Cell& cell) {
  cell.kind = Cell::Kind::List;
  cell.size = 0;
  while (true) {
    const ItemBlock block = read_item_block(cursor);
    if (block.count == 0) return;
    decode_items(plan, block.count, cursor, cell);
    if (block.end && *block.end != cursor.position()) base::fail("a block of items is not of the size it claims");
  }
}

void Decoder::decode_items(const Plan& plan, std::uint64_t count, Cursor& cursor, Cell& cell) {
  const Plan& item = plan.parts[0];
  const bool is_map = plan.op == Op::Map;
  const std::size_t min_size = item.min_size + (is_map ? 1 : 0);
  if (min_size > 0 && count > cursor.remaining() / min_size) {
    base::fail("{} items do not fit the {} bytes left", count, cursor.remaining());
  }
  const std::uint64_t cells = is_map ? 3 : 1;  // an entry, its key and its value
  if (count > (kMaxCells - row_cells_) / cells) base::fail("a row of more than {} values", kMaxCells);
  row_cells_ += count * cells;
  if (min_size == 0 && (free_items_ += count) > kMaxFree) base::fail("more than {} items of no bytes", kMaxFree);
  make_room(cell.children, cell.size + count);
  for (const std::uint64_t end = cell.size + count; cell.size < end; ++cell.size) {
    if (is_map) {
      decode_entry(item, cursor, cell.children[cell.size]);
    } else {
      decode_value(item, cursor, cell.children[cell.size]);
    }
  }
}

void Decoder::decode_entry(const Plan& plan, Cursor& cursor, Cell& cell) {
  cell.kind = Cell::Kind::Record;
  cell.size = 2;
  make_room(cell.children, 2);
  set_text(cell.children[0], cursor.read_text());
  decode_value(plan, cursor, cell.children[1]);
}

}  // namespace wrapfeed::avro
