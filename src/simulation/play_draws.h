#pragma once

#include <cstdint>
#include <span>

#include "random/draws.h"
#include "simulation/threshold.h"

namespace wrapfeed::simulation {

// What each of a play's twelve words decides; the first seven choose the track. What few plays need has words of its
// own. A low half decides what does not depend on the high half's decision, or what rarely matters where that does.
enum Word : std::size_t {
  // choosing
  kGoOn,         // the loop ends, the last track is resumed, the run goes on in order; low half: rare turns (below)
  kStartRun,     // low half: the artist of the moment
  kTakePassage,  // low half: a song of the season
  kNew,          // low half: from the collection; of a choice before the feed: liked
  kDistance,     // back in history, or the place in a collection; low half: where in the track a pause is
  kWhose,        // restart; the artist of the moment; a known artist, low half: their latest track
  kWhichTrack,   // its rank; afterwards how long the events are on their way
  // hearing
  kState,   // low half: a pause, or silence between two tracks
  kSkip,    // low half: how a track is left
  kHeard,   // how long; of a completed play: what is done to the library
  kEnding,  // low half: where a track comes from that is not owned
  kIdle,    // low half: how long; of a session's first play: what started it
  kPlayWords,
};
inline constexpr std::size_t kChoiceWords = 8;

using ChoiceWords = std::span<const std::uint32_t, kChoiceWords>;
using PlayWords = std::span<const std::uint32_t, kPlayWords>;

// A play's rare turns have the ends of one word to themselves: the track starts repeating at the lower end; at the
// upper end it breaks off, or is sought in.
constexpr std::uint32_t start_loop_word(ChoiceWords words) noexcept { return low_half(words[kGoOn]); }
constexpr std::uint32_t break_off_word(PlayWords words) noexcept { return ~low_half(words[kGoOn]); }

// Further words for what few choices need, by SplitMix64 from two of the play's words.
class FurtherWords {
 public:
  explicit FurtherWords(ChoiceWords words) noexcept : start_(std::uint64_t{words[kWhichTrack]} << 32 | words[kState]) {}

  std::uint64_t pair(std::uint32_t i) const noexcept { return random::splitmix64(start_, i); }

 private:
  std::uint64_t start_;
};
// What each pair decides.
enum Pair : std::uint32_t {
  kRun,       // the length of a run: its class; within it
  kKind,      // something viral, low half: just released; from everywhere
  kHit,       // of something viral: when; which
  kRelease,   // of what was just released: the genre; which
};
constexpr std::uint32_t first_of(std::uint64_t pair) noexcept { return static_cast<std::uint32_t>(pair >> 32); }
constexpr std::uint32_t second_of(std::uint64_t pair) noexcept { return static_cast<std::uint32_t>(pair); }

}  // namespace wrapfeed::simulation
