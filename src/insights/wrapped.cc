#include "insights/wrapped.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>
#include <vector>

#include "avro/container_reader.h"
#include "avro/tables.h"
#include "base/error.h"

namespace wrapfeed::insights {
namespace {

namespace fs = std::filesystem;

constexpr const char* kMemory = "1GiB";  // of what DuckDB counts; the program as a whole stays below 2 GiB
constexpr std::int64_t kUsersAtOnce = 1024;

// The few functions of Spark that DuckDB calls otherwise.
constexpr const char* kMacros = R"(
create macro unix_date(day) as cast(day - date '1970-01-01' as integer);
create macro date_from_unix_date(days) as cast(date '1970-01-01' + cast(days as integer) as date);
create macro unix_millis(instant) as epoch_ms(instant);
)";

// The table's folder, once its first file is known to be of our schema: then DuckDB finds every column.
fs::path folder_of(const fs::path& feed, const feed::Manifest& manifest, const avro::Table& table) {
  const std::string name(table.name);
  const auto entry = manifest.tables.find(name);
  if (entry == manifest.tables.end() || entry->second.files.empty())
    base::fail("{}: has no table {}", feed.string(), name);
  const fs::path first = feed / entry->second.files.front().path;
  const avro::ContainerReader file(first, table.schema);  // fails for other types
  for (const avro::Schema::Field& field : table.schema->fields) {
    const auto& fields = file.writer_schema()->fields;
    if (std::none_of(fields.begin(), fields.end(), [&](const auto& its) { return its.name == field.name; }))
      base::fail("{}: has no field {}: not the table {} of this version", first.string(), field.name, name);
  }
  return feed / name;
}

void read_tables(const fs::path& feed, database::Database& database) {
  const feed::Manifest manifest = feed::read_manifest(feed);
  if (manifest.options.format != feed::Format::Avro)
    base::fail("{}: a feed of --format {}; wrapped reads those of --format avro", feed.string(),
               feed::format_name(manifest.options.format));
  const auto from = [&](const avro::Table& table) {
    return fmt::format("from read_avro({})", database::sql_literal(folder_of(feed, manifest, table).string()));
  };
  database.run("create view events as " + from(avro::event_table()));
  database.run("create view tracks as " + from(avro::track_table()));
  database.run("create table users as select user_id, birth_date, country, city " + from(avro::user_table()));
}

// Drops the steps on the way that no query behind them speaks of any more: what is large is soon of no use.
void drop_done(std::vector<std::string>& steps, std::span<const Query> behind, database::Database& database) {
  std::erase_if(steps, [&](const std::string& step) {
    const auto speaks = [&](const Query& query) { return query.text.find(step) != std::string::npos; };
    if (std::any_of(behind.begin(), behind.end(), speaks)) return false;
    database.run("drop table " + step);
    return true;
  });
}

}  // namespace

int last_year(const feed::Manifest& manifest) { return base::civil_from_days(manifest.options.only_to - 1).year; }

// Local days reach a day beyond those of UTC.
void check_window(const fs::path& feed, const feed::Manifest& manifest, const Window& window) {
  const feed::FeedOptions& options = manifest.options;
  if (window.first <= options.only_to && window.last >= options.only_from - 1) return;
  base::fail("{}: has the days {} to {}, none of {} to {}", feed.string(), base::format_date(options.only_from),
             base::format_date(options.only_to - 1), base::format_date(window.first), base::format_date(window.last));
}

Wrapped::Wrapped(const fs::path& feed, const Window& window, const OnStep& on_step, const Queries& queries)
    : feed_(feed),
      own_(std::make_unique<database::Database>(database::DatabaseOptions{.memory_limit = kMemory})),
      database_(*own_),
      stories_(database_) {
  answer(window, on_step, queries);
}

Wrapped::Wrapped(database::Database& database, const fs::path& feed, const Window& window, const OnStep& on_step,
                 const Queries& queries)
    : feed_(feed), database_(database), stories_(database_) {
  answer(window, on_step, queries);
}

void Wrapped::answer(const Window& window, const OnStep& on_step, const Queries& queries) {
  database_.run("set preserve_insertion_order = false");  // so that every core reads; what has an order says so
  read_tables(feed_, database_);
  database_.run(kMacros);
  database_.run(fmt::format("create table parameters as select {} as year, {} as first_day, {} as last_day",
                            window.year, window.first, window.last));
  std::vector<std::string> steps;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    if (on_step) on_step(i, queries.size(), queries[i].name);
    database_.run(fmt::format("create table {} as {}", queries[i].name, queries[i].text));
    if (!stories_.add(queries[i]) && !queries[i].kept) steps.push_back(queries[i].name);
    drop_done(steps, std::span(queries).subspan(i + 1), database_);
  }
}

void Wrapped::for_each_user(const std::function<void(const Answers&)>& take) const {
  const auto bounds = database_.query("select coalesce(min(user_id), 0), coalesce(max(user_id), -1) from users");
  for (std::int64_t first = bounds.integer(0, 0); first <= bounds.integer(0, 1); first += kUsersAtOnce) {
    for (const auto& [user, answers] : stories_.between(first, first + kUsersAtOnce - 1)) take(answers);
  }
}

Answers Wrapped::of_user(std::int64_t user) const {
  auto answers = stories_.between(user, user);
  if (answers.empty()) base::fail("{}: has no user {}", feed_.string(), user);
  return std::move(answers.begin()->second);
}

}  // namespace wrapfeed::insights
