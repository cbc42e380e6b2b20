#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>

#include "catalog/catalog.h"
#include "feed/manifest.h"
#include "feed/options.h"

namespace wrapfeed::pipeline {

enum class Sink : std::uint8_t {
  Files,
  Null,  // everything but the files: to measure speed
};

struct GenerateOptions {
  feed::FeedOptions feed;     // validated
  std::filesystem::path out;  // the feed folder; not touched by Sink::Null
  bool force = false;         // replace a feed that is there
  Sink sink = Sink::Files;
  unsigned threads = 1;  // changes no byte
};

// What has been done so far: written by the workers, read by whoever shows it.
struct Counters {
  std::atomic<std::int64_t> users{0};
  std::atomic<std::int64_t> events{0};
  std::atomic<std::int64_t> bytes{0};  // of event files, as they are finished
};

// Makes the feed that `options` describe and returns what its manifest says. Memory depends on the threads and the
// catalog, not on the number of users or days. Error, with nothing left that this run wrote, if the world fails or if
// `stop` becomes true (Interrupted, see interrupted.h); a failure sets it.
feed::Manifest generate(const GenerateOptions& options, const catalog::Catalog& catalog, Counters& counters,
                        std::atomic<bool>& stop);

}  // namespace wrapfeed::pipeline
