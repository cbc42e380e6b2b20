#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "web/source.h"
#include "web/stop.h"

namespace wrapfeed::web {

// Of the layout of the file: files of another number are made again.
inline constexpr int kResultsFormat = 1;

struct Step {
  std::string_view stage;  // "stories", "population", "users", "realism"
  std::string name;        // in a few words
  double share;            // of all the work, done before it; never falls
};
using OnStep = std::function<void(const Step&)>;

// Makes the results of a feed: a DuckDB file with everything that the page asks for, so that no answer reads the feed.
// It appears whole or not at all. Takes as long as `wrapped` and `report` together; 1 GiB of working memory, beyond
// which it spills to disk. Error where the feed or the disk fails, Stopped if it was stopped or the feed is no longer
// the one that was given. Clears away what a killed process has left of such a file.
void make_results(const Source& source, const std::filesystem::path& file, const OnStep& on_step, Stop& stop);

}  // namespace wrapfeed::web
