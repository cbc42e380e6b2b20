#pragma once

#include <cstdint>

#include "base/time.h"
#include "catalog/catalog.h"
#include "catalog/popularity.h"
#include "random/draws.h"
#include "simulation/cause.h"
#include "simulation/context.h"
#include "simulation/discoveries.h"
#include "simulation/history.h"
#include "simulation/library.h"
#include "simulation/model.h"
#include "simulation/offer.h"
#include "simulation/play_draws.h"
#include "simulation/quantiles.h"
#include "simulation/repertoire.h"
#include "simulation/threshold.h"
#include "simulation/week.h"
#include "users/profile.h"

namespace wrapfeed::simulation {

// What is played next. Filled in place, field by field: all of it is read again at once.
struct Choice {
  static constexpr std::int32_t kNotCopied = -1;

  Repertoire::Slot slot = 0;  // of the track
  Cause cause = Cause::Discovery;
  bool begins_run = false;             // more of the artist follows
  std::int32_t distance = kNotCopied;  // plays back of the one it copies, 1 = the last one
};

// The track of the catalog that was released first.
std::uint32_t oldest_track(const catalog::Catalog& catalog);

// What a listener picks next: on repeat, in an artist run, from their collection, from history, or new. Holds what the
// next choice depends on. Integer arithmetic and tables only; draws come in as arguments, but for those that few
// choices need.
class Chooser {
 public:
  using Slot = Repertoire::Slot;

  // The day as far as choices depend on it.
  struct Today {
    Offer offer;
    Threshold festive;  // free choices that are songs of the season
  };

  // Adds to `known` what is played; it and the library are the listener's.
  Chooser(const Model& model, std::uint64_t seed, const catalog::Catalog& catalog,
          const catalog::ArtistSampler& artists, Repertoire& known, Library& library);

  void begin(const users::Profile& profile);
  // The artist of the moment changes now and then, week by week.
  void begin_week(random::Draws draws, base::Days day);
  void begin_session(const Context& context);
  // The next track; remembered in the history.
  void next(const Week& week, PlayWords words, const Today& today, Choice& choice);

  const History& history() const { return history_; }

 private:
  void decide(const Week& week, PlayWords words, const Today& today, Choice& choice);
  void go_on_with_run(PlayWords words, base::Days day, Choice& choice);
  void choose_freely(const Week& week, PlayWords words, const Today& today, Choice& choice);
  void choose_by_cause(const Week& week, PlayWords words, const Today& today, bool runs, Choice& choice);
  void choose_new(const Week& week, PlayWords words, const Offer& offer, Choice& choice);
  // These choose nothing and return false where there is nothing of their kind.
  bool choose_of_collection(std::uint32_t word, const Offer& offer, Choice& choice);
  bool choose_by_known_artist(const Week& week, PlayWords words, const Offer& offer, bool latest, Choice& choice);
  bool choose_hit(FurtherWords words, const Offer& offer, Choice& choice);
  bool choose_just_released(FurtherWords words, const Offer& offer, Choice& choice);
  bool choose_of_the_season(std::uint32_t word, base::Days day, Choice& choice);
  bool choose_unheard(std::uint32_t artist, std::uint32_t word, const Offer& offer, Cause cause, Choice& choice);
  bool choose_latest(std::uint32_t artist, const Offer& offer, Choice& choice);
  // A track that is on offer, if it was not heard.
  bool choose_if_unheard(std::uint32_t track, Cause cause, Choice& choice);
  void copy_unless_festive(const Week& week, PlayWords words, const Offer& offer, std::uint32_t distance, Cause cause,
                           Choice& choice);
  void copy(std::uint32_t distance, Cause cause, Choice& choice);
  void once_more(Cause cause, Choice& choice) const;
  void draw_run(std::uint64_t pair);
  void cap_run(Slot slot, base::Days day);
  bool is_out_of_season(Slot slot, const Offer& offer) const {
    return !offer.festive && known_.has_festive() && known_[slot].festive;
  }
  std::uint32_t album_artist(random::Draws& draws, base::Days day) const;
  std::uint32_t popular_track(std::uint32_t artist, std::uint32_t word, base::Days day) const;
  std::uint32_t following_track(const KnownTrack& last, base::Days day) const;

  const Model& model_;
  const std::uint64_t seed_;
  const catalog::Catalog& catalog_;
  const catalog::ArtistSampler& artists_;
  Repertoire& known_;
  Library& library_;

  // The model's shares.
  const Threshold resume_, restart_, loop_ends_, run_in_order_, passage_share_, short_run_, collection_pull_,
      release_of_known_artist_, viral_;
  const Quantiles<1024> run_power_;    // E^power of a run's length
  const std::uint32_t oldest_artist_;  // whose first track is the catalog's first release

  // The listener's.
  Threshold fresh_;  // discoveries among what has just come out

  History history_;
  Discoveries discoveries_;
  Context context_;
  Slot current_ = 0;             // the last track played
  std::uint32_t obsession_ = 0;  // the artist of the moment
  std::uint32_t run_left_ = 0;   // plays left in an artist run
  std::uint32_t passage_ = 0;    // place in history right after the last copied one
  bool looping_ = false;
  bool in_passage_ = false;
  bool first_of_session_ = true;
};

}  // namespace wrapfeed::simulation
