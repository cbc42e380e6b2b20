#include "web/preparation.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/error.h"
#include "base/file.h"
#include "base/time.h"
#include "database/appender.h"
#include "database/database.h"
#include "insights/wrapped.h"
#include "realism/report.h"
#include "web/leftovers.h"
#include "web/preparation_queries.h"
#include "web/queries.h"
#include "web/sql_text.h"

namespace wrapfeed::web {
namespace {

namespace fs = std::filesystem;
using database::sql_literal;
using Clock = std::chrono::steady_clock;

constexpr const char* kMemory = "1GiB";
constexpr std::int64_t kUsersAtOnce = 2048;

// How much of the time passes before each stage, of a feed of 1,000 users' year; reading the events takes the most.
constexpr double kEventsRead = 0.25;
constexpr double kUsersBegin = 0.6;
constexpr double kRealismBegin = 0.65;
constexpr std::size_t kReadingQueries = 2;
constexpr std::size_t kListenersAStep = 16;
constexpr std::chrono::seconds kLook{1};  // at the feed

double share_of(std::size_t query, std::size_t queries) {
  if (query < kReadingQueries) return kEventsRead * static_cast<double>(query) / 8;
  const auto behind = static_cast<double>(query - kReadingQueries);
  return kEventsRead + (kUsersBegin - kEventsRead) * behind / static_cast<double>(queries - kReadingQueries);
}

std::string in_words(std::string_view name) {
  std::string words(name.substr(name.find_last_of("/.") + 1));
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

class Maker {
 public:
  Maker(const Source& source, const OnStep& on_step, Stop& stop) : source_(source), on_step_(on_step), stop_(stop) {}

  void make(const fs::path& file) {
    database::Database database({.memory_limit = kMemory, .temporary_folder = scratch_of(file)});
    const Stop::Watch watch(stop_, database);
    database.run(fmt::format("attach {} as results", sql_literal(file.string())));
    database.run(macros_of(source_.window));
    add_stories(database);
    add_more(database);
    database.run("checkpoint results; detach results");
  }

  void add_realism(const fs::path& file) {
    step("realism", "listeners", kRealismBegin);
    const auto users = static_cast<double>(source_.manifest.tables.at("user").records);
    const auto on_listener = [&](std::size_t done) {
      const double share = kRealismBegin + (1 - kRealismBegin) * static_cast<double>(done) / users;
      if (done % kListenersAStep == 0) step("realism", "listeners", share);
    };
    const auto watch = [&](database::Database& read) { return std::make_shared<Stop::Watch>(stop_, read); };
    const realism::Report report = realism::make_report(source_.folder, scratch_of(file), on_listener, watch);
    database::Database database;
    database.run(fmt::format("attach {} as results", sql_literal(file.string())));
    database.run("create table results.about (format integer, id varchar, program varchar, realism varchar)");
    database.run(fmt::format("insert into results.about values ({}, {}, {}, {})", kResultsFormat,
                             sql_literal(source_.id), sql_literal(feed::product_version()), sql_literal(report.data)));
    database.run("checkpoint results; detach results");
  }

  const std::string& doing() const { return doing_; }

  // What was read of two feeds is of no use.
  void check_feed() const {
    if (mark_of(source_.folder) != source_.mark) throw Stopped();
  }

 private:
  void check() {
    stop_.check();
    if (Clock::now() < looked_ + kLook) return;
    check_feed();
    looked_ = Clock::now();
  }

  void step(std::string_view stage, std::string_view name, double share) {
    check();
    doing_ = name;
    on_step_({stage, in_words(name), share});
  }

  void add_stories(database::Database& database) {
    const std::size_t wrapped_steps = insights::wrapped_queries().size();
    const auto on_query = [&](std::size_t done, std::size_t all, std::string_view name) {
      step(done < wrapped_steps ? "stories" : "population", name, share_of(done, all));
    };
    const insights::Wrapped wrapped(database, source_.folder, source_.window, on_query, queries_of(source_));
    step("users", "stories", kUsersBegin);
    database.run("create table results.wrapped (user_id bigint, body varchar)");
    database::Appender rows(database, "results", "wrapped");
    wrapped.for_each_user([&](const insights::Answers& answers) {
      check();
      rows.add(answers.at("user_id").get<std::int64_t>());
      rows.add(std::string_view(answers.dump(-1, ' ', false, insights::Answers::error_handler_t::replace)));
      rows.end_row();
    });
    rows.finish();
  }

  // Users by users: lists do not spill, and so there are never many.
  void add_more(database::Database& database) {
    database.run("create table results.more (user_id bigint, body varchar)");
    const auto bounds = database.query("select coalesce(min(user_id), 0), coalesce(max(user_id), -1) from people");
    const std::int64_t last = bounds.integer(0, 1);
    for (std::int64_t first = bounds.integer(0, 0); first <= last; first += kUsersAtOnce) {
      const double done = static_cast<double>(first) / static_cast<double>(last + 1);
      step("users", "pictures", kUsersBegin + (kRealismBegin - kUsersBegin) * done);
      add_more(database, std::to_string(first), std::to_string(first + kUsersAtOnce - 1));
    }
  }

  void add_more(database::Database& database, const std::string& first, const std::string& last) {
    const auto of_these = [&](std::string_view sql) { return with_values(sql, {{"$first", first}, {"$last", last}}); };
    for (const NamedQuery& piece : more_fields())
      database.run(fmt::format("create or replace temp table more_{} as {}", piece.name, of_these(piece.text)));
    database.run("insert into results.more " + of_these(k_more_sql));
  }

  const Source& source_;
  const OnStep& on_step_;
  Stop& stop_;
  std::string doing_;
  Clock::time_point looked_{};
};

}  // namespace

void make_results(const Source& source, const fs::path& file, const OnStep& on_step, Stop& stop) {
  std::vector<base::PendingFile> pending;
  pending.emplace_back(file);
  clear_leftovers(file);
  const Leftovers leftovers(pending.front().partial());
  Maker maker(source, on_step, stop);
  try {
    maker.make(pending.front().partial());
    maker.add_realism(pending.front().partial());
  } catch (const base::Error& error) {
    stop.check();  // an interrupted statement is no error of the feed
    base::fail("{}: the results cannot be made ({}): {}", source.folder.string(), maker.doing(), error.what());
  }
  maker.check_feed();
  base::put_into_place(pending);
}

}  // namespace wrapfeed::web
