#pragma once

#include <duckdb.h>

#include <vector>

#include "database/database.h"

namespace wrapfeed::database {

// All chunks of a result, with the number of the first row of each.
struct Database::Result::State {
  explicit State(duckdb_result taken);
  ~State();
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  struct Position {
    duckdb_vector vector;
    idx_t row;  // within the vector
  };
  Position find(std::size_t row, std::size_t column) const;

  duckdb_result result;
  std::vector<duckdb_data_chunk> chunks;
  std::vector<std::size_t> first_rows;
  std::size_t rows = 0;
};

}  // namespace wrapfeed::database
