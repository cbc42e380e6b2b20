#include "database/avro_column.h"

#include <algorithm>
#include <vector>

#include "base/check.h"
#include "base/error.h"

namespace wrapfeed::database {
namespace {

using avro::Schema;
using Kind = Schema::Type;

Type struct_type(const Schema& schema) {
  std::vector<Type> types;
  std::vector<duckdb_logical_type> borrowed;
  std::vector<const char*> names;
  for (const Schema::Field& field : schema.fields) {
    types.push_back(column_type(*field.schema));
    borrowed.push_back(types.back().get());
    names.push_back(field.name.c_str());
  }
  return Type(duckdb_create_struct_type(borrowed.data(), names.data(), names.size()));
}

duckdb_type plain_type(const Schema& schema) {
  switch (schema.type) {
    case Kind::Boolean:
      return DUCKDB_TYPE_BOOLEAN;
    case Kind::Int:
      return schema.logical_type == "date" ? DUCKDB_TYPE_DATE : DUCKDB_TYPE_INTEGER;
    case Kind::Long:
      return schema.is_instant() ? DUCKDB_TYPE_TIMESTAMP : DUCKDB_TYPE_BIGINT;
    case Kind::Float:
      return DUCKDB_TYPE_FLOAT;
    case Kind::Double:
      return DUCKDB_TYPE_DOUBLE;
    case Kind::Bytes:
    case Kind::Fixed:
      return DUCKDB_TYPE_BLOB;
    case Kind::String:
    case Kind::Enum:
      return DUCKDB_TYPE_VARCHAR;
    default:
      base::fail("read_avro knows no column type for Avro's null, maps and unions other than [null, type]");
  }
}

template <typename T>
T& slot(duckdb_vector vector, idx_t row) {
  return static_cast<T*>(duckdb_vector_get_data(vector))[row];
}

// DuckDB wants the members of a null struct null as well.
void write_null(const Schema& schema, duckdb_vector vector, idx_t row) {
  duckdb_vector_ensure_validity_writable(vector);
  duckdb_validity_set_row_invalid(duckdb_vector_get_validity(vector), row);
  if (schema.type == Kind::Array) slot<duckdb_list_entry>(vector, row) = {0, 0};
  if (schema.type != Kind::Record) return;
  for (idx_t i = 0; i < schema.fields.size(); ++i) {
    write_null(schema.fields[i].schema->without_null(), duckdb_struct_vector_get_child(vector, i), row);
  }
}

void write_text(const avro::Cell& cell, duckdb_vector vector, idx_t row) {
  if (duckdb_error_data error = duckdb_valid_utf8_check(cell.text.data(), cell.text.size())) {
    duckdb_destroy_error_data(&error);
    base::fail("a string is not valid UTF-8");
  }
  duckdb_unsafe_vector_assign_string_element_len(vector, row, cell.text.data(), cell.text.size());
}

void write_list(const Schema& schema, const avro::Cell& cell, duckdb_vector vector, idx_t row) {
  const idx_t offset = duckdb_list_vector_get_size(vector);
  CHECK(duckdb_list_vector_reserve(vector, offset + cell.size) == DuckDBSuccess);
  CHECK(duckdb_list_vector_set_size(vector, offset + cell.size) == DuckDBSuccess);
  slot<duckdb_list_entry>(vector, row) = {offset, cell.size};
  const duckdb_vector child = duckdb_list_vector_get_child(vector);
  for (std::uint32_t i = 0; i < cell.size; ++i) write_cell(*schema.branches[0], cell.children[i], child, offset + i);
}

void write_struct(const Schema& schema, const avro::Cell& cell, duckdb_vector vector, idx_t row) {
  for (idx_t i = 0; i < schema.fields.size(); ++i) {
    write_cell(*schema.fields[i].schema, cell.children[i], duckdb_struct_vector_get_child(vector, i), row);
  }
}

// Milliseconds become DuckDB's microseconds; the few that leave its range stop at its ends.
std::int64_t to_micros(std::int64_t millis) {
  constexpr std::int64_t kMost = INT64_MAX / 1000 - 1;
  return std::clamp(millis, -kMost, kMost) * 1000;
}

}  // namespace

Type column_type(const Schema& declared) {
  const Schema& schema = declared.without_null();
  if (schema.type == Kind::Record) return struct_type(schema);
  if (schema.type == Kind::Array) {
    const Type item = column_type(*schema.branches[0]);
    return Type(duckdb_create_list_type(item.get()));
  }
  return Type(duckdb_create_logical_type(plain_type(schema)));
}

void write_cell(const Schema& declared, const avro::Cell& cell, duckdb_vector vector, idx_t row) {
  const Schema& schema = declared.without_null();
  if (cell.is_null()) return write_null(schema, vector, row);
  switch (schema.type) {
    case Kind::Boolean:
      slot<bool>(vector, row) = cell.integer != 0;
      return;
    case Kind::Int:
      slot<std::int32_t>(vector, row) = static_cast<std::int32_t>(cell.integer);
      return;
    case Kind::Long:
      slot<std::int64_t>(vector, row) = schema.is_instant() ? to_micros(cell.integer) : cell.integer;
      return;
    case Kind::Float:
      slot<float>(vector, row) = static_cast<float>(cell.real);
      return;
    case Kind::Double:
      slot<double>(vector, row) = cell.real;
      return;
    case Kind::Bytes:
    case Kind::Fixed:
      duckdb_unsafe_vector_assign_string_element_len(vector, row, cell.text.data(), cell.text.size());
      return;
    case Kind::String:
    case Kind::Enum:
      return write_text(cell, vector, row);
    case Kind::Array:
      return write_list(schema, cell, vector, row);
    case Kind::Record:
      return write_struct(schema, cell, vector, row);
    default:
      CHECK(false);  // column_type() let none of these through
  }
}

}  // namespace wrapfeed::database
