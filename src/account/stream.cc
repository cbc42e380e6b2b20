#include "account/stream.h"

#include <fmt/format.h>

#include <string_view>

#include "base/error.h"
#include "database/database.h"
#include "feed/manifest.h"

namespace wrapfeed::account {

extern const std::string_view k_streams_sql;  // made by CMake of sql/export_history/streams.sql

namespace {

namespace fs = std::filesystem;
using Rows = database::Database::Result;

void check_feed(const fs::path& feed, std::int64_t user) {
  const feed::FeedOptions options = feed::read_manifest(feed).options;
  if (options.format != feed::Format::Avro)
    base::fail("{}: a feed of --format {}; export-history reads those of --format avro", feed.string(),
               feed::format_name(options.format));
  if (user < options.only_users_begin || user >= options.only_users_end)
    base::fail("{}: has no user {}, but those from {} to {}", feed.string(), user, options.only_users_begin,
               options.only_users_end - 1);
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

std::vector<Stream> read_streams(const fs::path& feed, std::int64_t user) {
  check_feed(feed, user);
  database::Database database({.memory_limit = "1GiB"});
  for (const char* table : {"event", "track"})
    database.run(
        fmt::format("create view {}s as from read_avro({})", table, database::sql_literal((feed / table).string())));
  database.run(fmt::format("create table parameters as select {} as user_id", user));
  const Rows rows = database.query(std::string(k_streams_sql));
  std::vector<Stream> streams;
  for (std::size_t row = 0; row < rows.rows(); ++row) streams.push_back(stream_at(rows, row));
  if (streams.empty()) base::fail("{}: user {} has no stream to export", feed.string(), user);
  return streams;
}

}  // namespace wrapfeed::account
