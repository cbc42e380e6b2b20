#include "pipeline/generate.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/file.h"
#include "base/zone.h"
#include "catalog/popularity.h"
#include "feed/manifest.h"
#include "pipeline/finisher.h"
#include "pipeline/interrupted.h"
#include "pipeline/worker.h"
#include "pipeline/worker_pool.h"
#include "simulation/choice.h"

namespace wrapfeed::pipeline {

namespace {

// What workers share.
struct Workshop {
  const GenerateOptions& options;
  const catalog::Catalog& catalog;
  const users::Population& population;
  const simulation::World& world;
  Counters& counters;
  std::atomic<bool>& stop;
};

// A worker with what it writes.
class Desk {
 public:
  explicit Desk(const Workshop& shop)
      : run_{shop.options,
             shop.catalog,
             shop.population,
             shop.world,
             parts(shop.options, true),
             parts(shop.options, false),
             shop.counters,
             shop.stop},
        worker_(run_) {}

  FinishedJob run(const Job& job) {
    feed::FilesByTable files = worker_.run(job);
    return {job, std::exchange(pending_, {}), std::move(files)};
  }

 private:
  // Avro parts of another format's feed wait apart, to be converted.
  feed::PartOptions parts(const GenerateOptions& options, bool may_be_converted) {
    const bool apart = may_be_converted && options.feed.format != feed::Format::Avro;
    return {.root = options.out,
            .codec = options.feed.codec,
            .block_bytes = options.feed.block_size_kib * std::size_t{1024},
            .seed = options.feed.seed,
            .discard = options.sink == Sink::Null,
            .pending = apart ? &unconverted_ : &pending_};
  }

  std::vector<base::PendingFile> pending_;
  std::vector<base::PendingFile> unconverted_;
  Run run_;
  Worker worker_;
};

// Does one job after the other, unless `done` says that it was done before; what comes of it goes to `take`.
using FindDone = std::function<std::optional<feed::FilesByTable>(const Job& job)>;
using TakeJob = std::function<void(FinishedJob job)>;

feed::Totals run_plan(const Workshop& shop, const Plan& plan, const FindDone& find_done, const TakeJob& take) {
  feed::Totals totals;
  std::mutex mutex;
  const auto count = [&](const feed::FilesByTable& files) {
    const std::lock_guard lock(mutex);
    feed::add_files(files, totals);
  };
  run_jobs(shop.options.threads, plan.size(), shop.stop, [&]() -> DoJob {
    return [&, desk = std::make_shared<Desk>(shop)](std::size_t index) {
      const Job job = plan.job(index);
      if (const std::optional<feed::FilesByTable> done = find_done(job)) {
        if (job.table == "event") shop.counters.users += job.range.last - job.range.first;
        return count(*done);
      }
      FinishedJob made = desk->run(job);
      count(made.files);
      take(std::move(made));
    };
  });
  return totals;
}

feed::Manifest describe(const GenerateOptions& options, const catalog::Catalog& catalog) {
  return {.version = std::string(feed::product_version()),
          .options = options.feed,
          .catalog_digest = catalog.digest(),
          .time_zone_data_version = std::string(base::time_zone_data_version()),
          .codec_library = avro::codec_library(options.feed.codec),
          .tables = {},
          .truth = {}};
}

feed::Totals fill(const Workshop& shop, const Plan& plan, const feed::FeedFolder& folder) {
  constexpr std::size_t kWaiting = 2;  // jobs a thread
  Finisher finisher(folder, kWaiting * shop.options.threads, shop.stop);
  try {
    const feed::Totals totals = run_plan(
        shop, plan, [&](const Job& job) { return folder.finished(job.table, job.range.part); },
        [&](FinishedJob job) { finisher.add(std::move(job)); });
    finisher.wait();
    return totals;
  } catch (const Interrupted&) {
    finisher.wait();  // whose failure may be why
    throw;
  }
}

Outcome whole(feed::Totals totals, bool before) {
  return {.totals = std::move(totals), .whole = true, .was_whole = before};
}

// Another run of the same share, or the last of the others, may close the feed at any moment; what fails then because
// the ground is gone, is no failure.
Outcome make_files(const Workshop& shop, const Plan& plan) {
  const feed::FeedFolder folder(shop.options.out, describe(shop.options, shop.catalog), shop.options.start);
  if (folder.is_whole()) return whole(folder.totals(), true);
  try {
    feed::Totals totals = fill(shop, plan, folder);
    if (std::optional<feed::Totals> all = folder.close(plan.all_parts())) return whole(std::move(*all), false);
    Outcome outcome{.totals = std::move(totals), .finished = folder.finished_parts(plan.all_parts())};
    for (const auto& [table, parts] : plan.all_parts()) outcome.parts += parts;
    return outcome;
  } catch (const Interrupted&) {
    throw;
  } catch (const base::Error& error) {
    if (folder.is_whole()) return whole(folder.totals(), false);
    base::fail("{}; --resume goes on from what is finished", error.what());
  }
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

Outcome generate(const GenerateOptions& options, const catalog::Catalog& catalog, Counters& counters,
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
  const Workshop shop{options, catalog, population, world, counters, stop};
  const Plan plan(options.feed, catalog, options.share);
  if (options.sink == Sink::Files) return make_files(shop, plan);
  return {.totals = run_plan(
              shop, plan, [](const Job&) { return std::nullopt; }, [](const FinishedJob&) {})};
}

}  // namespace wrapfeed::pipeline
