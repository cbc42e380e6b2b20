#include "database/appender.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"

namespace wrapfeed::database {
namespace {

using testing::ThrowsMessage;

TEST(Appender, AddsRowsBetweenOtherStatements) {
  Database database;
  database.run("create table t (n bigint, text varchar)");
  Appender rows(database, "memory", "t");
  for (std::int64_t n = 0; n < 3000; ++n) {
    rows.add(n);
    rows.add("it's \"" + std::to_string(n));
    rows.end_row();
    EXPECT_EQ(database.query("select 7").integer(0, 0), 7);
  }
  rows.finish();
  const auto result = database.query("select count(*), sum(n), max(text) filter (n = 2999) from t");
  EXPECT_EQ(result.integer(0, 0), 3000);
  EXPECT_EQ(result.integer(0, 1), 2999 * 3000 / 2);
  EXPECT_EQ(result.text(0, 2), "it's \"2999");
}

TEST(Appender, RefusesWhatDoesNotFit) {
  Database database;
  database.run("create table t (n bigint)");
  EXPECT_THAT([&] { Appender(database, "memory", "nowhere"); },
              ThrowsMessage<base::Error>(testing::HasSubstr("nowhere")));
  Appender rows(database, "memory", "t");
  rows.add(1);
  EXPECT_THROW(rows.add("one too many"), base::Error);
}

}  // namespace
}  // namespace wrapfeed::database
