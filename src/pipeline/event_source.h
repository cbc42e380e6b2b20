#pragma once

#include <atomic>
#include <cstdint>
#include <vector>

#include "avro/bytes.h"
#include "base/time.h"
#include "events/event.h"
#include "feed/options.h"
#include "pipeline/interrupted.h"
#include "pipeline/session_encoder.h"
#include "pipeline/truth_rows.h"
#include "simulation/listener.h"
#include "users/profile.h"

namespace wrapfeed::pipeline {

// The encoded events of one user after the other that fall into the feed's window, rising in time. A listener is always
// simulated from the feed's first day, so a window has the rows that the whole feed has there; what lies at or after
// its end is cut off, in the middle of a stream too. One thread.
class EventSource {
 public:
  EventSource(const simulation::World& world, const users::Population& population, const feed::FeedOptions& options,
              const std::atomic<bool>& stop)
      : listener_(world),
        encoder_(world.catalog, listener_),
        population_(population),
        stop_(stop),
        begin_(options.only_from * base::kDay),
        end_(options.only_to * base::kDay) {}

  // Session by session: appends records to sink.buffer(), each where sink.ended(event_time, end) of the one before
  // told, and calls sink.session_ended(encoded) behind the last. Writes the truth of them where it is wanted (not
  // null). Interrupted if stopped.
  template <typename Sink>
  void each_session(std::int64_t user, TruthRows* truth, Sink sink) {
    const users::Profile profile = population_.profile(user);
    simulation::SessionTrace* const trace = truth ? &trace_ : nullptr;
    listener_.begin(profile);
    if (truth) truth->add_user(profile);
    while (listener_.next_session(end_, played_, trace)) {
      check_stop(stop_);
      if (truth) add_truth(user, *truth);
      sink.session_ended(
          encoder_.encode(played_, begin_, end_, sink.buffer(),
                          [&sink](base::Millis event_time, std::byte* end) { return sink.ended(event_time, end); }));
    }
  }

 private:
  void add_truth(std::int64_t user, TruthRows& truth) {
    rows_.clear();
    simulation::EventWriter(listener_.known(), listener_.library()).write(played_, rows_);
    truth.add_session(user, rows_, trace_);
  }

  simulation::Listener listener_;
  SessionEncoder encoder_;
  const users::Population& population_;
  const std::atomic<bool>& stop_;
  base::Millis begin_;
  base::Millis end_;
  simulation::PlayedSession played_;
  simulation::SessionTrace trace_;
  std::vector<events::Event> rows_;  // for the truth
};

}  // namespace wrapfeed::pipeline
