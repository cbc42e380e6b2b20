#pragma once

#include <atomic>
#include <cstdint>
#include <vector>

#include "base/time.h"
#include "events/event.h"
#include "feed/options.h"
#include "pipeline/interrupted.h"
#include "pipeline/truth_part.h"
#include "simulation/listener.h"
#include "users/profile.h"

namespace wrapfeed::pipeline {

// The events of one user after the other that fall into the feed's window, rising in time. A listener is always
// simulated from the feed's first day, so a window has the rows that the whole feed has there; what lies at or after
// its end is cut off, in the middle of a stream too. One thread.
class EventSource {
 public:
  EventSource(const simulation::World& world, const users::Population& population, const feed::FeedOptions& options,
              const std::atomic<bool>& stop)
      : listener_(world),
        population_(population),
        stop_(stop),
        begin_(options.only_from * base::kDay),
        end_(options.only_to * base::kDay) {}

  // Calls take(event) for each; returns how many there were. Writes the truth of them where it is wanted (not null).
  // Interrupted if stopped.
  template <typename Take>
  std::int64_t each_event(std::int64_t user, TruthPart* truth, Take take) {
    const users::Profile profile = population_.profile(user);
    std::int64_t taken = 0;
    simulation::SessionTrace* const trace = truth ? &trace_ : nullptr;
    listener_.begin(profile);
    if (truth) truth->add_user(profile);
    for (session_.clear(); listener_.next_session(end_, session_, trace); session_.clear()) {
      check_stop(stop_);
      if (truth) truth->add_session(user, session_, trace_);
      for (const events::Event& event : session_) {
        if (event.event_time < begin_ || event.event_time >= end_) continue;
        take(event);
        ++taken;
      }
    }
    return taken;
  }

 private:
  simulation::Listener listener_;
  const users::Population& population_;
  const std::atomic<bool>& stop_;
  base::Millis begin_;
  base::Millis end_;
  std::vector<events::Event> session_;
  simulation::SessionTrace trace_;
};

}  // namespace wrapfeed::pipeline
