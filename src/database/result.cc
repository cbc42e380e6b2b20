#include <algorithm>

#include "base/check.h"
#include "database/result_state.h"
#include "database/value.h"

namespace wrapfeed::database {

Database::Result::State::State(duckdb_result taken) : result(taken) {
  while (duckdb_data_chunk chunk = duckdb_fetch_chunk(result)) {
    chunks.push_back(chunk);
    first_rows.push_back(rows);
    rows += duckdb_data_chunk_get_size(chunk);
  }
}

Database::Result::State::~State() {
  for (duckdb_data_chunk& chunk : chunks) duckdb_destroy_data_chunk(&chunk);
  duckdb_destroy_result(&result);
}

Database::Result::State::Position Database::Result::State::find(std::size_t row, std::size_t column) const {
  CHECK(row < rows && column < duckdb_column_count(const_cast<duckdb_result*>(&result)));
  const auto after = std::upper_bound(first_rows.begin(), first_rows.end(), row);
  const auto chunk = static_cast<std::size_t>(after - first_rows.begin()) - 1;
  return {duckdb_data_chunk_get_vector(chunks[chunk], column), row - first_rows[chunk]};
}

Database::Result::Result(std::unique_ptr<State> state) : state_(std::move(state)) {}
Database::Result::~Result() = default;
Database::Result::Result(Result&&) noexcept = default;

std::size_t Database::Result::rows() const { return state_->rows; }
std::size_t Database::Result::columns() const { return duckdb_column_count(&state_->result); }

std::string_view Database::Result::column_name(std::size_t column) const {
  CHECK(column < columns());
  return duckdb_column_name(&state_->result, column);
}

bool Database::Result::is_null(std::size_t row, std::size_t column) const {
  const State::Position at = state_->find(row, column);
  return is_null_at(at.vector, at.row);
}

std::int64_t Database::Result::integer(std::size_t row, std::size_t column) const {
  const State::Position at = state_->find(row, column);
  CHECK(!is_null_at(at.vector, at.row));
  const void* data = duckdb_vector_get_data(at.vector);
  switch (duckdb_column_type(&state_->result, column)) {
    case DUCKDB_TYPE_BIGINT:
      return static_cast<const std::int64_t*>(data)[at.row];
    case DUCKDB_TYPE_INTEGER:
      return static_cast<const std::int32_t*>(data)[at.row];
    case DUCKDB_TYPE_DATE:
      return static_cast<const duckdb_date*>(data)[at.row].days;
    case DUCKDB_TYPE_TIMESTAMP: {  // microseconds, rounded down
      const std::int64_t micros = static_cast<const duckdb_timestamp*>(data)[at.row].micros;
      return micros / 1000 - (micros % 1000 < 0 ? 1 : 0);
    }
    default:
      return duckdb_get_int64(value_at(at.vector, at.row).get());
  }
}

double Database::Result::real(std::size_t row, std::size_t column) const {
  const State::Position at = state_->find(row, column);
  CHECK(!is_null_at(at.vector, at.row));
  const void* data = duckdb_vector_get_data(at.vector);
  switch (duckdb_column_type(&state_->result, column)) {
    case DUCKDB_TYPE_DOUBLE:
      return static_cast<const double*>(data)[at.row];
    case DUCKDB_TYPE_FLOAT:
      return static_cast<const float*>(data)[at.row];
    default:
      return duckdb_get_double(value_at(at.vector, at.row).get());
  }
}

std::string Database::Result::text(std::size_t row, std::size_t column) const {
  const State::Position at = state_->find(row, column);
  CHECK(!is_null_at(at.vector, at.row));
  if (duckdb_column_type(&state_->result, column) == DUCKDB_TYPE_VARCHAR)
    return std::string(text_at(at.vector, at.row));
  char* printed = duckdb_get_varchar(value_at(at.vector, at.row).get());
  std::string text = printed;
  duckdb_free(printed);
  return text;
}

}  // namespace wrapfeed::database
