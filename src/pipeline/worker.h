#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "avro/encode.h"
#include "feed/manifest.h"
#include "feed/part_writer.h"
#include "pipeline/converter.h"
#include "pipeline/day_buckets.h"
#include "pipeline/event_source.h"
#include "pipeline/generate.h"
#include "pipeline/plan.h"

namespace wrapfeed::pipeline {

// What all workers share; outlives them.
struct Run {
  const GenerateOptions& options;
  const catalog::Catalog& catalog;
  const users::Population& population;
  const simulation::World& world;
  feed::PartOptions parts;
  Counters& counters;
  const std::atomic<bool>& stop;
};

// Does jobs, one after the other, with buffers of its own. One thread.
class Worker {
 public:
  explicit Worker(const Run& run);

  // The files that the job gave, finished and in place.
  std::vector<feed::FileEntry> run(const Job& job);

 private:
  feed::FileEntry write_users(const feed::PartRange& range);
  feed::FileEntry write_events_by_user(const feed::PartRange& users);
  std::vector<feed::FileEntry> write_events_by_day(const feed::PartRange& users);
  void collect_days(const feed::PartRange& users);
  feed::FileEntry write_day(base::Days day, std::uint32_t part);

  const Run& run_;
  EventSource source_;
  avro::EventEncoder encoder_;
  std::optional<DayBuckets> days_;      // layout day
  std::optional<Converter> converter_;  // other formats than Avro
};

}  // namespace wrapfeed::pipeline
