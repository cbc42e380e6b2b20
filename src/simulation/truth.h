#pragma once

#include <cstdint>
#include <vector>

#include "base/time.h"
#include "events/event.h"
#include "simulation/cause.h"

namespace wrapfeed::simulation {

// What a listener is about: moving on until something pleases, or letting it play.
enum class Intent : std::uint8_t { Browsing, LeaningBack };

// Why a session was as it was. Nothing of it stands in the feed.
struct SessionTruth {
  std::int64_t session_id = 0;
  Intent intent = Intent::LeaningBack;               // at its first play
  events::Source context = events::Source::Unknown;  // what it was begun from
  base::Millis local_begin = 0;                      // wall clock, ms since 1970
  base::Millis planned_end = 0;                      // when the listener's time is up, ms since 1970, UTC
  double intensity = 1;                              // of its day, 1 = the listener's ordinary one
};

// Why a track was played and skipped or not.
struct StreamTruth {
  std::int64_t stream_id = 0;
  std::int64_t session_id = 0;
  Cause cause = Cause::Discovery;
  std::int32_t distance = -1;      // plays back of the one that was copied, 1 = the last one; -1: nothing was copied
  std::uint32_t plays_before = 0;  // of this track by this listener, those before the feed begins included
  std::uint32_t place = 0;         // in the session, 0 = first
  Intent state = Intent::LeaningBack;
  base::Millis local_start = 0;  // wall clock, ms since 1970
};

// The truth of one session.
struct SessionTrace {
  SessionTruth session;
  std::vector<StreamTruth> streams;  // by time
};

}  // namespace wrapfeed::simulation
