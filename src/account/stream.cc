#include "account/stream.h"

#include <fmt/format.h>

#include <string_view>

#include "avro/tables.h"
#include "base/error.h"
#include "database/database.h"
#include "feed/readable_feed.h"

namespace wrapfeed::account {

extern const std::string_view k_streams_sql;  // made by CMake of sql/export_history/streams.sql

namespace {

namespace fs = std::filesystem;
using Rows = database::Database::Result;

void open_tables(database::Database& database, const feed::ReadableFeed& feed, std::int64_t user) {
  const bool by_day = feed.manifest().options.layout == feed::Layout::Day;
  const avro::Table& event = avro::event_table();
  const fs::path events = by_day ? feed.folder_of(event) : feed.part_of(event, user);
  database.run(fmt::format("create view events as from read_avro({}{})", database::sql_literal(events.string()),
                           by_day ? "" : fmt::format(", rising := 'user_id', value := {}", user)));
  database.run(fmt::format("create view tracks as from read_avro({})",
                           database::sql_literal(feed.folder_of(avro::track_table()).string())));
  database.run(fmt::format("create table parameters as select {} as user_id", user));
}

Stream stream_at(const Rows& rows, std::size_t row) {
  Stream stream;
  std::size_t column = 0;
  stream.ended = rows.integer(row, column++);
  const std::size_t began = column++;
  stream.ms_played = rows.integer(row, column++);
  stream.began = rows.is_null(row, began) ? stream.ended - stream.ms_played : rows.integer(row, began);
  for (std::string* text : {&stream.track_id, &stream.track, &stream.artist, &stream.album, &stream.reason_start,
                            &stream.reason_end, &stream.platform, &stream.country})
    *text = rows.text(row, column++);
  for (bool* flag : {&stream.shuffle, &stream.offline, &stream.private_session})
    *flag = rows.integer(row, column++) != 0;
  return stream;
}

}  // namespace

std::vector<Stream> read_streams(const fs::path& path, std::int64_t user) {
  const feed::ReadableFeed feed(path, "export-history");
  feed::expect_user(path, feed.manifest(), user);
  database::Database database({.memory_limit = "1GiB"});
  open_tables(database, feed, user);
  const Rows rows = database.query(std::string(k_streams_sql));
  std::vector<Stream> streams;
  for (std::size_t row = 0; row < rows.rows(); ++row) streams.push_back(stream_at(rows, row));
  if (streams.empty()) base::fail("{}: user {} has no stream to export", path.string(), user);
  return streams;
}

}  // namespace wrapfeed::account
