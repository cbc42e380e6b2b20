#include "insights/feed_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "avro/container_reader.h"
#include "avro/tables.h"
#include "base/check.h"
#include "base/error.h"
#include "feed/manifest.h"

namespace wrapfeed::insights {
namespace {

namespace fs = std::filesystem;

// The few functions of Spark that DuckDB calls otherwise.
constexpr const char* kMacros = R"(
create macro unix_date(day) as cast(day - date '1970-01-01' as integer);
create macro date_from_unix_date(days) as cast(date '1970-01-01' + cast(days as integer) as date);
create macro unix_millis(instant) as epoch_ms(instant);
)";

constexpr const char* kUserColumns = "select user_id, birth_date, country, city ";

const std::vector<feed::FileEntry>& files_of(const fs::path& feed, const feed::Manifest& manifest,
                                             const avro::Table& table) {
  const auto entry = manifest.tables.find(std::string(table.name));
  if (entry == manifest.tables.end() || entry->second.files.empty())
    base::fail("{}: has no table {}", feed.string(), table.name);
  return entry->second.files;
}

// Of our schema: then DuckDB finds every column.
void check_schema(const fs::path& path, const avro::Table& table) {
  const avro::ContainerReader file(path, table.schema);  // fails for other types
  for (const avro::Schema::Field& field : table.schema->fields) {
    const auto& fields = file.writer_schema()->fields;
    if (std::none_of(fields.begin(), fields.end(), [&](const auto& its) { return its.name == field.name; }))
      base::fail("{}: has no field {}: not the table {} of this version", path.string(), field.name, table.name);
  }
}

std::int64_t first_user(const fs::path& path, const avro::Table& table) {
  avro::ContainerReader file(path, table.schema);
  const auto& fields = table.schema->fields;
  const auto user_id =
      std::find_if(fields.begin(), fields.end(), [](const auto& its) { return its.name == "user_id"; });
  avro::Row row;
  CHECK(file.next(row));
  return row[static_cast<std::size_t>(user_id - fields.begin())].integer;
}

// One feed, as SQL reads it.
class Source {
 public:
  explicit Source(const fs::path& feed) : feed_(feed), manifest_(feed::read_manifest(feed)) {
    if (manifest_.options.format != feed::Format::Avro)
      base::fail("{}: a feed of --format {}; wrapped reads those of --format avro", feed.string(),
                 feed::format_name(manifest_.options.format));
  }

  std::string rows(const avro::Table& table) const {
    check_schema(feed_ / files_of(feed_, manifest_, table).front().path, table);
    return fmt::format("from read_avro({})", literal(feed_ / std::string(table.name)));
  }

  std::string rows_of(const avro::Table& table, std::int64_t user) const {
    if (table.name == "event" && manifest_.options.layout == feed::Layout::Day)
      return fmt::format("{} where user_id = {}", rows(table), user);
    const fs::path part = part_of(table, user);
    check_schema(part, table);
    return fmt::format("from read_avro({}, rising := 'user_id', value := {})", literal(part), user);
  }

 private:
  static std::string literal(const fs::path& path) { return database::sql_literal(path.string()); }

  // Where the user's rows are, if there are any: parts hold users in order.
  fs::path part_of(const avro::Table& table, std::int64_t user) const {
    std::vector<feed::FileEntry> parts = files_of(feed_, manifest_, table);
    const fs::path any = feed_ / parts.front().path;
    std::erase_if(parts, [](const feed::FileEntry& part) { return part.records == 0; });
    const auto behind = std::partition_point(parts.begin(), parts.end(), [&](const feed::FileEntry& part) {
      return first_user(feed_ / part.path, table) <= user;
    });
    return behind == parts.begin() ? any : feed_ / std::prev(behind)->path;
  }

  fs::path feed_;
  feed::Manifest manifest_;
};

void add_parameters(database::Database& database, const Window& window) {
  database.run(kMacros);
  database.run(fmt::format("create table parameters as select {} as year, {} as first_day, {} as last_day", window.year,
                           window.first, window.last));
}

}  // namespace

void open_tables(database::Database& database, const fs::path& feed, const Window& window) {
  const Source source(feed);
  database.run("create view events as " + source.rows(avro::event_table()));
  database.run("create view tracks as " + source.rows(avro::track_table()));
  database.run(fmt::format("create table users as {} {}", kUserColumns, source.rows(avro::user_table())));
  add_parameters(database, window);
}

void open_tables_of(database::Database& database, const fs::path& feed, const Window& window, std::int64_t user) {
  const Source source(feed);
  database.run(fmt::format("create table users as {} {}", kUserColumns, source.rows_of(avro::user_table(), user)));
  if (database.query("select count(*) from users").integer(0, 0) == 0)
    base::fail("{}: has no user {}", feed.string(), user);
  database.run("create table events as " + source.rows_of(avro::event_table(), user));
  database.run(
      fmt::format("create view tracks as {0} where artist_id in (select artist_id {0} where track_id in "
                  "(select track_id from events))",
                  source.rows(avro::track_table())));
  add_parameters(database, window);
}

}  // namespace wrapfeed::insights
