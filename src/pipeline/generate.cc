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
#include "pipeline/day_part.h"
#include "pipeline/edge_users.h"
#include "pipeline/finisher.h"
#include "pipeline/interrupted.h"
#include "pipeline/schedule.h"
#include "pipeline/single_step.h"
#include "pipeline/threads.h"
#include "pipeline/user_part.h"
#include "pipeline/worker.h"
#include "simulation/choice.h"

namespace wrapfeed::pipeline {

namespace {

std::unique_ptr<Steps> begin_job(const Run& run, const Job& job) {
  if (job.table != "event" || is_of_edge_users(job, run.options.feed)) return std::make_unique<SingleStep>(run, job);
  if (run.options.feed.layout == feed::Layout::Day) return std::make_unique<DayPart>(run, job);
  return std::make_unique<UserPart>(run, job);
}

// Parts that are open together: of layout day each fills the memory.
std::size_t parts_at_once(feed::Layout layout) { return layout == feed::Layout::Day ? 1 : 2; }

// Does all jobs, unless `done` says that one was done before; what comes of it goes to `take`.
using FindDone = std::function<std::optional<feed::FilesByTable>(const Job& job)>;
using TakeJob = std::function<void(FinishedJob job)>;

class Crew {
 public:
  Crew(const Run& run, const Plan& plan, FindDone find_done, TakeJob take)
      : run_(run),
        plan_(plan),
        find_done_(std::move(find_done)),
        take_(std::move(take)),
        schedule_(plan.size(), parts_at_once(run.options.feed.layout), [this](std::size_t job) { return begin(job); }) {
  }

  feed::Totals run(std::atomic<bool>& stop) {
    run_threads(
        run_.options.threads, stop, [this] { work(); }, [this] { schedule_.give_up(); });
    return totals_;
  }

 private:
  std::unique_ptr<Steps> begin(std::size_t number) {
    check_stop(run_.stop);  // what was done before is read again, and may be much
    const Job job = plan_.job(number);
    const std::optional<feed::FilesByTable> done = find_done_(job);
    if (!done) return begin_job(run_, job);
    if (job.table == "event") run_.counters.users += job.range.last - job.range.first;
    count(*done);
    return nullptr;
  }

  // A thread that finds nothing to do needs no worker.
  void work() {
    std::optional<Worker> worker;
    while (const std::optional<Schedule::Claim> claim = schedule_.next()) {
      check_stop(run_.stop);
      if (!worker) worker.emplace(run_);
      claim->steps->run(claim->step, *worker);
      if (!schedule_.end(*claim)) continue;
      FinishedJob made = claim->steps->finish(*worker);
      count(made.files);
      take_(std::move(made));
    }
  }

  void count(const feed::FilesByTable& files) {
    const std::lock_guard lock(mutex_);
    feed::add_files(files, totals_);
  }

  const Run& run_;
  const Plan& plan_;
  FindDone find_done_;
  TakeJob take_;
  Schedule schedule_;
  std::mutex mutex_;
  feed::Totals totals_;
};

feed::Manifest describe(const GenerateOptions& options, const catalog::Catalog& catalog) {
  return {.version = std::string(feed::product_version()),
          .options = options.feed,
          .catalog_digest = catalog.digest(),
          .time_zone_data_version = std::string(base::time_zone_data_version()),
          .codec_library = avro::codec_library(options.feed.codec),
          .tables = {},
          .truth = {}};
}

feed::Totals fill(const Run& run, const Plan& plan, const feed::FeedFolder& folder, std::atomic<bool>& stop) {
  constexpr std::size_t kWaiting = 2;  // jobs a thread
  Finisher finisher(folder, kWaiting * run.options.threads, stop);
  try {
    Crew crew(
        run, plan, [&](const Job& job) { return folder.finished(job.table, job.range.part); },
        [&](FinishedJob job) { finisher.add(std::move(job)); });
    const feed::Totals totals = crew.run(stop);
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
Outcome make_files(const Run& run, const Plan& plan, std::atomic<bool>& stop) {
  const feed::FeedFolder folder(run.options.out, describe(run.options, run.catalog), run.options.start);
  if (folder.is_whole()) return whole(folder.totals(), true);
  try {
    feed::Totals totals = fill(run, plan, folder, stop);
    if (std::optional<feed::Totals> all = folder.close(plan.all_parts())) return whole(std::move(*all), false);
    Outcome outcome{.totals = std::move(totals), .finished = folder.finished_parts(plan.all_parts())};
    for (const auto& [table, parts] : plan.all_parts()) outcome.parts += parts;
    if (folder.is_whole()) return whole(folder.totals(), false);  // another run has closed it meanwhile
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
  base::DiskWriter disk;
  Spare<UserBatch> batches([&] { return std::make_unique<UserBatch>(options.feed, catalog); });
  Spare<DayBuckets> days([&] {
    return std::make_unique<DayBuckets>(options.feed.only_from, options.feed.only_to - options.feed.only_from);
  });
  const Run run{options, catalog, population, world, counters, stop, disk, batches, days};
  const Plan plan(options.feed, catalog, options.share);
  if (options.sink == Sink::Files) return make_files(run, plan, stop);
  Crew crew(
      run, plan, [](const Job&) { return std::nullopt; }, [](const FinishedJob&) {});
  return {.totals = crew.run(stop)};
}

}  // namespace wrapfeed::pipeline
