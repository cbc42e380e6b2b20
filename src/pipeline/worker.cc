#include "pipeline/worker.h"

namespace wrapfeed::pipeline {

Worker::Worker(const Run& run)
    : run_(run), source_(run.world, run.population, run.options.feed, run.stop), bench_(run.options.feed.codec) {
  const feed::FeedOptions& feed = run.options.feed;
  if (feed.format != feed::Format::Avro && run.options.sink == Sink::Files)
    converter_.emplace(feed.format, run.options.out);
}

feed::PartOptions Worker::truth_part_options(const Run& run, Output& output, feed::Workbench* bench) {
  const GenerateOptions& options = run.options;
  return {.root = options.out,
          .codec = options.feed.codec,
          .block_bytes = options.feed.block_size_kib * std::size_t{1024},
          .seed = options.feed.seed,
          .discard = options.sink == Sink::Null,
          .pending = &output.pending,
          .bench = bench,
          .disk = &run.disk};
}

feed::PartOptions Worker::part_options(const Run& run, Output& output, feed::Workbench* bench) {
  feed::PartOptions options = truth_part_options(run, output, bench);
  if (run.options.feed.format != feed::Format::Avro) {
    options.pending = &output.unconverted;
    options.disk = nullptr;  // read again at once
  }
  return options;
}

void Worker::convert(std::vector<feed::FileEntry>& files, Output& output) {
  if (converter_) converter_->convert(output.unconverted, files, output.pending);
}

}  // namespace wrapfeed::pipeline
