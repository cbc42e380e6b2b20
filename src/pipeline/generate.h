#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>

#include "catalog/catalog.h"
#include "feed/feed_folder.h"
#include "feed/options.h"
#include "pipeline/plan.h"

namespace wrapfeed::pipeline {

enum class Sink : std::uint8_t {
  Files,
  Null,  // everything but the files: to measure speed
};

struct GenerateOptions {
  feed::FeedOptions feed;     // validated
  std::filesystem::path out;  // the feed folder; not touched by Sink::Null
  feed::Start start = feed::Start::New;
  Sink sink = Sink::Files;
  Share share{};         // all of it, unless asked for less
  unsigned threads = 1;  // changes no byte
};

// What has been done so far: written by the workers, read by whoever shows it.
struct Counters {
  std::atomic<std::int64_t> users{0};
  std::atomic<std::int64_t> events{0};
  std::atomic<std::int64_t> bytes{0};  // of event files, as they are finished
};

// What a run did.
struct Outcome {
  feed::Totals totals;        // of the feed if it is whole, else of this share
  bool whole = false;         // the feed: all shares are finished
  bool was_whole = false;     // before this run, which had nothing to do
  std::int64_t finished = 0;  // parts of the feed that are finished, by whomever,
  std::int64_t parts = 0;     // of so many
};

// Makes the feed that `options` describe, or a share of it, and closes it if that is the last. Memory depends on the
// threads, the catalog and the days of one user, not on the number of users. Error if the world fails or if `stop`
// becomes true (Interrupted, see interrupted.h); a failure sets it. What is finished then stays in the folder, for
// Start::Resume.
Outcome generate(const GenerateOptions& options, const catalog::Catalog& catalog, Counters& counters,
                 std::atomic<bool>& stop);

}  // namespace wrapfeed::pipeline
