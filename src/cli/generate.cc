#include "pipeline/generate.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>

#include "base/error.h"
#include "catalog/folder.h"
#include "catalog/synthesize.h"
#include "cli/generate_flags.h"
#include "cli/interruption.h"
#include "cli/numbers.h"
#include "cli/progress.h"
#include "cli/verbs.h"
#include "feed/layout.h"
#include "feed/output_folder.h"
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

catalog::Catalog make_catalog(const feed::FeedOptions& options) {
  if (!options.catalog.empty()) return catalog::load_catalog(options.catalog);
  return catalog::synthesize(
      {.seed = options.seed, .tracks = options.tracks, .artists = options.artists, .releases_to = options.releases_to});
}

void print_table(std::size_t width, const std::string& name, const feed::TableEntry& table) {
  std::int64_t bytes = 0;
  for (const feed::FileEntry& file : table.files) bytes += file.bytes;
  fmt::print("  {:<{}}{:>15} records {:>7} file{} {:>10}\n", name, width, grouped(table.records),
             grouped(static_cast<std::int64_t>(table.files.size())), table.files.size() == 1 ? " " : "s",
             file_size(bytes));
}

void print_summary(const GenerateRequest& request, const feed::Manifest& manifest, double seconds) {
  const feed::FeedOptions& feed = request.options.feed;
  const std::int64_t events = manifest.tables.at("event").records;
  const bool files = request.options.sink == pipeline::Sink::Files;
  fmt::print("{}: {} users, {} to {}, seed {}\n", files ? request.out : "nothing written",
             grouped(feed.only_users_end - feed.only_users_begin), base::format_date(feed.only_from),
             base::format_date(feed.only_to - 1), feed.seed);
  const std::size_t width = manifest.truth.empty() ? 7 : 14;
  for (const auto& [name, table] : manifest.tables) print_table(width, name, table);
  for (const auto& [name, table] : manifest.truth)
    print_table(width, fmt::format("{}/{}", feed::kTruthName, name), table);
  fmt::print("{} events in {:.1f} s: {} events/s on {} thread{}, {} {}\n", grouped(events), seconds,
             grouped(static_cast<std::int64_t>(static_cast<double>(events) / seconds)), request.options.threads,
             request.options.threads == 1 ? "" : "s", feed::format_name(feed.format), avro::codec_name(feed.codec));
}

feed::Manifest generate_with_progress(const GenerateRequest& request, const catalog::Catalog& catalog,
                                      std::atomic<bool>& stop) {
  const feed::FeedOptions& feed = request.options.feed;
  pipeline::Counters counters;
  const Progress progress(request.progress, counters, feed.only_users_end - feed.only_users_begin);
  return pipeline::generate(request.options, catalog, counters, stop);
}

int generate(const GenerateRequest& request) {
  using Clock = std::chrono::steady_clock;
  check_catalog_apart(request);
  if (request.options.sink == pipeline::Sink::Files)
    feed::check_output_folder(request.options.out, feed::FolderKind::Feed, request.options.force);
  Interruption interruption;
  const catalog::Catalog catalog = make_catalog(request.options.feed);
  interruption.check(request.out);  // before a former feed is replaced
  if (request.progress != ProgressMode::Never)
    std::fputs(fmt::format("catalog: {} tracks of {} artists\n", grouped(catalog.track_count()),
                           grouped(catalog.artist_count()))
                   .c_str(),
               stderr);
  const Clock::time_point start = Clock::now();
  try {
    const feed::Manifest manifest = generate_with_progress(request, catalog, interruption.stop());
    if (!request.quiet) print_summary(request, manifest, std::chrono::duration<double>(Clock::now() - start).count());
  } catch (const pipeline::Interrupted&) {
    interruption.check(request.out);
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
