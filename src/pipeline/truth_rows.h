#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "answers/listening.h"
#include "avro/bytes.h"
#include "catalog/catalog.h"
#include "events/event.h"
#include "feed/options.h"
#include "simulation/truth.h"
#include "users/profile.h"

namespace wrapfeed::pipeline {

// The truth of some users, encoded: rows of each truth table, by user and time whatever the feed's layout, for what
// begins within the feed's window; and the answer key, counted from the events within it. One thread.
class TruthRows {
 public:
  TruthRows(const feed::FeedOptions& feed, const catalog::Catalog& catalog);

  void clear();
  void add_user(const users::Profile& profile, std::string_view edge_case = {});
  // The session's events, from its first play on, and the trace that they came with.
  void add_session(std::int64_t user, std::span<const events::Event> events, const simulation::SessionTrace& trace);
  void end();  // of the last user

  struct Rows {
    avro::Bytes bytes;
    std::int64_t count = 0;
  };
  const Rows& users() const { return users_; }
  const Rows& sessions() const { return sessions_; }
  const Rows& streams() const { return streams_; }
  const Rows& wrapped() const { return wrapped_; }

 private:
  bool is_inside(const events::Event& event) const { return event.event_time >= begin_ && event.event_time < end_; }
  void add_answers();  // of the user whose events have been added

  const catalog::Catalog& catalog_;
  base::Millis begin_;
  base::Millis end_;
  Rows users_;
  Rows sessions_;
  Rows streams_;
  Rows wrapped_;
  answers::Listening listening_;
  bool any_user_ = false;
};

}  // namespace wrapfeed::pipeline
