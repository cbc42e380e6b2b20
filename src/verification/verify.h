#pragma once

#include <cstdint>
#include <filesystem>

#include "verification/findings.h"

namespace wrapfeed::verification {

struct Verdict {
  Findings findings;
  std::int64_t files = 0;
  std::int64_t events = 0;   // read and checked
  std::int64_t answers = 0;  // users whose answers were held against the answer key, each year of theirs
  bool rows_checked = true;  // false for a feed that is not Avro: then only its files are
};

// Checks a feed folder against its manifest and against every promise about its rows. Error if the folder has no
// readable manifest (it was never finished): then there is nothing to hold it to. Memory grows with users and tracks,
// not with events; of a truth one part at a time is held. The queries of Wrapped are held
// against the answer key once nothing else is wrong.
Verdict verify(const std::filesystem::path& feed);

}  // namespace wrapfeed::verification
