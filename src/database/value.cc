#include "database/value.h"

#include <string_view>
#include <vector>

#include "base/error.h"

namespace wrapfeed::database {
namespace {

template <typename T>
const T& cell(duckdb_vector vector, idx_t row) {
  return static_cast<const T*>(duckdb_vector_get_data(vector))[row];
}

duckdb_value decimal_at(duckdb_vector vector, idx_t row, duckdb_logical_type type) {
  duckdb_hugeint digits{};
  const auto widen = [&](std::int64_t value) { digits = {static_cast<std::uint64_t>(value), value < 0 ? -1 : 0}; };
  switch (duckdb_decimal_internal_type(type)) {
    case DUCKDB_TYPE_SMALLINT:
      widen(cell<std::int16_t>(vector, row));
      break;
    case DUCKDB_TYPE_INTEGER:
      widen(cell<std::int32_t>(vector, row));
      break;
    case DUCKDB_TYPE_BIGINT:
      widen(cell<std::int64_t>(vector, row));
      break;
    default:
      digits = cell<duckdb_hugeint>(vector, row);
  }
  return duckdb_create_decimal({duckdb_decimal_width(type), duckdb_decimal_scale(type), digits});
}

duckdb_value enum_at(duckdb_vector vector, idx_t row, duckdb_logical_type type) {
  switch (duckdb_enum_internal_type(type)) {
    case DUCKDB_TYPE_UTINYINT:
      return duckdb_create_enum_value(type, cell<std::uint8_t>(vector, row));
    case DUCKDB_TYPE_USMALLINT:
      return duckdb_create_enum_value(type, cell<std::uint16_t>(vector, row));
    default:
      return duckdb_create_enum_value(type, cell<std::uint32_t>(vector, row));
  }
}

std::vector<duckdb_value> borrow(const std::vector<Value>& values) {
  std::vector<duckdb_value> borrowed;
  for (const Value& value : values) borrowed.push_back(value.get());
  return borrowed;
}

duckdb_value list_at(duckdb_vector vector, idx_t row, duckdb_logical_type type) {
  const auto& entry = cell<duckdb_list_entry>(vector, row);
  const duckdb_vector child = duckdb_list_vector_get_child(vector);
  std::vector<Value> items;
  for (idx_t i = 0; i < entry.length; ++i) items.push_back(value_at(child, entry.offset + i));
  std::vector<duckdb_value> borrowed = borrow(items);
  borrowed.push_back(nullptr);  // not counted: DuckDB wants an address for an empty list too
  const Type item_type(duckdb_list_type_child_type(type));
  return duckdb_create_list_value(item_type.get(), borrowed.data(), items.size());
}

duckdb_value struct_at(duckdb_vector vector, idx_t row, duckdb_logical_type type) {
  std::vector<Value> members;
  for (idx_t i = 0; i < duckdb_struct_type_child_count(type); ++i) {
    members.push_back(value_at(duckdb_struct_vector_get_child(vector, i), row));
  }
  std::vector<duckdb_value> borrowed = borrow(members);
  return duckdb_create_struct_value(type, borrowed.data());
}

duckdb_value number_at(duckdb_vector vector, idx_t row, duckdb_type type) {
  switch (type) {
    case DUCKDB_TYPE_BOOLEAN:
      return duckdb_create_bool(cell<bool>(vector, row));
    case DUCKDB_TYPE_TINYINT:
      return duckdb_create_int8(cell<std::int8_t>(vector, row));
    case DUCKDB_TYPE_SMALLINT:
      return duckdb_create_int16(cell<std::int16_t>(vector, row));
    case DUCKDB_TYPE_INTEGER:
      return duckdb_create_int32(cell<std::int32_t>(vector, row));
    case DUCKDB_TYPE_BIGINT:
      return duckdb_create_int64(cell<std::int64_t>(vector, row));
    case DUCKDB_TYPE_UTINYINT:
      return duckdb_create_uint8(cell<std::uint8_t>(vector, row));
    case DUCKDB_TYPE_USMALLINT:
      return duckdb_create_uint16(cell<std::uint16_t>(vector, row));
    case DUCKDB_TYPE_UINTEGER:
      return duckdb_create_uint32(cell<std::uint32_t>(vector, row));
    case DUCKDB_TYPE_UBIGINT:
      return duckdb_create_uint64(cell<std::uint64_t>(vector, row));
    case DUCKDB_TYPE_HUGEINT:
      return duckdb_create_hugeint(cell<duckdb_hugeint>(vector, row));
    case DUCKDB_TYPE_FLOAT:
      return duckdb_create_float(cell<float>(vector, row));
    case DUCKDB_TYPE_DOUBLE:
      return duckdb_create_double(cell<double>(vector, row));
    case DUCKDB_TYPE_DATE:
      return duckdb_create_date(cell<duckdb_date>(vector, row));
    case DUCKDB_TYPE_TIMESTAMP:
      return duckdb_create_timestamp(cell<duckdb_timestamp>(vector, row));
    default:
      base::fail("a query returned a column of DuckDB type {}, which is not supported", static_cast<int>(type));
  }
}

}  // namespace

bool is_null_at(duckdb_vector vector, idx_t row) {
  std::uint64_t* validity = duckdb_vector_get_validity(vector);
  return validity != nullptr && !duckdb_validity_row_is_valid(validity, row);
}

std::string_view text_at(duckdb_vector vector, idx_t row) {
  auto& text = static_cast<duckdb_string_t*>(duckdb_vector_get_data(vector))[row];
  return {duckdb_string_t_data(&text), duckdb_string_t_length(text)};
}

Value value_at(duckdb_vector vector, idx_t row) {
  if (is_null_at(vector, row)) return Value(duckdb_create_null_value());
  const Type type(duckdb_vector_get_column_type(vector));
  const duckdb_type kind = duckdb_get_type_id(type.get());
  switch (kind) {
    case DUCKDB_TYPE_VARCHAR: {
      const std::string_view text = text_at(vector, row);
      return Value(duckdb_create_varchar_length(text.data(), text.size()));
    }
    case DUCKDB_TYPE_BLOB: {
      const std::string_view bytes = text_at(vector, row);
      return Value(duckdb_create_blob(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()));
    }
    case DUCKDB_TYPE_DECIMAL:
      return Value(decimal_at(vector, row, type.get()));
    case DUCKDB_TYPE_ENUM:
      return Value(enum_at(vector, row, type.get()));
    case DUCKDB_TYPE_LIST:
      return Value(list_at(vector, row, type.get()));
    case DUCKDB_TYPE_STRUCT:
      return Value(struct_at(vector, row, type.get()));
    default:
      return Value(number_at(vector, row, kind));
  }
}

}  // namespace wrapfeed::database
