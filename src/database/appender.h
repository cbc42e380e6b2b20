#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "database/database.h"

namespace wrapfeed::database {

// Rows for the end of a table, value by value in the order of its columns. The database must outlive it; other
// statements may run between rows. Error where DuckDB refuses a value or the rows.
class Appender {
 public:
  Appender(Database& database, const std::string& schema, const std::string& table);
  ~Appender();  // what was not finished may be lost
  Appender(const Appender&) = delete;
  Appender& operator=(const Appender&) = delete;

  void add(std::int64_t value);
  void add(std::string_view text);
  void end_row();
  void finish();  // all rows are in the table

 private:
  void check(int state);

  void* appender_ = nullptr;  // DuckDB's
};

}  // namespace wrapfeed::database
