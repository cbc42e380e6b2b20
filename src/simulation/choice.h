#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/time.h"
#include "catalog/catalog.h"
#include "catalog/popularity.h"
#include "random/alias.h"
#include "random/draws.h"
#include "simulation/cause.h"
#include "simulation/history.h"
#include "simulation/track_memory.h"
#include "simulation/week.h"
#include "users/profile.h"

namespace wrapfeed::simulation {

struct Choice {
  std::uint32_t track;
  Cause cause;
};

// The random words one choice is made of: every choice has its own, whichever of them it needs.
struct ChoiceWords {
  std::array<std::uint32_t, 8> common;  // what nearly every choice needs
  std::array<std::uint32_t, 8> rare;    // a catalog draw, the length of a run
};
ChoiceWords choice_words(std::uint64_t seed, random::Purpose purpose, std::uint64_t user, std::uint32_t index);

// The track of the catalog that was released first.
std::uint32_t oldest_track(const catalog::Catalog& catalog);

// What a listener picks next: on repeat, in an artist run, from history, or new. Holds what the next choice depends
// on. Integer arithmetic and tables only; draws come in as arguments.
class Chooser {
 public:
  // Marks in `notes` what was heard; they are the listener's.
  Chooser(const catalog::Catalog& catalog, const catalog::ArtistSampler& artists, TrackMemory& notes);

  void begin(const users::Profile& profile);
  // The artist of the moment changes now and then, week by week.
  void begin_week(const ChoiceWords& words, base::Days day);
  void begin_session();
  // The next track, released by `day`; remembered in the history.
  Choice next(const Week& week, const ChoiceWords& words, base::Days day);

  const History& history() const { return history_; }

 private:
  struct ArtistDraws;

  Choice decide(const Week& week, const ChoiceWords& words, base::Days day);
  Choice go_on_with_run(const ChoiceWords& words, base::Days day);
  Choice choose_freely(const Week& week, const ChoiceWords& words, base::Days day);
  Choice choose_new(const Week& week, const ChoiceWords& words, base::Days day);
  Choice copy(std::uint32_t place, Cause cause);
  void cap_run(std::uint32_t track, base::Days day);
  std::uint32_t pick_artist(ArtistDraws& draws) const;
  std::uint32_t album_artist(const ChoiceWords& words, base::Days day) const;
  std::uint32_t popular_track(std::uint32_t artist, std::uint32_t word, base::Days day) const;
  std::optional<std::uint32_t> unheard_track(std::uint32_t artist, std::uint32_t word, base::Days day) const;
  std::uint32_t place_back(const Quantiles<64>& distance, std::uint32_t word) const;

  const catalog::Catalog& catalog_;
  const catalog::ArtistSampler& artists_;
  TrackMemory& notes_;
  random::AliasTable genres_;  // of the listener's taste
  std::vector<std::uint16_t> genre_numbers_;
  History history_;
  std::uint32_t oldest_artist_;  // whose first track is the catalog's first release
  std::uint32_t current_ = 0;    // the last track played
  std::uint32_t obsession_ = 0;  // the artist of the moment
  std::uint32_t run_left_ = 0;   // plays left in an artist run
  std::uint32_t passage_ = 0;    // place in history right after the last copied one
  bool began_run_ = false;       // by the choice just made
  bool looping_ = false;
  bool in_passage_ = false;
  bool first_of_session_ = true;
};

}  // namespace wrapfeed::simulation
