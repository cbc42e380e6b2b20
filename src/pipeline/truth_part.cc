#include "pipeline/truth_part.h"

#include <fmt/format.h>

#include "avro/tables.h"
#include "base/check.h"
#include "feed/layout.h"
#include "pipeline/encode_answers.h"
#include "pipeline/encode_truth.h"

namespace wrapfeed::pipeline {

namespace {

std::string path_of(std::string_view table, std::uint32_t part) {
  return feed::part_path(fmt::format("{}/{}", feed::kTruthName, table), part, feed::Format::Avro);
}

}  // namespace

TruthPart::TruthPart(const feed::PartOptions& options, const feed::FeedOptions& feed, const catalog::Catalog& catalog,
                     std::uint32_t part)
    : catalog_(catalog),
      begin_(feed.only_from * base::kDay),
      end_(feed.only_to * base::kDay),
      users_(options, path_of("user", part), avro::truth_user_table().schema_json),
      sessions_(options, path_of("session", part), avro::truth_session_table().schema_json),
      streams_(options, path_of("stream", part), avro::truth_stream_table().schema_json),
      wrapped_(options, path_of("wrapped", part), avro::truth_wrapped_table().schema_json),
      listening_(catalog) {}

void TruthPart::add_user(const users::Profile& profile, std::string_view edge_case) {
  encode_truth(profile.row.user_id, profile.traits, users_.buffer(), edge_case);
  users_.end_record();
  add_answers();
  listening_.begin(profile.row);
  any_user_ = true;
}

void TruthPart::add_answers() {
  if (!any_user_) return;
  const int last = base::civil_from_days(base::day_of(end_ - 1)).year;
  for (int year = base::civil_from_days(base::day_of(begin_)).year; year <= last; ++year) {
    encode_answers(listening_.of_year(year), catalog_, wrapped_.buffer());
    wrapped_.end_record();
  }
}

void TruthPart::add_session(std::int64_t user, std::span<const events::Event> events,
                            const simulation::SessionTrace& trace) {
  if (is_inside(events.front())) {
    encode_truth(user, trace.session, sessions_.buffer());
    sessions_.end_record();
  }
  auto stream = trace.streams.begin();
  for (const events::Event& event : events) {
    if (is_inside(event)) listening_.add(event);
    if (event.type != events::EventType::Play) continue;
    CHECK(stream != trace.streams.end() && stream->stream_id == event.stream_id);
    if (is_inside(event)) {
      encode_truth(user, *stream, streams_.buffer());
      streams_.end_record();
    }
    ++stream;
  }
  CHECK(stream == trace.streams.end());
}

void TruthPart::finish(FilesByTable& files) {
  add_answers();
  files["truth/user"].push_back(users_.finish());
  files["truth/session"].push_back(sessions_.finish());
  files["truth/stream"].push_back(streams_.finish());
  files["truth/wrapped"].push_back(wrapped_.finish());
}

}  // namespace wrapfeed::pipeline
