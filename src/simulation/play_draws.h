#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "random/bulk.h"
#include "random/draws.h"

namespace wrapfeed::simulation {

// What each of a play's sixteen words decides. What few plays need has draws of its own.
enum Word : std::size_t {
  // choosing
  kGoOn,         // the loop ends, the last track is resumed, the run goes on in order
  kStartRun,     // low half: the artist of the moment
  kTakePassage,  // low half: a song of the season
  kNew,          // low half: from the collection
  kStartLoop,
  kDistance,  // back in history, or the place in a collection
  kWhose,     // restart; the artist of the moment; a known artist, low half: their latest track
  kWhichTrack,
  // hearing
  kState,
  kSkip,
  kHeard,   // how long; of a completed play: what is done to the library
  kEnding,  // low half: where a track comes from that is not owned
  kIdleClass,
  kIdleTime,  // low half: a seek
  // the player
  kReasons,  // low half: an interruption
  kDelay,
  kWords,
};
using PlayWords = std::span<const std::uint32_t, kWords>;

// The words of one user's plays, drawn many at once.
class PlayDraws {
 public:
  void begin(std::uint64_t seed, random::Purpose purpose, std::uint64_t user) {
    seed_ = seed;
    purpose_ = purpose;
    user_ = user;
    first_ = end_ = 0;
  }
  // Valid until the next call; plays are asked for in rising order.
  PlayWords at(std::uint32_t play) {
    if (play - first_ >= end_ - first_) fill(play);
    return PlayWords(words_.data() + (play - first_) * kWords, kWords);
  }

 private:
  static constexpr std::uint32_t kPlays = 64;

  void fill(std::uint32_t play) {
    first_ = play;
    end_ = play + kPlays;
    random::fill_words(seed_, purpose_, user_, first_, words_);
  }

  std::uint64_t seed_ = 0;
  std::uint64_t user_ = 0;
  random::Purpose purpose_ = random::Purpose::Play;
  std::uint32_t first_ = 0;  // plays first_ ... end_ - 1 are there
  std::uint32_t end_ = 0;
  std::array<std::uint32_t, kPlays * kWords> words_{};
};

// The low half of a word whose high half decides something else, as a word: for probabilities, to 16 bits.
constexpr std::uint32_t low_half(std::uint32_t word) noexcept { return word << 16; }

}  // namespace wrapfeed::simulation
