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

std::uint32_t Split::ordinary_parts() const {
  const std::int64_t rows = ordinary_last() - first;
  return static_cast<std::uint32_t>(std::max<std::int64_t>(1, (rows + rows_per_part - 1) / rows_per_part));
}

PartRange Split::part(std::uint32_t number) const {
  if (number == ordinary_parts()) return {number, std::max(first, apart), last};
  const std::int64_t begin = first + number * rows_per_part;
  return {number, begin, std::min(ordinary_last(), begin + rows_per_part)};
}

}  // namespace wrapfeed::feed
