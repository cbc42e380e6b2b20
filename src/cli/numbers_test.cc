#include "cli/numbers.h"

#include <gtest/gtest.h>

namespace wrapfeed::cli {
namespace {

TEST(Numbers, Grouped) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(1'234'567'890), "1,234,567,890");
  EXPECT_EQ(grouped(-123), "-123");
  EXPECT_EQ(grouped(-1234), "-1,234");
}

TEST(Numbers, FileSize) {
  EXPECT_EQ(file_size(0), "0 B");
  EXPECT_EQ(file_size(999), "999 B");
  EXPECT_EQ(file_size(1'234'567), "1.2 MB");
  EXPECT_EQ(file_size(999'960), "1.0 MB");
}

TEST(Numbers, ClockTime) {
  EXPECT_EQ(clock_time(0.2), "0:00");
  EXPECT_EQ(clock_time(75), "1:15");
  EXPECT_EQ(clock_time(3675), "1:01:15");
}

}  // namespace
}  // namespace wrapfeed::cli
