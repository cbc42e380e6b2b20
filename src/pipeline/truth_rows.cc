#include "pipeline/truth_rows.h"

#include "base/check.h"
#include "pipeline/encode_answers.h"
#include "pipeline/encode_truth.h"

namespace wrapfeed::pipeline {

TruthRows::TruthRows(const feed::FeedOptions& feed, const catalog::Catalog& catalog)
    : catalog_(catalog), begin_(feed.only_from * base::kDay), end_(feed.only_to * base::kDay), listening_(catalog) {}

void TruthRows::clear() {
  for (Rows* rows : {&users_, &sessions_, &streams_, &wrapped_}) {
    rows->bytes.clear();
    rows->count = 0;
  }
  any_user_ = false;
}

void TruthRows::add_user(const users::Profile& profile, std::string_view edge_case) {
  encode_truth(profile.row.user_id, profile.traits, users_.bytes, edge_case);
  ++users_.count;
  add_answers();
  listening_.begin(profile.row);
  any_user_ = true;
}

void TruthRows::end() { add_answers(); }

void TruthRows::add_answers() {
  if (!any_user_) return;
  const int last = base::civil_from_days(base::day_of(end_ - 1)).year;
  for (int year = base::civil_from_days(base::day_of(begin_)).year; year <= last; ++year) {
    encode_answers(listening_.of_year(year), catalog_, wrapped_.bytes);
    ++wrapped_.count;
  }
}

void TruthRows::add_session(std::int64_t user, std::span<const events::Event> events,
                            const simulation::SessionTrace& trace) {
  if (is_inside(events.front())) {
    encode_truth(user, trace.session, sessions_.bytes);
    ++sessions_.count;
  }
  auto stream = trace.streams.begin();
  for (const events::Event& event : events) {
    if (is_inside(event)) listening_.add(event);
    if (event.type != events::EventType::Play) continue;
    CHECK(stream != trace.streams.end() && stream->stream_id == event.stream_id);
    if (is_inside(event)) {
      encode_truth(user, *stream, streams_.bytes);
      ++streams_.count;
    }
    ++stream;
  }
  CHECK(stream == trace.streams.end());
}

}  // namespace wrapfeed::pipeline
