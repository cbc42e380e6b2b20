#pragma once

#include <array>
#include <cstdint>

#include "base/time.h"
#include "simulation/model.h"
#include "simulation/play_draws.h"
#include "simulation/week.h"

namespace wrapfeed::simulation {

// How a listener means to hear a track; each outweighs those before it.
enum class Outcome : std::uint8_t {
  Done,        // to the very end
  NearlyDone,  // moved on in the last 2 %
  LeftLater,   // after 30 s
  Skipped,     // under 30 s
};

inline constexpr base::Millis kGapless = 100;  // between one track and the next

struct Hearing {
  std::uint32_t idle_ms = 0;   // silence before it (unused for a session's first play)
  std::uint32_t heard_ms = 1;  // > 0
  Outcome outcome = Outcome::Done;
};

// Browsing or leaning back, and what follows from it for each play. Skips come in runs because the state persists.
class Mood {
 public:
  // A play as far as skipping depends on it.
  struct Play {
    std::uint32_t duration_ms;
    std::uint32_t plays_before;  // of this track
    std::uint32_t place;         // in the session, 0 = first
  };

  explicit Mood(const Model& model);
  void begin_session(const Week& week, std::uint32_t word) { browsing_ = week.begin_browsing.hit(word); }
  Hearing hear(const Week& week, PlayWords words, const Play& play);
  bool browsing() const { return browsing_; }

 private:
  static constexpr std::size_t kPlaces = 24;  // in the session, the last stands for all behind
  // Factors on the probability of a skip, in units of 2^-16, by familiarity and place.
  std::array<std::array<std::uint32_t, kPlaces>, 3> factors_{};
  bool browsing_ = false;
};

}  // namespace wrapfeed::simulation
