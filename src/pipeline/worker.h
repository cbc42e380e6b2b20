#pragma once

#include <atomic>
#include <optional>
#include <vector>

#include "feed/part_writer.h"
#include "pipeline/converter.h"
#include "pipeline/day_buckets.h"
#include "pipeline/event_source.h"
#include "pipeline/generate.h"
#include "pipeline/spare.h"
#include "pipeline/steps.h"
#include "pipeline/user_batch.h"

namespace wrapfeed::pipeline {

// What all workers work on; outlives them.
struct Run {
  const GenerateOptions& options;
  const catalog::Catalog& catalog;
  const users::Population& population;
  const simulation::World& world;
  Counters& counters;
  const std::atomic<bool>& stop;
  base::DiskWriter& disk;
  Spare<UserBatch>& batches;
  Spare<DayBuckets>& days;  // layout day
};

// The files of a job, or of one of its steps, on their way.
struct Output {
  std::vector<base::PendingFile> pending;
  std::vector<base::PendingFile> unconverted;  // Avro, where another format is asked for
};

// What a thread needs to take steps of any job: buffers and a listener of its own. One thread.
class Worker {
 public:
  explicit Worker(const Run& run);

  EventSource& source() { return source_; }
  feed::Workbench& bench() { return bench_; }
  DayOrder& day_order() { return day_order_; }

  // For files that this worker writes. Those of the truth are Avro whatever the feed's format.
  feed::PartOptions parts(Output& output) { return part_options(run_, output, &bench_); }
  feed::PartOptions truth_parts(Output& output) { return truth_part_options(run_, output, &bench_); }
  // Turns what is written into the feed's format.
  void convert(std::vector<feed::FileEntry>& files, Output& output);

  // For files that several workers write, one at a time: without a workbench.
  static feed::PartOptions part_options(const Run& run, Output& output, feed::Workbench* bench = nullptr);
  static feed::PartOptions truth_part_options(const Run& run, Output& output, feed::Workbench* bench = nullptr);

 private:
  const Run& run_;
  EventSource source_;
  feed::Workbench bench_;
  DayOrder day_order_;
  std::optional<Converter> converter_;  // other formats than Avro
};

}  // namespace wrapfeed::pipeline
