#include "pipeline/plan.h"

#include <algorithm>
#include <bit>

#include "base/check.h"
#include "feed/catalog_tables.h"

namespace wrapfeed::pipeline {

namespace {

feed::Split split_events(const feed::FeedOptions& options) {
  return {options.only_users_begin, options.only_users_end, users_per_part(options), options.users};
}

std::uint32_t parts_of_share(const feed::Split& split, const Share& share) {
  return (split.parts() + share.parts - 1 - share.part) / share.parts;
}

}  // namespace

std::int64_t users_per_part(const feed::FeedOptions& options) {
  constexpr std::uint64_t kUserDays = 128 * 366;
  constexpr std::uint64_t kMostUsers = 65'536;
  const bool twice = options.layout == feed::Layout::Day && options.population == events::Population::Typical;
  const auto days = static_cast<std::uint64_t>(options.to - options.from);
  const std::uint64_t users = std::bit_floor(std::max<std::uint64_t>(1, (twice ? 2 : 1) * kUserDays / days));
  return static_cast<std::int64_t>(std::min(users, kMostUsers));
}

std::int64_t users_per_batch(const feed::FeedOptions& options) {
  constexpr base::Days kUserDays = 365;
  constexpr base::Days kAtOnce = 7;  // what a user costs before the first day counts too
  return std::max<std::int64_t>(1, kUserDays / (options.to - options.from + kAtOnce));
}

std::int64_t users_of_share(const feed::FeedOptions& options, const Share& share) {
  const feed::Split split = split_events(options);
  std::int64_t users = 0;
  for (std::uint32_t number = share.part; number < split.parts(); number += share.parts) {
    const feed::PartRange range = split.part(number);
    users += range.last - range.first;
  }
  return users;
}

Plan::Plan(const feed::FeedOptions& options, const catalog::Catalog& catalog, const Share& share)
    : share_(share),
      tables_{{{"track", {0, catalog.track_count(), feed::kRowsPerDimensionPart}},
               {"artist", {0, catalog.artist_count(), feed::kRowsPerDimensionPart}},
               {"user", {options.only_users_begin, options.only_users_end, feed::kRowsPerDimensionPart, options.users}},
               {"event", split_events(options)}}} {}

std::size_t Plan::size() const {
  std::size_t jobs = 0;
  for (const Table& table : tables_) jobs += parts_of_share(table.split, share_);
  return jobs;
}

Job Plan::job(std::size_t index) const {
  for (const Table& table : tables_) {
    const std::uint32_t parts = parts_of_share(table.split, share_);
    if (index < parts)
      return {table.name, table.split.part(share_.part + static_cast<std::uint32_t>(index) * share_.parts)};
    index -= parts;
  }
  CHECK(false);
}

feed::PartCounts Plan::all_parts() const {
  feed::PartCounts counts;
  for (const Table& table : tables_) counts.emplace(table.name, table.split.parts());
  return counts;
}

}  // namespace wrapfeed::pipeline
