#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/time.h"
#include "catalog/catalog.h"
#include "catalog/popularity.h"
#include "random/alias.h"
#include "random/draws.h"
#include "simulation/cause.h"
#include "simulation/context.h"
#include "simulation/history.h"
#include "simulation/library.h"
#include "simulation/model.h"
#include "simulation/play_draws.h"
#include "simulation/threshold.h"
#include "simulation/track_memory.h"
#include "simulation/week.h"
#include "users/profile.h"

namespace wrapfeed::simulation {

struct Choice {
  static constexpr std::int32_t kNotCopied = -1;

  std::uint32_t track;
  Cause cause;
  std::int32_t distance = kNotCopied;  // plays back of the one it copies, 1 = the last one
  bool begins_run = false;             // more of the artist follows
};

// The track of the catalog that was released first.
std::uint32_t oldest_track(const catalog::Catalog& catalog);

// What a listener picks next: on repeat, in an artist run, from their collection, from history, or new. Holds what the
// next choice depends on. Integer arithmetic and tables only; draws come in as arguments, `rare` being those that few
// choices need.
class Chooser {
 public:
  struct Draws {
    PlayWords words;
    random::Draws rare;
  };
  // The day as far as choices depend on it.
  struct Today {
    base::Days released_by = 0;  // tracks up to this date are out
    Threshold festive;           // free choices that are songs of the season
  };

  // Counts in `notes` what is played; they and the library are the listener's.
  Chooser(const Model& model, std::uint64_t seed, const catalog::Catalog& catalog,
          const catalog::ArtistSampler& artists, TrackMemory& notes, Library& library);

  void begin(const users::Profile& profile);
  // The artist of the moment changes now and then, week by week.
  void begin_week(random::Draws draws, base::Days day);
  void begin_session(const Context& context);
  // The next track; remembered in the history.
  Choice next(const Week& week, Draws draws, const Today& today);

  const History& history() const { return history_; }

 private:
  Choice decide(const Week& week, Draws& draws, const Today& today);
  Choice go_on_with_run(PlayWords words, base::Days day);
  Choice choose_freely(const Week& week, Draws& draws, const Today& today);
  Choice begin_obsession_run(PlayWords words, base::Days day);
  Choice choose_new(const Week& week, Draws& draws, base::Days day);
  std::optional<Choice> by_known_artist(const Week& week, PlayWords words, base::Days day) const;
  std::optional<Choice> hit_of_these_weeks(random::Draws& rare, base::Days day) const;
  std::optional<Choice> just_released(random::Draws& rare, base::Days day) const;
  std::optional<std::uint32_t> song_of_the_season(std::uint32_t word, base::Days day) const;
  Choice copy_unless_festive(const Week& week, Draws& draws, const Today& today, std::uint32_t distance, Cause cause);
  Choice copy(std::uint32_t distance, Cause cause);
  void draw_run(random::Draws& rare);
  void cap_run(std::uint32_t track, base::Days day);
  std::uint16_t pick_genre(random::Draws& rare) const;
  std::uint32_t pick_artist(random::Draws& rare) const;
  std::uint32_t album_artist(random::Draws& rare, base::Days day) const;
  std::uint32_t popular_track(std::uint32_t artist, std::uint32_t word, base::Days day) const;
  std::optional<std::uint32_t> unheard_track(std::uint32_t artist, std::uint32_t word, base::Days day) const;
  std::optional<std::uint32_t> latest_track(std::uint32_t artist, base::Days day) const;
  // Songs of the season are chosen in season only.
  bool fits_the_season(std::uint32_t track) const { return !out_of_season_ || !catalog_.track_row(track).festive; }
  bool is_heard(std::uint32_t track) const { return notes_.find(track).plays > 0; }

  const Model& model_;
  const std::uint64_t seed_;
  const catalog::Catalog& catalog_;
  const catalog::ArtistSampler& artists_;
  TrackMemory& notes_;
  Library& library_;

  // The model's shares.
  const Threshold resume_, restart_, loop_ends_, run_in_order_, passage_share_, short_run_, collection_pull_,
      release_of_known_artist_, viral_;

  // The listener's.
  random::AliasTable genres_;  // of their taste
  std::vector<std::uint16_t> genre_numbers_;
  Threshold fresh_;          // discoveries among what has just come out
  Threshold everywhere_;     // artists drawn from all genres
  Threshold second_look_;    // artists that are drawn twice, and ...
  bool mainstream_ = false;  // ... the more popular of the two taken, or the less popular

  History history_;
  Context context_;
  std::uint32_t oldest_artist_;  // whose first track is the catalog's first release
  std::uint32_t current_ = 0;    // the last track played
  std::uint32_t obsession_ = 0;  // the artist of the moment
  std::uint32_t run_left_ = 0;   // plays left in an artist run
  std::uint32_t passage_ = 0;    // place in history right after the last copied one
  bool out_of_season_ = true;    // today no songs of the season are played
  bool looping_ = false;
  bool in_passage_ = false;
  bool first_of_session_ = true;
};

}  // namespace wrapfeed::simulation
