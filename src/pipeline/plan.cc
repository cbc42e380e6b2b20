#include "pipeline/plan.h"

#include <algorithm>
#include <bit>

#include "feed/catalog_tables.h"

namespace wrapfeed::pipeline {

std::int64_t users_per_part(base::Days days) {
  constexpr std::uint64_t kUserDays = 46'720;  // 128 users x 365 days
  constexpr std::uint64_t kMostUsers = 65'536;
  const std::uint64_t users = std::bit_floor(std::max<std::uint64_t>(1, kUserDays / static_cast<std::uint64_t>(days)));
  return static_cast<std::int64_t>(std::min(users, kMostUsers));
}

std::vector<Job> plan(const feed::FeedOptions& options, const catalog::Catalog& catalog) {
  std::vector<Job> jobs;
  const auto add = [&](std::string_view table, std::int64_t first, std::int64_t last, std::int64_t rows_per_part) {
    for (const feed::PartRange& range : feed::split(first, last, rows_per_part)) jobs.push_back({table, range});
  };
  add("track", 0, catalog.track_count(), feed::kRowsPerDimensionPart);
  add("artist", 0, catalog.artist_count(), feed::kRowsPerDimensionPart);
  const auto add_users = [&](std::string_view table, std::int64_t users_per_part) {
    const std::int64_t first = options.only_users_begin, last = std::min(options.only_users_end, options.users);
    add(table, first, std::max(first, last), users_per_part);
    const std::int64_t first_edge = std::max(first, options.users);
    if (first_edge >= options.only_users_end) return;
    jobs.push_back({table, {jobs.back().range.part + 1, first_edge, options.only_users_end}});
  };
  add_users("user", feed::kRowsPerDimensionPart);
  add_users("event", users_per_part(options.to - options.from));
  return jobs;
}

}  // namespace wrapfeed::pipeline
