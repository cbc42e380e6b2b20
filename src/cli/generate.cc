#include "pipeline/generate.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

#include "base/error.h"
#include "catalog/folder.h"
#include "catalog/synthesize.h"
#include "cli/generate_flags.h"
#include "cli/interruption.h"
#include "cli/numbers.h"
#include "cli/progress.h"
#include "cli/verbs.h"
#include "feed/feed_folder.h"
#include "pipeline/interrupted.h"

namespace wrapfeed::cli {

namespace {

namespace fs = std::filesystem;

// Replacing the folder would take the catalog with it.
void check_catalog_apart(const GenerateRequest& request) {
  const std::string& catalog = request.options.feed.catalog;
  if (catalog.empty() || request.options.sink == pipeline::Sink::Null) return;
  std::error_code ignored;
  const fs::path out = fs::weakly_canonical(request.options.out, ignored);
  for (fs::path folder = fs::weakly_canonical(catalog, ignored); folder.has_relative_path();
       folder = folder.parent_path())
    if (folder == out) base::fail("--out {}: holds the --catalog {}", request.out, catalog);
}

catalog::Catalog make_catalog(const feed::FeedOptions& options, unsigned threads) {
  if (!options.catalog.empty()) return catalog::load_catalog(options.catalog);
  return catalog::synthesize(
      {.seed = options.seed, .tracks = options.tracks, .artists = options.artists, .releases_to = options.releases_to},
      threads);
}

void print_table(std::size_t width, const std::string& name, const feed::TableTotal& table) {
  fmt::print("  {:<{}}{:>15} records {:>7} file{} {:>10}\n", name, width, grouped(table.records), grouped(table.files),
             table.files == 1 ? " " : "s", file_size(table.bytes));
}

std::string state_of(const GenerateRequest& request, const pipeline::Outcome& outcome) {
  const pipeline::Share& share = request.options.share;
  if (request.options.sink == pipeline::Sink::Null) return "nothing written";
  if (outcome.was_whole) return fmt::format("{} is whole already", request.out);
  if (outcome.whole) return request.out;
  return fmt::format("{}, share {} of {}, finished; the feed has {} of {} parts", request.out, share.part, share.parts,
                     grouped(outcome.finished), grouped(outcome.parts));
}

void print_summary(const GenerateRequest& request, const pipeline::Outcome& outcome, std::int64_t made,
                   double seconds) {
  const feed::FeedOptions& feed = request.options.feed;
  fmt::print("{}: {} users, {} to {}, seed {}\n", state_of(request, outcome),
             grouped(outcome.whole ? feed.only_users_end - feed.only_users_begin
                                   : pipeline::users_of_share(feed, request.options.share)),
             base::format_date(feed.only_from), base::format_date(feed.only_to - 1), feed.seed);
  const std::size_t width = feed.truth ? 14 : 7;
  for (const auto& [name, table] : outcome.totals) print_table(width, name, table);
  if (outcome.was_whole) return;
  fmt::print("{} events in {:.1f} s: {} events/s on {} thread{}, {} {}\n", grouped(made), seconds,
             grouped(static_cast<std::int64_t>(static_cast<double>(made) / seconds)), request.options.threads,
             request.options.threads == 1 ? "" : "s", feed::format_name(feed.format), avro::codec_name(feed.codec));
}

pipeline::Outcome generate_with_progress(const GenerateRequest& request, const catalog::Catalog& catalog,
                                         pipeline::Counters& counters, std::atomic<bool>& stop) {
  const Progress progress(request.progress, counters,
                          pipeline::users_of_share(request.options.feed, request.options.share));
  return pipeline::generate(request.options, catalog, counters, stop);
}

int generate(const GenerateRequest& request) {
  using Clock = std::chrono::steady_clock;
  check_catalog_apart(request);
  if (request.options.sink == pipeline::Sink::Files)
    feed::check_feed_folder(request.options.out, request.options.start);
  Interruption interruption;
  const catalog::Catalog catalog = make_catalog(request.options.feed, request.options.threads);
  interruption.check(request.out, "nothing was written");  // before a former feed is replaced
  if (request.progress != ProgressMode::Never)
    std::fputs(fmt::format("catalog: {} tracks of {} artists\n", grouped(catalog.track_count()),
                           grouped(catalog.artist_count()))
                   .c_str(),
               stderr);
  const Clock::time_point start = Clock::now();
  pipeline::Counters counters;
  try {
    const pipeline::Outcome outcome = generate_with_progress(request, catalog, counters, interruption.stop());
    if (!request.quiet)
      print_summary(request, outcome, counters.events, std::chrono::duration<double>(Clock::now() - start).count());
  } catch (const pipeline::Interrupted&) {
    interruption.check(request.out, request.options.sink == pipeline::Sink::Null
                                        ? "nothing was written"
                                        : "--resume goes on from what is finished");
    throw;
  }
  return 0;
}

}  // namespace

Verb add_generate(CLI::App& program) {
  CLI::App* command =
      add_command(program, "generate", "Makes a feed: users, tracks, artists and their events",
                  "wrapfeed generate --users 100 --from 2025-01-01 --to 2025-02-01 --layout day --out feed");
  const auto flags = std::make_shared<Flags>(*command);
  const auto request = std::make_shared<GenerateRequest>();
  add_generate_flags(*flags, *request);
  return {command, flags, [flags, request] {
            finish(*flags, *request);
            return generate(*request);
          }};
}

}  // namespace wrapfeed::cli
