#include "pipeline/generate.h"

#include <fmt/format.h>

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/file.h"
#include "base/zone.h"
#include "catalog/popularity.h"
#include "feed/catalog_tables.h"
#include "feed/layout.h"
#include "feed/output_folder.h"
#include "pipeline/plan.h"
#include "pipeline/worker.h"
#include "pipeline/worker_pool.h"
#include "simulation/choice.h"

namespace wrapfeed::pipeline {

namespace {

namespace fs = std::filesystem;

FilesByTable run_plan(const Run& run, std::atomic<bool>& stop) {
  const std::vector<Job> jobs = plan(run.options.feed, run.catalog);
  FilesByTable files;
  std::mutex mutex;
  run_jobs(run.options.threads, jobs.size(), stop, [&]() -> DoJob {
    return [&, worker = std::make_shared<Worker>(run)](std::size_t job) {
      FilesByTable made = worker->run(jobs[job]);
      const std::lock_guard lock(mutex);
      for (auto& [table, parts] : made) {
        std::vector<feed::FileEntry>& all = files[table];
        all.insert(all.end(), std::make_move_iterator(parts.begin()), std::make_move_iterator(parts.end()));
      }
    };
  });
  return files;
}

feed::Manifest describe(const GenerateOptions& options, const catalog::Catalog& catalog, FilesByTable files) {
  feed::Manifest manifest{.version = std::string(feed::product_version()),
                          .options = options.feed,
                          .catalog_digest = catalog.digest(),
                          .time_zone_data_version = std::string(base::time_zone_data_version()),
                          .codec_library = avro::codec_library(options.feed.codec),
                          .tables = {},
                          .truth = {}};
  for (const std::string_view table : feed::kTables)
    manifest.add(std::string(table), std::move(files[std::string(table)]));
  if (!options.feed.truth) return manifest;
  for (const std::string_view table : feed::kTruthTables)
    manifest.add_truth(std::string(table), std::move(files[fmt::format("{}/{}", feed::kTruthName, table)]));
  return manifest;
}

// The marks of a whole feed, the manifest last.
void close_feed(const feed::OutputFolder& folder, const feed::Manifest& manifest) {
  fs::remove_all(folder.path() / feed::kStagingName);
  for (const std::string_view table : feed::kTables) feed::write_success(folder.path(), table);
  for (const auto& [table, files] : manifest.truth) feed::write_success(folder.path() / feed::kTruthName, table);
  base::write_whole(folder.path() / feed::kManifestName, feed::to_json(manifest));
}

// Somebody must have something to hear on the first day.
void check_released(const catalog::Catalog& catalog, base::Days from) {
  const base::Days first = catalog.track_row(simulation::oldest_track(catalog)).release_day;
  if (first >= from) {
    base::fail("catalog: its first release is {}; a feed from {} needs a track from before that day",
               base::format_date(first), base::format_date(from));
  }
}

}  // namespace

feed::Manifest generate(const GenerateOptions& options, const catalog::Catalog& catalog, Counters& counters,
                        std::atomic<bool>& stop) {
  check_released(catalog, options.feed.from);
  const users::Population population(
      catalog, {.seed = options.feed.seed, .from = options.feed.from, .population = options.feed.population});
  const catalog::ArtistSampler artists(catalog);
  const simulation::World world{.seed = options.feed.seed,
                                .from = options.feed.from,
                                .catalog = catalog,
                                .artists = artists,
                                .model = simulation::model_of(options.feed.population)};
  // A former feed goes only when nothing but the making itself can fail.
  std::optional<feed::OutputFolder> folder;
  if (options.sink == Sink::Files) folder.emplace(options.out, feed::FolderKind::Feed, options.force);
  const bool staged = options.feed.format != feed::Format::Avro;
  const feed::PartOptions parts{.root = staged ? options.out / feed::kStagingName : options.out,
                                .codec = options.feed.codec,
                                .block_bytes = options.feed.block_size_kib * std::size_t{1024},
                                .seed = options.feed.seed,
                                .discard = options.sink == Sink::Null};
  feed::PartOptions truth_parts = parts;
  truth_parts.root = options.out;
  const Run run{options, catalog, population, world, parts, truth_parts, counters, stop};
  const feed::Manifest manifest = describe(options, catalog, run_plan(run, stop));
  if (folder) {
    close_feed(*folder, manifest);
    folder->keep();
  }
  return manifest;
}

}  // namespace wrapfeed::pipeline
