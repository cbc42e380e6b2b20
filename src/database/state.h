#pragma once

#include <duckdb.h>

#include <memory>
#include <string>
#include <string_view>

#include "database/database.h"
#include "database/value.h"

namespace wrapfeed::database {

// The first line of DuckDB's message, without the kind that DuckDB gives to errors of our own functions.
std::string first_line(std::string_view message);

struct Database::State {
  explicit State(std::shared_ptr<_duckdb_database> opened);
  ~State();
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  duckdb_result query(const std::string& sql);

  std::shared_ptr<_duckdb_database> database;  // of all connections
  duckdb_connection connection = nullptr;
};

}  // namespace wrapfeed::database
