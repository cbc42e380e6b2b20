#include <duckdb.h>

#include <memory>

#include "base/check.h"
#include "base/error.h"
#include "database/state.h"

namespace wrapfeed::database {
namespace {

template <typename T>
std::span<const T> column_of(duckdb_data_chunk chunk, std::size_t column, duckdb_type type) {
  CHECK(column < duckdb_data_chunk_get_column_count(chunk));
  const duckdb_vector vector = duckdb_data_chunk_get_vector(chunk, column);
  const Type actual(duckdb_vector_get_column_type(vector));
  CHECK(duckdb_get_type_id(actual.get()) == type);
  const idx_t rows = duckdb_data_chunk_get_size(chunk);
  std::uint64_t* const validity = duckdb_vector_get_validity(vector);
  for (idx_t row = 0; validity != nullptr && row < rows; ++row) CHECK(duckdb_validity_row_is_valid(validity, row));
  return {static_cast<const T*>(duckdb_vector_get_data(vector)), rows};
}

// A statement on its way: prepared, pending, then a result that is fetched while it is computed.
class Streaming {
 public:
  Streaming(duckdb_connection connection, const std::string& sql) {
    if (duckdb_prepare(connection, sql.c_str(), &statement_) != DuckDBSuccess) fail(duckdb_prepare_error(statement_));
    if (duckdb_pending_prepared_streaming(statement_, &pending_) != DuckDBSuccess) fail(duckdb_pending_error(pending_));
    opened_ = true;
    if (duckdb_execute_pending(pending_, &result_) != DuckDBSuccess) fail(duckdb_result_error(&result_));
  }
  ~Streaming() { close(); }
  Streaming(const Streaming&) = delete;
  Streaming& operator=(const Streaming&) = delete;

  // Null after the last.
  duckdb_data_chunk next() {
    duckdb_data_chunk chunk = duckdb_fetch_chunk(result_);
    const char* const message = chunk == nullptr ? duckdb_result_error(&result_) : nullptr;
    if (message != nullptr && *message != '\0') throw base::Error(first_line(message));
    return chunk;
  }

 private:
  [[noreturn]] void fail(const char* message) {
    const std::string reason = first_line(message);
    close();
    throw base::Error(reason);
  }
  void close() {
    if (opened_) duckdb_destroy_result(&result_);
    opened_ = false;
    duckdb_destroy_pending(&pending_);
    duckdb_destroy_prepare(&statement_);
  }

  duckdb_prepared_statement statement_ = nullptr;
  duckdb_pending_result pending_ = nullptr;
  duckdb_result result_{};
  bool opened_ = false;
};

}  // namespace

std::size_t Database::Chunk::rows() const { return duckdb_data_chunk_get_size(static_cast<duckdb_data_chunk>(chunk_)); }

std::span<const std::int64_t> Database::Chunk::bigints(std::size_t column) const {
  return column_of<std::int64_t>(static_cast<duckdb_data_chunk>(chunk_), column, DUCKDB_TYPE_BIGINT);
}

std::span<const std::int32_t> Database::Chunk::integers(std::size_t column) const {
  return column_of<std::int32_t>(static_cast<duckdb_data_chunk>(chunk_), column, DUCKDB_TYPE_INTEGER);
}

void Database::stream(const std::string& sql, const std::function<void(const Chunk&)>& take) {
  Streaming streaming(state_->connection, sql);
  while (duckdb_data_chunk chunk = streaming.next()) {
    const auto destroy = [](duckdb_data_chunk taken) { duckdb_destroy_data_chunk(&taken); };
    const std::unique_ptr<std::remove_pointer_t<duckdb_data_chunk>, decltype(destroy)> owner(chunk, destroy);
    take(Chunk(chunk));
  }
}

}  // namespace wrapfeed::database
