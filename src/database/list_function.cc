#include "database/list_function.h"

#include <exception>
#include <memory>

#include "base/check.h"
#include "database/value.h"

namespace wrapfeed::database {
namespace {

void write_list(const std::vector<std::string>& items, duckdb_vector output, idx_t row) {
  const idx_t offset = duckdb_list_vector_get_size(output);
  CHECK(duckdb_list_vector_reserve(output, offset + items.size()) == DuckDBSuccess);
  CHECK(duckdb_list_vector_set_size(output, offset + items.size()) == DuckDBSuccess);
  static_cast<duckdb_list_entry*>(duckdb_vector_get_data(output))[row] = {offset, items.size()};
  const duckdb_vector child = duckdb_list_vector_get_child(output);
  for (std::size_t i = 0; i < items.size(); ++i) {
    duckdb_vector_assign_string_element_len(child, offset + i, items[i].data(), items[i].size());
  }
}

void write_null(duckdb_vector output, idx_t row) {
  duckdb_vector_ensure_validity_writable(output);
  duckdb_validity_set_row_invalid(duckdb_vector_get_validity(output), row);
  static_cast<duckdb_list_entry*>(duckdb_vector_get_data(output))[row] = {0, 0};
}

void call(duckdb_function_info info, duckdb_data_chunk input, duckdb_vector output) try {
  const auto& function = *static_cast<const ListFunction*>(duckdb_scalar_function_get_extra_info(info));
  const duckdb_vector texts = duckdb_data_chunk_get_vector(input, 0);
  std::vector<std::string> items;
  for (idx_t row = 0; row < duckdb_data_chunk_get_size(input); ++row) {
    items.clear();
    if (!is_null_at(texts, row) && function(text_at(texts, row), items)) {
      write_list(items, output, row);
    } else {
      write_null(output, row);
    }
  }
} catch (const std::exception& error) {
  duckdb_scalar_function_set_error(info, error.what());
}

void destroy(void* function) { delete static_cast<ListFunction*>(function); }

}  // namespace

void register_list_function(duckdb_connection connection, const std::string& name, ListFunction function) {
  const Type text(duckdb_create_logical_type(DUCKDB_TYPE_VARCHAR));
  const Type list(duckdb_create_list_type(text.get()));
  duckdb_scalar_function scalar = duckdb_create_scalar_function();
  duckdb_scalar_function_set_name(scalar, name.c_str());
  duckdb_scalar_function_add_parameter(scalar, text.get());
  duckdb_scalar_function_set_return_type(scalar, list.get());
  duckdb_scalar_function_set_special_handling(scalar);  // nulls come to us too
  duckdb_scalar_function_set_extra_info(scalar, new ListFunction(std::move(function)), destroy);
  duckdb_scalar_function_set_function(scalar, call);
  CHECK(duckdb_register_scalar_function(connection, scalar) == DuckDBSuccess);
  duckdb_destroy_scalar_function(&scalar);
}

}  // namespace wrapfeed::database
