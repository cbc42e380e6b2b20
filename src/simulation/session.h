#pragma once

#include <cstdint>

#include "base/time.h"
#include "base/zone.h"
#include "events/event.h"
#include "random/draws.h"
#include "users/profile.h"

namespace wrapfeed::simulation {

// What all streams of a session share.
struct Session {
  std::int64_t id = 0;
  base::Millis begin = 0;  // UTC
  base::Millis end = 0;    // when the listener's time is up; the first play may run over it
  bool single = false;
  base::Days released_by = 0;  // both the local and the UTC date have reached it: tracks up to it are out
  events::Platform platform = events::Platform::Unknown;
  bool shuffle = false;
  bool offline = false;
  bool private_session = false;
  base::Millis reconnect_after = 0;  // offline: how long after its last event the device is connected again
  // Where plays come from that are not the listener's own songs, nor an album or artist run.
  events::Source repeats = events::Source::Unknown;
  events::Source known_artists = events::Source::Unknown;
  events::Source discoveries = events::Source::Unknown;
};

// Draws what does not depend on the day's plan: device, flags and sources.
Session draw_session(const users::Profile& profile, std::int64_t id, base::Millis begin, random::Draws& draws);

}  // namespace wrapfeed::simulation
