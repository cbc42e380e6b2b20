#include "insights/wrapped.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "insights/feed_tables.h"

namespace wrapfeed::insights {
namespace {

namespace fs = std::filesystem;

constexpr const char* kMemory = "1GiB";  // of what DuckDB counts; the program as a whole stays below 2 GiB
constexpr std::int64_t kUsersAtOnce = 1024;

// Drops the steps on the way that no query behind them speaks of any more: what is large is soon of no use.
void drop_done(std::vector<std::string>& steps, std::span<const Query> behind, database::Database& database) {
  std::erase_if(steps, [&](const std::string& step) {
    const auto speaks = [&](const Query& query) { return query.text.find(step) != std::string::npos; };
    if (std::any_of(behind.begin(), behind.end(), speaks)) return false;
    database.run("drop table " + step);
    return true;
  });
}

void run(const Queries& queries, database::Database& database, Stories& stories, const OnStep& on_step) {
  std::vector<std::string> steps;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    if (on_step) on_step(i, queries.size(), queries[i].name);
    database.run(fmt::format("create table {} as {}", queries[i].name, queries[i].text));
    if (!stories.add(queries[i]) && !queries[i].kept) steps.push_back(queries[i].name);
    drop_done(steps, std::span(queries).subspan(i + 1), database);
  }
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
  open_tables(database_, feed_, window);
  run(queries, database_, stories_, on_step);
  stories_.check_complete();
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

Answers own_answers(const fs::path& feed, const Window& window, std::int64_t user) {
  database::Database database({.threads = 1, .memory_limit = kMemory});  // too little for more
  open_tables_of(database, feed, window, user);
  Stories stories(database);
  run(own_queries(), database, stories, nullptr);
  return std::move(stories.between(user, user).at(user));
}

}  // namespace wrapfeed::insights
