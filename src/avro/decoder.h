#pragma once

#include <cstdint>

#include "avro/cursor.h"
#include "avro/plan.h"
#include "avro/row.h"

namespace wrapfeed::avro {

// Decodes rows by a plan. Cells are used again from row to row, so that after the first rows nothing is allocated; a
// row of more than kMaxCells values is an Error. Errors give the reason alone. One thread at a time.
class Decoder {
 public:
  // The plan must outlive it, and be of a record.
  explicit Decoder(const Plan& plan) : plan_(plan) {}

  void decode(Cursor& cursor, Row& row);

 private:
  void decode_value(const Plan& plan, Cursor& cursor, Cell& cell);
  void decode_record(const Plan& plan, Cursor& cursor, std::vector<Cell>& cells);
  void decode_enum(const Plan& plan, Cursor& cursor, Cell& cell);
  void decode_union(const Plan& plan, Cursor& cursor, Cell& cell);
  void decode_list(const Plan& plan, Cursor& cursor, Cell& cell);
  void decode_items(const Plan& plan, std::uint64_t count, Cursor& cursor, Cell& cell);
  void decode_entry(const Plan& plan, Cursor& cursor, Cell& cell);
  void make_room(std::vector<Cell>& cells, std::uint64_t size);
  void limit_growth(Row& row);

  const Plan& plan_;
  Cell skipped_;                  // takes what the reader does not want
  std::uint64_t row_cells_ = 0;   // values of the row in hand
  std::uint64_t free_items_ = 0;  // items of no bytes, of all rows
  std::uint64_t grown_ = 0;       // cells made since the last row was freed
};

}  // namespace wrapfeed::avro
