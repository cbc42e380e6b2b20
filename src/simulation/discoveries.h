#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "catalog/catalog.h"
#include "catalog/popularity.h"
#include "random/alias.h"
#include "simulation/context.h"
#include "simulation/offer.h"
#include "simulation/repertoire.h"
#include "simulation/threshold.h"
#include "users/profile.h"

namespace wrapfeed::simulation {

// The new tracks that a listener comes upon, of a genre of theirs, of the one that the program plays, or of everything:
// by artists drawn by popularity who have something left to hear. Looked for by the dozen, so that all wait for memory
// together, and kept until they are wanted. Integers and tables only.
class Discoveries {
 public:
  using Slot = Repertoire::Slot;

  Discoveries(const catalog::Catalog& catalog, const catalog::ArtistSampler& artists, Repertoire& known);

  void begin(std::uint64_t seed, const users::Profile& profile);
  // Now and then what was not on offer is looked at again.
  void begin_week();
  void begin_session(const Context& context) { context_ = &context; }

  std::uint16_t pick_genre(std::uint32_t word) const {
    return context_->genre != Context::kAnyGenre ? context_->genre : genre_of_taste(word);
  }
  // What came out in such a genre (pick_genre) in the last 60 days, oldest first. `day` never falls.
  std::span<const std::uint32_t> releases(std::uint32_t word, base::Days day);
  // The next one, made known; kNone if the search was too long. `where` draws whether it is from everywhere.
  Slot next(std::uint32_t where, const Offer& offer);

 private:
  static constexpr std::uint32_t kLeastLooks = 8;  // artists looked at together; at first, and later
  static constexpr std::uint32_t kMostLooks = 32;
  static constexpr std::uint32_t kLooksAFind = 4;  // that a listener has patience for

  // What was found of a genre and not wanted yet.
  struct Stock {
    std::array<KnownTrack, kMostLooks> tracks;
    std::uint32_t next;
    std::uint32_t end;
    std::uint32_t looks;   // at artists so far
    std::uint32_t wanted;  // tracks so far
  };
  // Where a genre's releases of the last weeks begin and end among all of it.
  struct Window {
    bool open = false;
    std::uint32_t begin;
    std::uint32_t end;
    base::Days first;  // release days: of the first in it,
    base::Days next;   // and of the next behind it
  };
  // What is looked at, step by step: each step's look-ups depend on the one before, but not on each other.
  struct Place {
    std::uint32_t artist;
    std::uint32_t rank;
  };
  struct Look {
    std::uint32_t artist;  // the word that draws the artist; then the artist
    std::uint32_t other;   // words: a second artist; whether it counts; the rank to look from
    std::uint32_t second;
    std::uint32_t from_rank;
    std::uint16_t genre;
  };
  struct Looks {
    std::uint32_t count;
    bool from_everywhere;  // then a look is an artist and a rank
    std::array<Look, kMostLooks> looks;
    std::uint32_t finds = 0;
    std::array<Place, kMostLooks> places;
    std::array<std::uint32_t, kMostLooks> tracks;
  };

  Stock& stock_of(std::uint32_t where);
  Slot enter(const KnownTrack& track, const Offer& offer);
  void search(Stock& stock, const Offer& offer);
  void draw(Stock& stock, Looks& looks) const;
  std::uint16_t genre_of_taste(std::uint32_t word) const {
    return static_cast<std::uint16_t>(genres_.pick_coarsely(word));
  }
  void pick_artists(Looks& looks) const;
  std::uint32_t pick_artist(const Look& look) const;
  void take_places(Looks& looks);
  // Behind the genre's last artist.
  std::uint32_t end_of(std::uint16_t genre) const {
    const catalog::Catalog::ArtistRange artists = catalog_.artists_of(genre);
    return artists.first + artists.count;
  }
  void fill(Stock& stock, const Looks& looks, const Offer& offer);
  // `days`: of all releases of the genre.
  static void open(Window& window, std::span<const base::Days> days, base::Days day);
  static void advance(Window& window, std::span<const base::Days> days, base::Days day);
  // Of one of these, or beyond any day.
  static base::Days release_day(std::span<const base::Days> days, std::uint32_t i) {
    return i < days.size() ? days[i] : std::numeric_limits<base::Days>::max();
  }
  std::uint32_t of_taste() const { return static_cast<std::uint32_t>(stocks_.size()) - 2; }
  std::uint32_t of_everywhere() const { return static_cast<std::uint32_t>(stocks_.size()) - 1; }

  const catalog::Catalog& catalog_;
  const catalog::ArtistSampler& artists_;
  Repertoire& known_;
  std::vector<Stock> stocks_;  // of each genre, of the listener's taste, of everywhere

  // The listener's.
  std::uint64_t start_ = 0;          // of the words that looks draw
  random::AliasTable genres_;        // of their taste, by number
  Threshold everywhere_;             // artists drawn from all genres
  Threshold second_look_;            // artists that are drawn twice, and ...
  bool mainstream_ = false;          // ... the more popular of the two taken, or the less popular
  std::vector<Window> windows_;      // by genre
  std::vector<Place> not_on_offer_;  // left alone for some weeks
  int weeks_ = 0;
  const Context* context_ = nullptr;
};

}  // namespace wrapfeed::simulation
