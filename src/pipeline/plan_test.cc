#include "pipeline/plan.h"

#include <gtest/gtest.h>

#include "catalog/synthesize.h"

namespace wrapfeed::pipeline {
namespace {

TEST(Plan, PartsHoldAboutAsMuchWhateverTheDays) {
  EXPECT_EQ(users_per_part(365), 128);
  EXPECT_EQ(users_per_part(366), 64);
  EXPECT_EQ(users_per_part(1), 32'768);
  EXPECT_EQ(users_per_part(3'653), 8);
  EXPECT_EQ(users_per_part(100'000), 1);
}

TEST(Plan, CoversEveryUserOnceFromTheFirstOfTheWindow) {
  const catalog::Catalog catalog = catalog::synthesize({.tracks = 50, .artists = 10});
  feed::FeedOptions options;
  options.only_users_begin = 100;
  options.only_users_end = 500;
  std::int64_t next = 100;
  std::uint32_t parts = 0;
  for (const Job& job : plan(options, catalog)) {
    if (job.table != "event") continue;
    EXPECT_EQ(job.range.first, next);
    EXPECT_EQ(job.range.part, parts++);
    next = job.range.last;
  }
  EXPECT_EQ(next, 500);
  EXPECT_EQ(parts, 4U);
}

}  // namespace
}  // namespace wrapfeed::pipeline
