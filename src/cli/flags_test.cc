#include "cli/flags.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>

#include "base/file.h"
#include "cli/generate_flags.h"
#include "cli/usage_error.h"

namespace wrapfeed::cli {
namespace {

using ::testing::HasSubstr;

GenerateRequest parse(const std::string& arguments) {
  CLI::App app("test", "generate");
  Flags flags(app);
  GenerateRequest request;
  add_generate_flags(flags, request);
  app.parse(arguments);
  flags.apply();
  finish(flags, request);
  return request;
}

std::string usage_error(const std::string& arguments) {
  try {
    parse(arguments);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "";
}

TEST(GenerateFlags, DefaultsAreThoseOfTheContract) {
  const GenerateRequest request = parse("");
  const feed::FeedOptions& feed = request.options.feed;
  EXPECT_EQ(feed.users, 1000);
  EXPECT_EQ(base::format_date(feed.from), "2025-01-01");
  EXPECT_EQ(base::format_date(feed.to), "2026-01-01");
  EXPECT_EQ(feed.seed, 1U);
  EXPECT_EQ(feed.tracks, 100'000U);
  EXPECT_EQ(feed.artists, 20'000U);
  EXPECT_EQ(base::format_date(feed.releases_to), "2026-12-31");
  EXPECT_EQ(feed.codec, avro::Codec::Deflate);
  EXPECT_EQ(feed.only_users_end, 1000);
  EXPECT_EQ(feed.only_to, feed.to);
  EXPECT_EQ(request.out, "feed");
  EXPECT_GE(request.options.threads, 1U);
}

TEST(GenerateFlags, WindowFollowsTheFeedUnlessGiven) {
  const GenerateRequest whole = parse("--users 50 --from 2025-02-01 --to 2025-03-01");
  EXPECT_EQ(whole.options.feed.only_users_end, 50);
  EXPECT_EQ(base::format_date(whole.options.feed.only_from), "2025-02-01");
  const GenerateRequest window = parse("--only-users 100:110 --only-from 2025-03-01 --only-to 2025-04-01");
  EXPECT_EQ(window.options.feed.only_users_begin, 100);
  EXPECT_EQ(window.options.feed.only_users_end, 110);
  EXPECT_EQ(base::format_date(window.options.feed.only_to), "2025-04-01");
}

TEST(GenerateFlags, EveryWrongValueIsAnsweredWithFlagValueAndWhatItTakes) {
  EXPECT_EQ(usage_error("--users 0"), "--users \"0\": takes a whole number from 1 to 1000000000");
  EXPECT_EQ(usage_error("--users ten"), "--users \"ten\": takes a whole number from 1 to 1000000000");
  EXPECT_THAT(usage_error("--users 10x"), HasSubstr("--users"));
  EXPECT_EQ(usage_error("--codec brotli"), "--codec \"brotli\": takes one of null, deflate, snappy, zstandard");
  EXPECT_THAT(usage_error("--from 2025-02-30"), HasSubstr("--from \"2025-02-30\": takes a date"));
  EXPECT_EQ(usage_error("--to 2024-06-01"), "--to 2024-06-01: takes a date after --from 2025-01-01");
  EXPECT_THAT(usage_error("--only-users 5"), HasSubstr("takes A:B"));
  EXPECT_THAT(usage_error("--only-users 5:1001"), HasSubstr("<= 1000 (--users)"));
  EXPECT_THAT(usage_error("--threads 0"), HasSubstr("from 1 to 1024"));
  EXPECT_THAT(usage_error("--tracks 10 --artists 20"), HasSubstr("--artists 20: takes a whole number from 1 to 10"));
  EXPECT_THAT(usage_error("--catalog x --tracks 10"), HasSubstr("--tracks: describes the synthetic catalog"));
  EXPECT_THAT(usage_error("--seed -1"), HasSubstr("--seed \"-1\""));
}

class ConfigFile : public ::testing::Test {
 protected:
  std::string with(const std::string& text) {
    base::write_whole(path_, text);
    return "--config " + path_.string();
  }
  void TearDown() override { std::filesystem::remove(path_); }

 private:
  std::filesystem::path path_ =
      std::filesystem::temp_directory_path() / ::testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_F(ConfigFile, GivesFlagsByName) {
  const std::string config = with("users = 20\nlayout = \"day\"\nforce = true\nfrom = \"2025-03-01\"\n# a comment\n");
  const GenerateRequest request = parse(config);
  EXPECT_EQ(request.options.feed.users, 20);
  EXPECT_EQ(request.options.feed.layout, feed::Layout::Day);
  EXPECT_TRUE(request.force);
  EXPECT_EQ(base::format_date(request.options.feed.only_from), "2025-03-01");
}

TEST_F(ConfigFile, CommandLineWins) { EXPECT_EQ(parse(with("users = 20\n") + " --users 30").options.feed.users, 30); }

TEST_F(ConfigFile, UnknownKeysAndWrongValuesAreErrors) {
  EXPECT_THAT(usage_error(with("usres = 20\n")), HasSubstr("\"usres\" is no flag of generate"));
  EXPECT_THAT(usage_error(with("[generate]\nusers = 20\n")), HasSubstr("is no flag"));
  EXPECT_EQ(usage_error(with("users = 0\n")), "--users \"0\": takes a whole number from 1 to 1000000000");
  EXPECT_THAT(usage_error(with("force = 7\n")), HasSubstr("--force \"7\": takes true or false"));
}

}  // namespace
}  // namespace wrapfeed::cli
