#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "feed/options.h"

namespace wrapfeed::feed {

inline constexpr std::array<std::string_view, 4> kTables = {"user", "track", "artist", "event"};
// What no pipeline may look at, only its tests: tables apart, in a folder of their own.
inline constexpr std::string_view kTruthName = "truth";
inline constexpr std::array<std::string_view, 4> kTruthTables = {"user", "session", "stream", "wrapped"};
inline constexpr std::string_view kManifestName = "_manifest.json";
inline constexpr std::string_view kSuccessName = "_SUCCESS";
inline constexpr std::string_view kStagingName = ".staging";  // Avro parts on their way to another format

// Paths inside a feed folder, with '/', as the manifest has them.
std::string part_path(std::string_view table, std::uint32_t part, Format format);  // "user/part-00000.avro"
// "event/event_date=2025-01-01/part-00000.avro"
std::string day_part_path(std::string_view table, base::Days day, std::uint32_t part, Format format);

// A part's number and the rows (or users) first ... last - 1 that it holds.
struct PartRange {
  std::uint32_t part;
  std::int64_t first;
  std::int64_t last;
};
// first ... last - 1 cut every `rows_per_part`, counted from `first`. Nothing at all is one empty part, so that every
// table has a file that tells its schema.
std::vector<PartRange> split(std::int64_t first, std::int64_t last, std::int64_t rows_per_part);

}  // namespace wrapfeed::feed
