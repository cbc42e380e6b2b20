#pragma once

#include <cstdint>

#include "base/time.h"
#include "base/zone.h"
#include "events/event.h"
#include "random/draws.h"
#include "simulation/context.h"
#include "simulation/library.h"
#include "users/profile.h"

namespace wrapfeed::simulation {

// What all streams of a session share.
struct Session {
  std::int64_t user = 0;
  std::int64_t id = 0;
  base::Millis begin = 0;  // UTC
  base::Millis end = 0;    // when the listener's time is up; the first play may run over it
  bool single = false;
  events::Platform platform = events::Platform::Unknown;
  bool offline = false;
  bool private_session = false;
  base::Millis reconnect_after = 0;  // offline: how long after its last event the device is connected again
  const base::Zone* zone = nullptr;  // where the listener is
  base::Zone::Interval clock{};      // the zone's offset when it begins, and how long that holds
  events::Country country = {'Z', 'Z'};
  Context context;
  double log_intensity = 0;  // of the day

  std::int16_t offset_minutes(base::Millis utc) const {
    const bool holds = utc >= clock.begin && utc < clock.end;
    return static_cast<std::int16_t>(holds ? clock.offset_minutes : zone->offset_minutes(utc));
  }
  base::Millis to_local(base::Millis utc) const { return utc + offset_minutes(utc) * base::kMinute; }
};

// Draws what does not depend on the day's plan: device, flags and what the session is begun from.
Session draw_session(const users::Profile& profile, const Library& library, std::int64_t id, base::Millis begin,
                     random::Draws& draws);

}  // namespace wrapfeed::simulation
