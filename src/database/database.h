#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wrapfeed::database {

struct DatabaseOptions {
  int threads = 0;                    // 0: all cores
  std::string memory_limit = "768MB"; // beyond it DuckDB spills into a temporary folder
};

// An in-memory DuckDB with one addition: the table function read_avro('path'), where path is an Avro file or a folder
// of them (searched deeply, names that begin with '_' or '.' left out), read by our own reader. Arrays become LISTs,
// records STRUCTs, enums VARCHARs, dates DATEs, timestamp-millis TIMESTAMPs (UTC). One thread at a time.
class Database {
 public:
  explicit Database(const DatabaseOptions& options = {});
  ~Database();

  void run(const std::string& sql);  // Error with DuckDB's first line and `what` the statement was for

  // A materialised result, by row and column; null is nullopt.
  class Result;
  Result query(const std::string& sql);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

class Database::Result {
 public:
  ~Result();
  Result(Result&&) noexcept;
  std::size_t rows() const;
  std::size_t columns() const;
  std::string_view column_name(std::size_t column) const;
  bool is_null(std::size_t row, std::size_t column) const;
  std::int64_t integer(std::size_t row, std::size_t column) const;  // any integer type, boolean, date (days), timestamp (ms)
  double real(std::size_t row, std::size_t column) const;           // any number
  std::string text(std::size_t row, std::size_t column) const;      // VARCHAR; other types as DuckDB prints them

 private:
  friend class Database;
  struct State;
  explicit Result(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// 'text' as an SQL string literal, quotes doubled.
std::string sql_literal(std::string_view text);

}  // namespace wrapfeed::database
