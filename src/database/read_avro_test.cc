#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <fstream>

#include "avro/appender.h"
#include "avro/container_writer.h"
#include "avro/encode.h"
#include "avro/tables.h"
#include "base/error.h"
#include "database/database.h"

namespace wrapfeed::database {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::ThrowsMessage;

class ReadAvroTest : public testing::Test {
 protected:
  ReadAvroTest() {
    std::string name = (fs::temp_directory_path() / "wrapfeed_database_XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  ~ReadAvroTest() override { fs::remove_all(folder_); }

  // Users `first` ... `first + count - 1`; every third has no preferred genre.
  fs::path write_users(const std::string& name, std::int64_t first, std::int64_t count) {
    fs::create_directories((folder_ / name).parent_path());
    avro::Bytes bytes;
    for (std::int64_t id = first; id < first + count; ++id) {
      events::User user;
      user.user_id = id;
      user.name = "User number " + std::to_string(id);
      user.birth_date = static_cast<std::int32_t>(id) - 10;
      user.registered_at = 1'000 * id + 7;
      user.plan = events::Plan::Duo;
      user.latitude = 0.5 * static_cast<double>(id);
      user.habits.peak_hour = static_cast<std::int32_t>(id % 24);
      user.habits.main_platform = events::Platform::WebPlayer;
      if (id % 3 != 0) user.preferred_genres = {{"pop", 0.75}, {"rock", 0.25}};
      avro::encode(user, bytes);
    }
    write_file(name, avro::user_table(), bytes, count);
    return folder_ / name;
  }

  // Every number of 0 ... 9'999 but those that end in 7, thirty rows each, in small blocks of three files.
  void write_rising() {
    fs::create_directories(folder_ / "rising");
    for (int file = 0; file < 3; ++file) {
      avro::ContainerWriter writer(folder_ / "rising" / fmt::format("{}.avro", file), kNumbersSchema, {});
      avro::Bytes block;
      std::int64_t rows = 0;
      for (std::int64_t row = file * 100'000; row < (file + 1) * 100'000; ++row) {
        if (row / 30 % 10 == 7) continue;
        avro::Appender(block).number(row / 30);
        avro::Appender(block).number(row);
        if (++rows % 100 == 0) writer.write_block(std::exchange(block, {}), 100);
      }
      writer.write_block(block, rows % 100);
      writer.finish();
    }
  }

  void write_file(const std::string& name, const avro::Table& table, const avro::Bytes& bytes, std::int64_t count) {
    avro::ContainerWriter writer(folder_ / name, table.schema_json, {.codec = avro::Codec::Zstandard});
    writer.write_block(bytes, count);
    writer.finish();
  }

  static std::string from(const fs::path& path) { return " from read_avro(" + sql_literal(path.string()) + ") "; }

  static constexpr std::string_view kNumbersSchema =
      R"({"type": "record", "name": "R", "fields": [{"name": "n", "type": "long"}, {"name": "row", "type": "long"}]})";
  Database database_{{.threads = 3}};
  fs::path folder_;
};

TEST_F(ReadAvroTest, RowsOfOneNumberInFilesThatRiseByIt) {
  write_rising();
  for (const std::int64_t number : {-1, 0, 1, 27, 28, 3332, 3333, 3334, 6666, 9998, 9999, 10'000}) {
    const std::string source =
        fmt::format("read_avro({}, rising := 'n', value := {})", sql_literal((folder_ / "rising").string()), number);
    const bool there = number >= 0 && number < 10'000 && number % 10 != 7;
    const auto rows = database_.query("select row from " + source + " order by row");
    ASSERT_EQ(rows.rows(), there ? 30U : 0U) << number;
    for (std::size_t i = 0; i < rows.rows(); ++i) EXPECT_EQ(rows.integer(i, 0), number * 30 + static_cast<int>(i));
    EXPECT_EQ(database_.query("select count(*), min(n) from " + source).integer(0, 0), there ? 30 : 0);
  }
  EXPECT_THAT(
      [&] {
        database_.run("from read_avro(" + sql_literal((folder_ / "rising").string()) + ", rising := 'm', value := 1)");
      },
      ThrowsMessage<base::Error>(HasSubstr("no field m of type long")));
}

TEST_F(ReadAvroTest, MapsEveryKindOfValue) {
  const auto row = database_.query(
      "select user_id, name, birth_date, registered_at, plan, latitude, preferred_genres, preferred_genres[2].weight, "
      "habits.peak_hour, habits.main_platform, typeof(birth_date), typeof(registered_at)" +
      from(write_users("u.avro", 1, 5)) + "where user_id = 4");
  ASSERT_EQ(row.rows(), 1U);
  EXPECT_EQ(row.integer(0, 0), 4);
  EXPECT_EQ(row.text(0, 1), "User number 4");
  EXPECT_EQ(row.integer(0, 2), -6);
  EXPECT_EQ(row.integer(0, 3), 4'007);
  EXPECT_EQ(row.text(0, 4), "duo");
  EXPECT_EQ(row.real(0, 5), 2.0);
  EXPECT_EQ(row.text(0, 6), "[{'genre': pop, 'weight': 0.75}, {'genre': rock, 'weight': 0.25}]");
  EXPECT_EQ(row.real(0, 7), 0.25);
  EXPECT_EQ(row.integer(0, 8), 4);
  EXPECT_EQ(row.text(0, 9), "web_player");
  EXPECT_EQ(row.text(0, 10), "DATE");
  EXPECT_EQ(row.text(0, 11), "TIMESTAMP");
}

TEST_F(ReadAvroTest, AWallClockIsATimestamp) {
  avro::Bytes bytes;
  avro::Appender session(bytes);
  for (const std::int64_t id : {1, 2}) session.number(id);
  for (const unsigned symbol : {1U, 6U}) session.symbol(symbol);
  for (const std::int64_t instant : {1'735'689'600'250L, -1L}) session.number(instant);
  session.real(1.0);
  write_file("s.avro", avro::truth_session_table(), bytes, 1);
  const auto row = database_.query("select local_begin::varchar, planned_end::varchar, context, typeof(local_begin)" +
                                   from(folder_ / "s.avro"));
  EXPECT_EQ(row.text(0, 0), "2025-01-01 00:00:00.25");
  EXPECT_EQ(row.text(0, 1), "1969-12-31 23:59:59.999");
  EXPECT_EQ(row.text(0, 2), "radio");
  EXPECT_EQ(row.text(0, 3), "TIMESTAMP");
}

TEST_F(ReadAvroTest, NullsAreNull) {
  events::Event event;
  event.type = events::EventType::Follow;
  event.event_id = 9;
  avro::Bytes bytes;
  avro::EventEncoder({}, {}).encode(event, bytes);
  write_file("e.avro", avro::event_table(), bytes, 1);
  const auto row = database_.query(
      "select event_id, event_type, stream_id, track_id, ms_played, reason, playlist_name" + from(folder_ / "e.avro"));
  EXPECT_EQ(row.integer(0, 0), 9);
  EXPECT_EQ(row.text(0, 1), "follow");
  for (std::size_t column = 2; column < 7; ++column) EXPECT_TRUE(row.is_null(0, column)) << column;
}

TEST_F(ReadAvroTest, ReadsAFolderDeeplyOnSeveralThreads) {
  for (int part = 0; part < 7; ++part) {
    write_users("users/p=" + std::to_string(part % 2) + "/part-" + std::to_string(part), part * 3'000, 3'000);
  }
  std::ofstream(folder_ / "users/_SUCCESS") << "";
  fs::create_directories(folder_ / "users/.hidden");
  std::ofstream(folder_ / "users/.hidden/x.avro") << "not Avro";
  const auto row = database_.query(
      "select count(*), count(distinct user_id), sum(user_id), sum(len(preferred_genres)), "
      "count(*) filter (name <> 'User number ' || user_id)" +
      from(folder_ / "users"));
  EXPECT_EQ(row.integer(0, 0), 21'000);
  EXPECT_EQ(row.integer(0, 1), 21'000);
  EXPECT_EQ(row.integer(0, 2), 20'999LL * 21'000 / 2);
  EXPECT_EQ(row.integer(0, 3), 28'000);
  EXPECT_EQ(row.integer(0, 4), 0);
  EXPECT_EQ(database_.query("select count(*)" + from(folder_ / "users")).integer(0, 0), 21'000);
  EXPECT_EQ(database_.query("from (select *" + from(folder_ / "users") + ") limit 3").rows(), 3U);
}

TEST_F(ReadAvroTest, OneThreadKeepsTheOrderOfTheFiles) {
  for (int part = 0; part < 3; ++part) write_users("users/part-" + std::to_string(part), part * 2'500, 2'500);
  Database database({.threads = 1});
  const auto rows = database.query("select user_id" + from(folder_ / "users"));
  ASSERT_EQ(rows.rows(), 7'500U);
  for (std::size_t i = 0; i < rows.rows(); ++i) ASSERT_EQ(rows.integer(i, 0), static_cast<std::int64_t>(i));
}

TEST_F(ReadAvroTest, CopiesToOtherFormats) {
  const fs::path parquet = folder_ / "u.parquet";
  database_.run("copy (select *" + from(write_users("u.avro", 0, 10)) + ") to " + sql_literal(parquet.string()) +
                " (format parquet)");
  const auto row = database_.query("select count(*), max(habits.peak_hour) from " + sql_literal(parquet.string()));
  EXPECT_EQ(row.integer(0, 0), 10);
  EXPECT_EQ(row.integer(0, 1), 9);
}

TEST_F(ReadAvroTest, ErrorsNameTheFile) {
  const auto read = [&](const fs::path& path) { database_.query("select *" + from(path)); };
  EXPECT_THAT([&] { read(folder_ / "none.avro"); },
              ThrowsMessage<base::Error>(HasSubstr("none.avro: no such file or folder")));
  EXPECT_THAT([&] { read(folder_); }, ThrowsMessage<base::Error>(HasSubstr("the folder has no Avro file")));
  std::ofstream(folder_ / "text.avro") << "hello, this is text";
  EXPECT_THAT([&] { read(folder_ / "text.avro"); }, ThrowsMessage<base::Error>(HasSubstr("text.avro")));
  EXPECT_THROW(database_.query("select * from read_avro(null)"), base::Error);
}

TEST_F(ReadAvroTest, ATruncatedFileIsAnErrorInTheMiddle) {
  const fs::path path = write_users("users/part-0", 0, 5'000);
  write_users("users/part-1", 5'000, 5'000);
  fs::resize_file(path, fs::file_size(path) - 100);
  EXPECT_THAT([&] { database_.query("select sum(user_id)" + from(folder_ / "users")); },
              ThrowsMessage<base::Error>(HasSubstr("part-0")));
}

}  // namespace
}  // namespace wrapfeed::database
