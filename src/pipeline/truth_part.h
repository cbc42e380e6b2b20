#pragma once

#include <cstdint>
#include <span>

#include "answers/listening.h"
#include "catalog/catalog.h"
#include "events/event.h"
#include "feed/manifest.h"
#include "feed/part_writer.h"
#include "simulation/truth.h"
#include "users/profile.h"

namespace wrapfeed::pipeline {

using feed::FilesByTable;

// The truth of one range of users: a part of each truth table, by user and time whatever the feed's layout, for what
// begins within the feed's window; and the answer key, counted from the events within it. One thread.
class TruthPart {
 public:
  TruthPart(const feed::PartOptions& options, const feed::FeedOptions& feed, const catalog::Catalog& catalog,
            std::uint32_t part);

  void add_user(const users::Profile& profile, std::string_view edge_case = {});
  // The session's events, from its first play on, and the trace that they came with.
  void add_session(std::int64_t user, std::span<const events::Event> events, const simulation::SessionTrace& trace);

  void finish(FilesByTable& files);

 private:
  bool is_inside(const events::Event& event) const { return event.event_time >= begin_ && event.event_time < end_; }

  void add_answers();  // of the user whose events have been added

  const catalog::Catalog& catalog_;
  base::Millis begin_;
  base::Millis end_;
  feed::PartWriter users_;
  feed::PartWriter sessions_;
  feed::PartWriter streams_;
  feed::PartWriter wrapped_;
  answers::Listening listening_;
  bool any_user_ = false;
};

}  // namespace wrapfeed::pipeline
