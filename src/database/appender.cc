#include "database/appender.h"

#include <duckdb.h>

#include "base/error.h"
#include "database/state.h"

namespace wrapfeed::database {
namespace {

duckdb_appender of(void* appender) { return static_cast<duckdb_appender>(appender); }

}  // namespace

Appender::Appender(Database& database, const std::string& schema, const std::string& table) {
  duckdb_appender appender = nullptr;
  const duckdb_state state =
      duckdb_appender_create_ext(database.state_->connection, schema.c_str(), nullptr, table.c_str(), &appender);
  appender_ = appender;
  try {
    check(state);
  } catch (const base::Error&) {
    duckdb_appender_destroy(&appender);
    throw;
  }
}

Appender::~Appender() {
  duckdb_appender appender = of(appender_);
  duckdb_appender_destroy(&appender);
}

void Appender::add(std::int64_t value) { check(duckdb_append_int64(of(appender_), value)); }

void Appender::add(std::string_view text) {
  check(duckdb_append_varchar_length(of(appender_), text.data(), text.size()));
}

void Appender::end_row() { check(duckdb_appender_end_row(of(appender_))); }

void Appender::finish() { check(duckdb_appender_close(of(appender_))); }

void Appender::check(int state) {
  if (state == DuckDBSuccess) return;
  const char* const message = duckdb_appender_error(of(appender_));
  throw base::Error(first_line(message == nullptr ? "the rows were refused" : message));
}

}  // namespace wrapfeed::database
