#pragma once

#include <filesystem>
#include <string>

#include "feed/manifest.h"
#include "insights/window.h"

namespace wrapfeed::web {

// A feed as it lies in its folder at one moment.
struct Source {
  std::filesystem::path folder;
  std::string mark;  // changes when the manifest is replaced
  std::string id;    // 16 hex digits, of its manifest: another feed has another one
  feed::Manifest manifest;
  insights::Window window;  // what the stories look back on: the usual one in the year of the feed's last day
};

// Told without reading the manifest; empty if there is none.
std::string mark_of(const std::filesystem::path& folder);

// Error if there is no whole feed of Avro with a day of the window.
Source read_source(const std::filesystem::path& folder);

// What /api/feed answers, as JSON.
std::string feed_facts(const Source& source);

}  // namespace wrapfeed::web
