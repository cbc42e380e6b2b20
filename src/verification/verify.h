#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "feed/manifest.h"
#include "verification/findings.h"

namespace wrapfeed::verification {

struct Verdict {
  Findings findings;
  std::int64_t files = 0;
  std::int64_t events = 0;   // read and checked
  bool rows_checked = true;  // false for a feed that is not Avro: then only its files are
};

// Called now and then with the events read so far; may throw to stop.
using Progress = std::function<void(std::int64_t events)>;

// Checks a feed folder against its manifest and against every promise about its rows. Error if the folder has no
// readable manifest: then there is nothing to hold it to. Memory grows with users and tracks, not with events.
Verdict verify(const std::filesystem::path& feed, const Progress& progress);

}  // namespace wrapfeed::verification
