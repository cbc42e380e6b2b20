#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "base/error.h"
#include "database/database.h"

namespace wrapfeed::database {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

TEST(Stream, GivesEveryRowInOrder) {
  Database database;
  std::int64_t expected = 0;
  std::size_t calls = 0;
  database.stream("select range as n, (range % 7)::integer as k from range(100000) order by n",
                  [&](const Database::Chunk& chunk) {
                    ++calls;
                    const auto numbers = chunk.bigints(0);
                    const auto rests = chunk.integers(1);
                    ASSERT_EQ(numbers.size(), chunk.rows());
                    for (std::size_t i = 0; i < chunk.rows(); ++i, ++expected) {
                      ASSERT_EQ(numbers[i], expected);
                      ASSERT_EQ(rests[i], expected % 7);
                    }
                  });
  EXPECT_EQ(expected, 100'000);
  EXPECT_GT(calls, 1U);  // not all at once
  database.run("create table after_it as select 1");
}

TEST(Stream, FailsWithTheFirstLine) {
  Database database;
  const auto nothing = [](const Database::Chunk&) {};
  EXPECT_THAT([&] { database.stream("select * from nowhere", nothing); },
              ThrowsMessage<base::Error>(HasSubstr("nowhere does not exist")));
  EXPECT_THAT(
      [&] {
        database.stream("select (case when range = 90000 then 'x' else '1' end)::int from range(100000)", nothing);
      },
      ThrowsMessage<base::Error>(HasSubstr("Could not convert")));
}

TEST(Stream, MayBeLeftInTheMiddle) {
  Database database;
  EXPECT_THROW(
      database.stream("select range from range(100000)", [](const Database::Chunk&) { throw base::Error("enough"); }),
      base::Error);
  EXPECT_EQ(database.query("select 7").integer(0, 0), 7);
}

TEST(Database, SpillsIntoItsOwnFolderAndRemovesIt) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "wrapfeed-test-spill";
  bool spilled = false;
  {
    Database database({.threads = 1, .memory_limit = "100MB", .temporary_folder = folder.string()});
    database.stream("select range, hash(range)::text || repeat('x', 100) as t from range(2000000) order by t",
                    [&](const Database::Chunk&) { spilled = spilled || std::filesystem::exists(folder); });
  }
  EXPECT_TRUE(spilled);
  EXPECT_FALSE(std::filesystem::exists(folder));
}

}  // namespace
}  // namespace wrapfeed::database
