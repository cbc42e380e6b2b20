#pragma once

#include <cstdint>
#include <span>

#include "random/draws.h"
#include "simulation/threshold.h"

namespace wrapfeed::simulation {

// What each of a play's eight words decides. A low half decides what does not depend on the high half's decision, or
// what rarely matters where that does; what few plays need has words of its own (FurtherWords).
enum Word : std::size_t {
  kTurn,        // the loop ends, the last track is resumed, the run goes on in order; low half: rare turns (below)
  kStart,       // a run begins; low half: the passage goes on
  kNew,         // a new track; low half: one from the collection; of a choice before the feed: liked
  kDistance,    // back in history, or the place in a collection; low half: where in the track a pause is, and where a
                // track comes from that is not owned
  kWhichTrack,  // its rank; low half: the mood changes; afterwards how long the events are on their way
  kSkip,        // skipped; low half: left later
  kHeard,       // how long; low half: how a track is left; of a completed play: what is done to the library
  kIdle,        // whether; low half: how long; of a session's first play: what started it
  kPlayWords,
};
using PlayWords = std::span<const std::uint32_t, kPlayWords>;

// A play's rare turns have parts of one half word to themselves: the track starts repeating at the lower end; it is
// played again from the middle on; at the upper end it breaks off, or is sought in.
constexpr std::uint32_t start_loop_word(PlayWords words) noexcept { return low_half(words[kTurn]); }
constexpr std::uint32_t restart_word(PlayWords words) noexcept { return low_half(words[kTurn]) ^ 0x80000000; }
constexpr std::uint32_t break_off_word(PlayWords words) noexcept { return ~low_half(words[kTurn]); }
// Whether idle time is a pause, or silence between two tracks: scrambled from how long it is.
constexpr std::uint32_t pause_word(PlayWords words) noexcept { return words[kIdle] * 0x9E3779B1; }

// Further words for what few choices need, by SplitMix64 from two of the play's words.
class FurtherWords {
 public:
  explicit FurtherWords(PlayWords words) noexcept
      : start_(std::uint64_t{words[kWhichTrack]} << 32 | words[kDistance]) {}

  std::uint64_t pair(std::uint32_t i) const noexcept { return random::splitmix64(start_, i); }

 private:
  std::uint64_t start_;
};
// What each pair decides.
enum Pair : std::uint32_t {
  kRun,        // the length of a run: its class; within it
  kObsession,  // whether a run is by the artist of the moment; a song of the season
  kWhose,      // of a new track: by a known artist; their latest
  kKind,       // something viral, low half: just released; from everywhere
  kHit,        // of something viral: when; which
  kRelease,    // of what was just released: the genre; which
};
constexpr std::uint32_t first_of(std::uint64_t pair) noexcept { return static_cast<std::uint32_t>(pair >> 32); }
constexpr std::uint32_t second_of(std::uint64_t pair) noexcept { return static_cast<std::uint32_t>(pair); }

}  // namespace wrapfeed::simulation
