#pragma once

#include <duckdb.h>

#include <memory>
#include <string>

namespace wrapfeed::database {

struct ValueDeleter {
  void operator()(duckdb_value value) const { duckdb_destroy_value(&value); }
};
using Value = std::unique_ptr<std::remove_pointer_t<duckdb_value>, ValueDeleter>;

struct TypeDeleter {
  void operator()(duckdb_logical_type type) const { duckdb_destroy_logical_type(&type); }
};
using Type = std::unique_ptr<std::remove_pointer_t<duckdb_logical_type>, TypeDeleter>;

bool is_null_at(duckdb_vector vector, idx_t row);

// The bytes of a VARCHAR or BLOB, valid as long as the vector.
std::string_view text_at(duckdb_vector vector, idx_t row);

// The cell as a value of its own, which DuckDB can print and convert; lists and structs too. Error for a type that no
// query of ours returns.
Value value_at(duckdb_vector vector, idx_t row);

}  // namespace wrapfeed::database
