#include "database/database.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <thread>

#include "base/error.h"

namespace wrapfeed::database {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

TEST(Database, AnswersByRowAndColumn) {
  Database database;
  database.run("create table t as select range as n, range * 2.5::double as x from range(5000)");
  const auto result = database.query("select n, x, case when n % 2 = 0 then 'row ' || n end as name from t order by n");
  ASSERT_EQ(result.rows(), 5000U);
  ASSERT_EQ(result.columns(), 3U);
  EXPECT_EQ(result.column_name(2), "name");
  for (std::size_t row = 0; row < 5000; ++row) {
    EXPECT_EQ(result.integer(row, 0), static_cast<std::int64_t>(row));
    EXPECT_EQ(result.real(row, 1), 2.5 * static_cast<double>(row));
    EXPECT_EQ(result.is_null(row, 2), row % 2 == 1);
  }
  EXPECT_EQ(result.text(4998, 2), "row 4998");
}

TEST(Database, TypesBecomeNumbers) {
  Database database;
  const auto result = database.query(
      "select 7::tinyint, true, date '1970-01-03', timestamp '1969-12-31 23:59:59.9995', sum(i), 1.25::decimal(9, 2), "
      "-3.5::float, 12::utinyint from (values (1), (2)) as t(i)");
  EXPECT_EQ(result.integer(0, 0), 7);
  EXPECT_EQ(result.integer(0, 1), 1);
  EXPECT_EQ(result.integer(0, 2), 2);
  EXPECT_EQ(result.integer(0, 3), -1);  // half a millisecond before 1970, rounded down
  EXPECT_EQ(result.integer(0, 4), 3);   // a HUGEINT
  EXPECT_EQ(result.real(0, 5), 1.25);
  EXPECT_EQ(result.real(0, 6), -3.5);
  EXPECT_EQ(result.real(0, 7), 12.0);
}

TEST(Database, OtherTypesArePrintedAsDuckDbDoes) {
  Database database;
  const auto result = database.query(
      "select [1, null, 3], {'a': 'x', 'b': [2.5]}, date '2025-02-28', timestamp '2025-02-28 12:00:00', "
      "-0.75::decimal(4, "
      "2), 'b'::enum('a', 'b'), 1e100::double");
  const std::vector<std::string> printed = {
      "[1, NULL, 3]", "{'a': x, 'b': [2.5]}", "2025-02-28", "2025-02-28 12:00:00", "-0.75", "b", "1e+100"};
  for (std::size_t i = 0; i < printed.size(); ++i) EXPECT_EQ(result.text(0, i), printed[i]);
}

TEST(Database, ErrorsAreTheFirstLine) {
  Database database;
  EXPECT_THAT([&] { database.run("select * from nowhere"); },
              ThrowsMessage<base::Error>("Catalog Error: Table with name nowhere does not exist!"));
  EXPECT_THAT([&] { database.query("select 'x'::int"); }, ThrowsMessage<base::Error>(HasSubstr("Could not convert")));
  EXPECT_THAT([] { Database({.memory_limit = "much"}); }, ThrowsMessage<base::Error>(HasSubstr("much")));
}

TEST(Database, FetchesNoExtension) {
  Database database;
  EXPECT_THROW(database.run("select * from iceberg_scan('x')"), base::Error);
}

TEST(Database, ListFunctionsSeeNullsAndRefuse) {
  Database database;
  database.add_list_function("letters", [](std::string_view text, std::vector<std::string>& items) {
    for (const char c : text) items.emplace_back(1, c);
    return text != "no";
  });
  const auto result = database.query(
      "select letters(t), letters(t)[2] from (values ('abc'), (''), ('no'), (null), ('it''s a long text beyond "
      "twelve')) "
      "as v(t)");
  EXPECT_EQ(result.text(0, 0), "[a, b, c]");
  EXPECT_EQ(result.text(0, 1), "b");
  EXPECT_EQ(result.text(1, 0), "[]");
  EXPECT_TRUE(result.is_null(2, 0));
  EXPECT_TRUE(result.is_null(3, 0));
  EXPECT_EQ(result.text(4, 1), "t");
}

TEST(Database, LiteralsAreQuoted) {
  Database database;
  for (const std::string text : {"it's", "''", "a\nb", "\\", "caf\xC3\xA9; drop table t"}) {
    EXPECT_EQ(database.query("select " + sql_literal(text)).text(0, 0), text);
  }
}

// A file with a table t of one row, 7.
std::filesystem::path file_with_a_seven() {
  const std::string test = testing::UnitTest::GetInstance()->current_test_info()->name();
  std::filesystem::path path = std::filesystem::path(testing::TempDir()) / ("wrapfeed-" + test + ".duckdb");
  std::filesystem::remove(path);
  Database database;
  database.run("attach " + sql_literal(path.string()) + " as f; create table f.t as select 7 as n; detach f");
  return path;
}

TEST(Database, AFileIsOpenToSeveralWhoOnlyRead) {
  const std::filesystem::path path = file_with_a_seven();
  Database one({.file = path.string()});
  Database other({.file = path.string()});
  EXPECT_EQ(one.query("select n from t").integer(0, 0), 7);
  EXPECT_EQ(other.query("select n from t").integer(0, 0), 7);
  EXPECT_THAT([&] { one.run("insert into t values (8)"); }, ThrowsMessage<base::Error>(HasSubstr("read-only")));
  EXPECT_THAT([] { Database({.file = "/nowhere/x.duckdb"}); }, ThrowsMessage<base::Error>(HasSubstr("x.duckdb")));
}

TEST(Database, ConnectionsOutliveEachOther) {
  const std::filesystem::path path = file_with_a_seven();
  auto first = std::make_unique<Database>(DatabaseOptions{.file = path.string()});
  Database second = first->connect();
  first.reset();
  EXPECT_EQ(second.query("select n from t").integer(0, 0), 7);
}

TEST(Database, AStatementIsInterrupted) {
  Database database;
  std::atomic<bool> ended = false;
  std::thread interrupter([&] {  // again and again: the statement may not have begun
    while (!ended) {
      database.interrupt();
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  });
  EXPECT_THAT(
      [&] { database.run("select count(*) from range(1000000000) a, range(1000000) b where a.range = -b.range"); },
      ThrowsMessage<base::Error>(HasSubstr("Interrupt")));
  ended = true;
  interrupter.join();
  EXPECT_EQ(database.query("select 7").integer(0, 0), 7);
}

}  // namespace
}  // namespace wrapfeed::database
