#pragma once

#include <array>
#include <cstdint>

#include "base/time.h"
#include "simulation/week.h"

namespace wrapfeed::simulation {

// How a listener means to hear a track.
enum class Outcome : std::uint8_t {
  Skipped,     // under 30 s
  LeftLater,   // after 30 s
  NearlyDone,  // moved on in the last 2 %
  Done,        // to the very end
};

inline constexpr base::Millis kGapless = 100;  // between one track and the next

struct Hearing {
  base::Millis idle_ms = 0;   // silence before it (unused for a session's first play)
  base::Millis heard_ms = 1;  // > 0
  Outcome outcome = Outcome::Done;
};

// The random words of one play's hearing.
using ListenWords = std::array<std::uint32_t, 8>;

// Browsing or leaning back, and what follows from it for each play. Skips come in runs because the state persists.
class Mood {
 public:
  void begin_session(const Week& week, std::uint32_t word) { browsing_ = week.begin_browsing.hit(word); }
  Hearing hear(const Week& week, const ListenWords& words, std::uint32_t duration_ms);
  bool browsing() const { return browsing_; }

 private:
  bool browsing_ = false;
};

}  // namespace wrapfeed::simulation
