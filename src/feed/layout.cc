#include "feed/layout.h"

#include <fmt/format.h>

#include <algorithm>

namespace wrapfeed::feed {

std::string part_path(std::string_view table, std::uint32_t part, Format format) {
  return fmt::format("{}/part-{:05}.{}", table, part, file_extension(format));
}

std::string day_part_path(std::string_view table, base::Days day, std::uint32_t part, Format format) {
  return fmt::format("{}/event_date={}/part-{:05}.{}", table, base::format_date(day), part, file_extension(format));
}

std::vector<PartRange> split(std::int64_t first, std::int64_t last, std::int64_t rows_per_part) {
  std::vector<PartRange> parts;
  do {
    const std::int64_t end = std::min(last, first + rows_per_part);
    parts.push_back({static_cast<std::uint32_t>(parts.size()), first, end});
    first = end;
  } while (first < last);
  return parts;
}

}  // namespace wrapfeed::feed
