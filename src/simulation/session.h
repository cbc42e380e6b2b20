#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/time.h"
#include "base/zone.h"
#include "events/event.h"
#include "random/words_ahead.h"
#include "simulation/context.h"
#include "simulation/library.h"
#include "simulation/threshold.h"
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

// How one listener's sessions begin: on which device and from what. Made once a user; a session is integers and tables.
class SessionHabits {
 public:
  void begin(std::uint64_t seed, const users::Profile& profile);
  // Device, flags and context of the listener's session of that number; sets nothing else.
  void draw(std::uint32_t number, const Library& library, Session& session);

 private:
  // What each of a session's words decides.
  enum Word : std::size_t {
    kDevice,
    kPrivate,  // low half: offline
    kOwn,      // from the collection; low half: shuffled
    kCollection,
    kSource,
    kGenre,
    kReconnect,
    kUnused,
    kWords,
  };
  using Words = random::WordsAhead<kWords, 16>;

  Context draw_context(Words::Row words, const Library& library, bool offline) const;
  std::uint16_t genre(std::uint32_t word) const;

  Words words_;
  std::array<std::uint32_t, 7> platforms_{};  // cumulative shares
  Threshold private_, offline_, own_, shuffle_;
  bool downloads_ = false;                   // the plan allows it
  std::vector<std::uint32_t> genre_shares_;  // of the taste, cumulative
  std::vector<std::uint16_t> genres_;
};

}  // namespace wrapfeed::simulation
