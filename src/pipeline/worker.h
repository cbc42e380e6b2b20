#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "feed/manifest.h"
#include "feed/part_writer.h"
#include "pipeline/converter.h"
#include "pipeline/day_buckets.h"
#include "pipeline/event_source.h"
#include "pipeline/generate.h"
#include "pipeline/plan.h"
#include "pipeline/truth_part.h"

namespace wrapfeed::pipeline {

// What a worker works on; outlives it.
struct Run {
  const GenerateOptions& options;
  const catalog::Catalog& catalog;
  const users::Population& population;
  const simulation::World& world;
  feed::PartOptions parts;        // of the feed's own tables, as they come from the encoder
  feed::PartOptions truth_parts;  // Avro, whatever the feed's format
  Counters& counters;
  const std::atomic<bool>& stop;
};

// Does jobs, one after the other, with buffers of its own. One thread.
class Worker {
 public:
  explicit Worker(const Run& run);

  // The files that the job gave, finished; they wait in parts.pending, of another format in truth_parts.pending.
  FilesByTable run(const Job& job);

 private:
  using Files = std::vector<feed::FileEntry>;
  FilesByTable write(const Job& job);
  Files write_table(const Job& job, TruthPart* truth);
  feed::FileEntry write_users(const feed::PartRange& range);
  feed::FileEntry write_events_by_user(const feed::PartRange& users, TruthPart* truth);
  Files write_events_by_day(const feed::PartRange& users, TruthPart* truth);
  void collect_days(const feed::PartRange& users, TruthPart* truth);
  feed::FileEntry write_day(base::Days day, std::uint32_t part);

  const Run& run_;
  EventSource source_;
  std::optional<DayBuckets> days_;      // layout day
  std::optional<Converter> converter_;  // other formats than Avro
};

}  // namespace wrapfeed::pipeline
