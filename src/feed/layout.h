#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "base/time.h"
#include "feed/options.h"

namespace wrapfeed::feed {

inline constexpr std::array<std::string_view, 4> kTables = {"user", "track", "artist", "event"};
// What no pipeline may look at, only its tests: tables apart, in a folder of their own.
inline constexpr std::string_view kTruthName = "truth";
inline constexpr std::array<std::string_view, 4> kTruthTables = {"user", "session", "stream", "wrapped"};
inline constexpr std::string_view kManifestName = "_manifest.json";
inline constexpr std::string_view kSuccessName = "_SUCCESS";
inline constexpr std::string_view kUnfinishedName = ".unfinished";  // what is done so far, while a feed is made
inline constexpr std::string_view kRunName = "run.json";            // in it: what is being made
inline constexpr std::string_view kReplacedName = ".replaced";      // a former feed on its way out

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
// Rows (or users) first ... last - 1, cut every `rows_per_part`, counted from `first`; those from `apart` on are a part
// of their own, the last. Nothing at all is one empty part, so that every table has a file that tells its schema.
struct Split {
  std::int64_t first;
  std::int64_t last;
  std::int64_t rows_per_part;
  std::int64_t apart = std::numeric_limits<std::int64_t>::max();

  std::uint32_t parts() const { return ordinary_parts() + (last > apart ? 1 : 0); }
  PartRange part(std::uint32_t number) const;

 private:
  std::int64_t ordinary_last() const { return std::max(first, std::min(last, apart)); }
  std::uint32_t ordinary_parts() const;
};

}  // namespace wrapfeed::feed
