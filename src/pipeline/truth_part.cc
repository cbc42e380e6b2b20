#include "pipeline/truth_part.h"

#include <fmt/format.h>

#include "avro/tables.h"
#include "feed/layout.h"

namespace wrapfeed::pipeline {

namespace {

std::string path_of(std::string_view table, std::uint32_t part) {
  return feed::part_path(fmt::format("{}/{}", feed::kTruthName, table), part, feed::Format::Avro);
}

void append_to(feed::PartWriter& part, const TruthRows::Rows& rows) { part.append(rows.bytes, rows.count); }

}  // namespace

TruthPart::TruthPart(const feed::PartOptions& options, std::uint32_t part)
    : users_(options, path_of("user", part), avro::truth_user_table().schema_json),
      sessions_(options, path_of("session", part), avro::truth_session_table().schema_json),
      streams_(options, path_of("stream", part), avro::truth_stream_table().schema_json),
      wrapped_(options, path_of("wrapped", part), avro::truth_wrapped_table().schema_json) {}

void TruthPart::append(const TruthRows& rows) {
  append_to(users_, rows.users());
  append_to(sessions_, rows.sessions());
  append_to(streams_, rows.streams());
  append_to(wrapped_, rows.wrapped());
}

void TruthPart::finish(feed::FilesByTable& files) {
  files["truth/user"].push_back(users_.finish());
  files["truth/session"].push_back(sessions_.finish());
  files["truth/stream"].push_back(streams_.finish());
  files["truth/wrapped"].push_back(wrapped_.finish());
}

}  // namespace wrapfeed::pipeline
