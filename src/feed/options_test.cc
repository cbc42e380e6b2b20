#include "feed/options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"

namespace wrapfeed::feed {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string error_of(const FeedOptions& options) {
  try {
    options.validate();
  } catch (const base::Error& error) {
    return error.what();
  }
  return "";
}

TEST(FeedOptions, DefaultsAreValid) { EXPECT_EQ(error_of(FeedOptions{}), ""); }

TEST(FeedOptions, EveryWrongValueIsNamedWithItsFlag) {
  FeedOptions options;
  options.users = 0;
  EXPECT_EQ(error_of(options), "--users 0: takes a whole number from 1 to 1000000000");
  options = {};
  options.to = options.from;
  EXPECT_EQ(error_of(options), "--to 2025-01-01: takes a date after --from 2025-01-01");
  options = {};
  options.to = options.from + kMaxDays + 1;
  EXPECT_THAT(error_of(options), StartsWith("--to "));
  options = {};
  options.from = base::days_from_civil(1999, 12, 31);
  EXPECT_THAT(error_of(options), StartsWith("--from 1999-12-31"));
  options = {};
  options.only_users_end = 1001;
  EXPECT_THAT(error_of(options), StartsWith("--only-users 0:1001"));
  options = {};
  options.only_users_begin = options.only_users_end;
  EXPECT_THAT(error_of(options), StartsWith("--only-users 1000:1000"));
  options = {};
  options.only_from = options.from - 1;
  EXPECT_THAT(error_of(options), StartsWith("--only-from 2024-12-31"));
  options = {};
  options.only_to = options.to + 1;
  EXPECT_THAT(error_of(options), StartsWith("--only-to 2026-01-02"));
  options = {};
  options.block_size_kib = 0;
  EXPECT_THAT(error_of(options), HasSubstr("--block-size 0"));
}

TEST(FeedOptions, UserRangesParseStrictly) {
  const auto range = parse_user_range("100:2500");
  ASSERT_TRUE(range);
  EXPECT_EQ(range->begin, 100);
  EXPECT_EQ(range->end, 2500);
  for (const char* text :
       {"", ":", "5", "5:", ":5", "5:6 ", " 5:6", "5:6x", "5x:6", "5-6", "5:6:7", "+5:6", "5:99999999999999999999"})
    EXPECT_FALSE(parse_user_range(text)) << text;
}

TEST(FeedOptions, NamesParseBack) {
  for (const Layout layout : {Layout::User, Layout::Day}) EXPECT_EQ(parse_layout(layout_name(layout)), layout);
  for (const Format format : {Format::Avro, Format::Parquet, Format::Csv, Format::Json})
    EXPECT_EQ(parse_format(format_name(format)), format);
  EXPECT_THROW(parse_layout("week"), base::Error);
  EXPECT_THROW(parse_format("orc"), base::Error);
}

}  // namespace
}  // namespace wrapfeed::feed
