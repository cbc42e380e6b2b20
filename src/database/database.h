#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wrapfeed::database {

struct DatabaseOptions {
  int threads = 0;                     // 0: all cores
  std::string memory_limit = "768MB";  // beyond it DuckDB spills into the temporary folder
  std::string temporary_folder = {};   // made when needed, gone with the database; empty: one of the system's
  std::string file = {};               // whose database it is then, only read and without read_avro; empty: in memory
};

// Fills `items` with the texts that `text` holds; false for a text that holds no list.
using ListFunction = std::function<bool(std::string_view text, std::vector<std::string>& items)>;

// An in-memory DuckDB with one addition: the table function read_avro('path'), where path is an Avro file or a folder
// of them (searched deeply, names that begin with '_' or '.' left out), read by our own reader. Arrays become LISTs,
// records STRUCTs, enums VARCHARs, dates DATEs, timestamp-millis TIMESTAMPs (UTC). Only the columns that a statement
// uses are decoded; threads share the files, so that the rows of one file keep their order but files interleave
// unless the statement sorts or the database has one thread. Files of a folder are read in the first one's schema.
// read_avro('path', rising := 'user_id', value := 7) gives the rows of that number alone, from files whose rows rise by
// that field, a long: it unfolds little else of them.
// One caller at a time.
class Database {
 public:
  explicit Database(const DatabaseOptions& options = {});
  ~Database();
  Database(Database&&) noexcept;

  // The same database for another caller, who may use it at the same time.
  Database connect() const;

  // Makes the statement that runs end with an Error, if there is one. From any thread.
  void interrupt();

  // One statement or several, separated by semicolons. Error with the first line of DuckDB's message.
  void run(const std::string& sql);

  // Makes `name`(VARCHAR) -> VARCHAR[] known to SQL: null for a null and where the function returns false. Called by
  // several threads at once.
  void add_list_function(const std::string& name, ListFunction function);

  // A materialised result, by row and column; null is nullopt.
  class Result;
  Result query(const std::string& sql);

  // One statement whose rows go to `take` as they come, some thousand at a time, so that a result of any size takes no
  // memory. `take` must not use the database.
  class Chunk;
  void stream(const std::string& sql, const std::function<void(const Chunk&)>& take);

 private:
  friend class Appender;
  struct State;
  explicit Database(std::unique_ptr<State> state);
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

// Rows of a stream, by column; valid during the call that it is given to. The type is the column's own (BIGINT or
// INTEGER), without any null: both are bugs otherwise.
class Database::Chunk {
 public:
  std::size_t rows() const;
  std::span<const std::int64_t> bigints(std::size_t column) const;
  std::span<const std::int32_t> integers(std::size_t column) const;

 private:
  friend class Database;
  explicit Chunk(void* chunk) : chunk_(chunk) {}
  void* chunk_;  // DuckDB's
};

// 'text' as an SQL string literal, quotes doubled.
std::string sql_literal(std::string_view text);

}  // namespace wrapfeed::database
