#include "insights/feed_tables.h"

#include <fmt/format.h>

#include <string>

#include "avro/tables.h"
#include "base/error.h"
#include "feed/readable_feed.h"

namespace wrapfeed::insights {
namespace {

namespace fs = std::filesystem;
using feed::ReadableFeed;

// The few functions of Spark that DuckDB calls otherwise.
constexpr const char* kMacros = R"(
create macro unix_date(day) as cast(day - date '1970-01-01' as integer);
create macro date_from_unix_date(days) as cast(date '1970-01-01' + cast(days as integer) as date);
create macro unix_millis(instant) as epoch_ms(instant);
)";

constexpr const char* kUserColumns = "select user_id, birth_date, country, city ";

std::string literal(const fs::path& path) { return database::sql_literal(path.string()); }

std::string rows(const ReadableFeed& feed, const avro::Table& table) {
  return fmt::format("from read_avro({})", literal(feed.folder_of(table)));
}

std::string rows_of(const ReadableFeed& feed, const avro::Table& table, std::int64_t user) {
  if (table.name == "event" && feed.manifest().options.layout == feed::Layout::Day)
    return fmt::format("{} where user_id = {}", rows(feed, table), user);
  return fmt::format("from read_avro({}, rising := 'user_id', value := {})", literal(feed.part_of(table, user)), user);
}

void add_parameters(database::Database& database, const Window& window) {
  database.run(kMacros);
  database.run(fmt::format("create table parameters as select {} as year, {} as first_day, {} as last_day", window.year,
                           window.first, window.last));
}

}  // namespace

void open_tables(database::Database& database, const fs::path& path, const Window& window) {
  const ReadableFeed feed(path, "wrapped");
  database.run("create view events as " + rows(feed, avro::event_table()));
  database.run("create view tracks as " + rows(feed, avro::track_table()));
  database.run(fmt::format("create table users as {} {}", kUserColumns, rows(feed, avro::user_table())));
  add_parameters(database, window);
}

void open_tables_of(database::Database& database, const fs::path& path, const Window& window, std::int64_t user) {
  const ReadableFeed feed(path, "wrapped");
  feed::expect_user(path, feed.manifest(), user);
  database.run(fmt::format("create table users as {} {}", kUserColumns, rows_of(feed, avro::user_table(), user)));
  database.run("create table events as " + rows_of(feed, avro::event_table(), user));
  database.run(
      fmt::format("create view tracks as {0} where artist_id in (select artist_id {0} where track_id in "
                  "(select track_id from events))",
                  rows(feed, avro::track_table())));
  add_parameters(database, window);
}

}  // namespace wrapfeed::insights
