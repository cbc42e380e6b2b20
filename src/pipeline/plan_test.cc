#include "pipeline/plan.h"

#include <gtest/gtest.h>

#include <map>

#include "catalog/synthesize.h"

namespace wrapfeed::pipeline {
namespace {

feed::FeedOptions of_days(base::Days days, feed::Layout layout = feed::Layout::User) {
  feed::FeedOptions options;
  options.to = options.from + days;
  options.layout = layout;
  return options;
}

TEST(Plan, PartsHoldAboutAsMuchWhateverTheDays) {
  EXPECT_EQ(users_per_part(of_days(365)), 128);
  EXPECT_EQ(users_per_part(of_days(366)), 128);
  EXPECT_EQ(users_per_part(of_days(1)), 32'768);
  EXPECT_EQ(users_per_part(of_days(3'653)), 8);
  EXPECT_EQ(users_per_part(of_days(100'000)), 1);
}

TEST(Plan, PartsOfLayoutDayHoldWhatMemoryDoes) {
  feed::FeedOptions options = of_days(366, feed::Layout::Day);
  EXPECT_EQ(users_per_part(options), 256);
  options.population = events::Population::Heavy;
  EXPECT_EQ(users_per_part(options), 128);
}

TEST(Plan, BatchesTakeAboutAsLongWhateverTheDays) {
  EXPECT_EQ(users_per_batch(of_days(3'653)), 1);
  EXPECT_EQ(users_per_batch(of_days(365)), 1);
  EXPECT_EQ(users_per_batch(of_days(30)), 9);
  EXPECT_EQ(users_per_batch(of_days(1)), 45);
}

// The range of every event part of a share, by number.
std::map<std::uint32_t, feed::PartRange> events_of(const Plan& plan) {
  std::map<std::uint32_t, feed::PartRange> parts;
  for (std::size_t i = 0; i < plan.size(); ++i) {
    const Job job = plan.job(i);
    if (job.table == "event") parts.emplace(job.range.part, job.range);
  }
  return parts;
}

TEST(Plan, CoversEveryUserOnceFromTheFirstOfTheWindow) {
  const catalog::Catalog catalog = catalog::synthesize({.tracks = 50, .artists = 10});
  feed::FeedOptions options;
  options.users = options.only_users_end = 500;
  options.only_users_begin = 100;
  std::int64_t next = 100;
  const auto parts = events_of(Plan(options, catalog, {}));
  for (const auto& [number, range] : parts) {
    EXPECT_EQ(range.first, next);
    next = range.last;
  }
  EXPECT_EQ(next, 500);
  EXPECT_EQ(parts.size(), 4U);
}

TEST(Plan, UsersOfBoundaryCasesAreThePartBehindAllOthers) {
  const catalog::Catalog catalog = catalog::synthesize({.tracks = 50, .artists = 10});
  feed::FeedOptions options;
  options.users = options.only_users_end = 500;
  const auto without = events_of(Plan(options, catalog, {}));
  options.edge_cases = true;
  options.only_users_end = options.all_users();
  const auto with = events_of(Plan(options, catalog, {}));
  ASSERT_EQ(with.size(), without.size() + 1);
  for (const auto& [number, range] : without) EXPECT_EQ(with.at(number).last, range.last);
  EXPECT_EQ(with.rbegin()->second.first, 500);
  EXPECT_EQ(with.rbegin()->second.last, options.all_users());
  EXPECT_EQ(users_of_share(options, {}), options.all_users());
  options.only_users_begin = 500;  // none of the others: their part is empty
  EXPECT_EQ(events_of(Plan(options, catalog, {})).size(), 2U);
}

TEST(Plan, SharesTogetherAreTheWholeWork) {
  const catalog::Catalog catalog = catalog::synthesize({.tracks = 50, .artists = 10});
  feed::FeedOptions options;
  options.users = options.only_users_end = 1000;
  const Plan whole(options, catalog, {});
  EXPECT_EQ(users_of_share(options, {}), 1000);
  for (const std::uint32_t parts : {1U, 2U, 3U, 8U, 20U}) {
    std::size_t jobs = 0;
    std::int64_t users = 0;
    std::map<std::uint32_t, feed::PartRange> events;
    for (std::uint32_t part = 0; part < parts; ++part) {
      const Plan share(options, catalog, {part, parts});
      EXPECT_EQ(share.all_parts(), whole.all_parts());
      std::int64_t of_share = 0;
      for (const auto& [number, range] : events_of(share)) {
        EXPECT_TRUE(events.emplace(number, range).second);
        of_share += range.last - range.first;
      }
      EXPECT_EQ(users_of_share(options, {part, parts}), of_share);
      jobs += share.size();
      users += of_share;
    }
    EXPECT_EQ(jobs, whole.size());
    EXPECT_EQ(users, 1000);
    EXPECT_EQ(events.size(), events_of(whole).size());
  }
}

}  // namespace
}  // namespace wrapfeed::pipeline
