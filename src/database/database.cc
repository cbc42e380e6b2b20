#include "database/database.h"

#include <duckdb.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>

#include "base/check.h"
#include "base/error.h"
#include "database/list_function.h"
#include "database/read_avro.h"
#include "database/result_state.h"
#include "database/state.h"

namespace wrapfeed::database {
namespace {

// One for each database, so that none removes what another has spilled.
std::string temporary_folder() {
  static std::atomic<int> opened = 0;
  return (std::filesystem::temp_directory_path() / fmt::format("wrapfeed-database-{}-{}", ::getpid(), ++opened))
      .string();
}

// Nothing is fetched from anywhere: what a statement may use is compiled in.
std::shared_ptr<_duckdb_database> open(const DatabaseOptions& options) {
  duckdb_config config = nullptr;
  CHECK(duckdb_create_config(&config) == DuckDBSuccess);
  const auto set = [&](const char* name, const std::string& value) {
    if (duckdb_set_config(config, name, value.c_str()) != DuckDBSuccess) {
      duckdb_destroy_config(&config);
      base::fail("the database does not take {} = \"{}\"", name, value);
    }
  };
  if (options.threads > 0) set("threads", std::to_string(options.threads));
  set("memory_limit", options.memory_limit);
  set("temp_directory", options.temporary_folder.empty() ? temporary_folder() : options.temporary_folder);
  set("autoinstall_known_extensions", "false");
  set("autoload_known_extensions", "false");
  duckdb_database database = nullptr;
  char* message = nullptr;
  if (!options.file.empty()) set("access_mode", "READ_ONLY");
  const char* const file = options.file.empty() ? nullptr : options.file.c_str();
  const duckdb_state opened = duckdb_open_ext(file, &database, config, &message);
  duckdb_destroy_config(&config);
  if (opened == DuckDBSuccess) return {database, [](duckdb_database closed) { duckdb_close(&closed); }};
  const std::string reason = first_line(message);
  duckdb_free(message);
  base::fail("the database does not open: {}", reason);
}

}  // namespace

std::string first_line(std::string_view message) {
  for (const std::string_view kind : {"Invalid Input Error: ", "Binder Error: "}) {
    if (message.starts_with(kind)) message.remove_prefix(kind.size());
  }
  return std::string(message.substr(0, message.find('\n')));
}

Database::State::State(std::shared_ptr<_duckdb_database> opened) : database(std::move(opened)) {
  CHECK(duckdb_connect(database.get(), &connection) == DuckDBSuccess);
}

Database::State::~State() { duckdb_disconnect(&connection); }

duckdb_result Database::State::query(const std::string& sql) {
  duckdb_result result;
  if (duckdb_query(connection, sql.c_str(), &result) == DuckDBSuccess) return result;
  const std::string reason = first_line(duckdb_result_error(&result));
  duckdb_destroy_result(&result);
  throw base::Error(reason);
}

Database::Database(const DatabaseOptions& options) : Database(std::make_unique<State>(open(options))) {
  if (options.file.empty()) register_read_avro(state_->connection);
}

Database::Database(std::unique_ptr<State> state) : state_(std::move(state)) {}
Database::Database(Database&&) noexcept = default;
Database::~Database() = default;

Database Database::connect() const { return Database(std::make_unique<State>(state_->database)); }

void Database::interrupt() { duckdb_interrupt(state_->connection); }

void Database::run(const std::string& sql) {
  duckdb_result result = state_->query(sql);
  duckdb_destroy_result(&result);
}

Database::Result Database::query(const std::string& sql) {
  return Result(std::make_unique<Result::State>(state_->query(sql)));
}

void Database::add_list_function(const std::string& name, ListFunction function) {
  register_list_function(state_->connection, name, std::move(function));
}

std::string sql_literal(std::string_view text) {
  std::string literal = "'";
  for (const char c : text) {
    if (c == '\'') literal += '\'';
    literal += c;
  }
  return literal + "'";
}

}  // namespace wrapfeed::database
