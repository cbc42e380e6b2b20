#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "database/database.h"
#include "realism/scorecard.h"

namespace wrapfeed::realism {

// A feed measured: the scorecard, and the page about it.
struct Report {
  Scorecard card;
  std::string json;  // scorecard.json
  std::string data;  // what the page shows: the feed's facts, the charts and the scorecard, as JSON
  std::string page;  // report.html, with everything in it
};

// Reads the Avro files of a feed folder and nothing else; what memory does not hold goes to `scratch`, gone afterwards.
// The same feed gives the same report in either layout. Error if the folder is no whole feed of Avro, or damaged.
// `on_listener` is called with the number of listeners taken up so far, `watch` with the database that they are read
// from, so that another thread may interrupt it; what it returns goes before the database does.
using WatchDatabase = std::function<std::shared_ptr<void>(database::Database&)>;
Report make_report(const std::filesystem::path& feed, const std::filesystem::path& scratch,
                   const std::function<void(std::size_t)>& on_listener = nullptr, const WatchDatabase& watch = nullptr);

}  // namespace wrapfeed::realism
