#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wrapfeed::database {

struct DatabaseOptions {
  int threads = 0;                     // 0: all cores
  std::string memory_limit = "768MB";  // beyond it DuckDB spills into the system's temporary folder
};

// Fills `items` with the texts that `text` holds; false for a text that holds no list.
using ListFunction = std::function<bool(std::string_view text, std::vector<std::string>& items)>;

// An in-memory DuckDB with one addition: the table function read_avro('path'), where path is an Avro file or a folder
// of them (searched deeply, names that begin with '_' or '.' left out), read by our own reader. Arrays become LISTs,
// records STRUCTs, enums VARCHARs, dates DATEs, timestamp-millis TIMESTAMPs (UTC). Only the columns that a statement
// uses are decoded; threads share the files, so that the rows of one file keep their order but files interleave
// unless the statement sorts or the database has one thread. Files of a folder are read in the first one's schema.
// One caller at a time.
class Database {
 public:
  explicit Database(const DatabaseOptions& options = {});
  ~Database();

  // One statement or several, separated by semicolons. Error with the first line of DuckDB's message.
  void run(const std::string& sql);

  // Makes `name`(VARCHAR) -> VARCHAR[] known to SQL: null for a null and where the function returns false. Called by
  // several threads at once.
  void add_list_function(const std::string& name, ListFunction function);

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
  std::int64_t integer(std::size_t row,
                       std::size_t column) const;          // any integer type, boolean, date (days), timestamp (ms)
  double real(std::size_t row, std::size_t column) const;  // any number
  std::string text(std::size_t row, std::size_t column) const;  // VARCHAR; other types as DuckDB prints them

 private:
  friend class Database;
  struct State;
  explicit Result(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// 'text' as an SQL string literal, quotes doubled.
std::string sql_literal(std::string_view text);

}  // namespace wrapfeed::database
