#pragma once

#include <duckdb.h>

#include <string>
#include <string_view>

#include "database/database.h"
#include "database/value.h"

namespace wrapfeed::database {

// The first line of DuckDB's message, without the kind that DuckDB gives to errors of our own functions.
std::string first_line(std::string_view message);

struct Database::State {
  explicit State(const DatabaseOptions& options);
  ~State();
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  duckdb_result query(const std::string& sql);

  duckdb_database database;
  duckdb_connection connection = nullptr;
};

}  // namespace wrapfeed::database
