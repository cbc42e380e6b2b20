#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "base/large_vector.h"
#include "base/time.h"
#include "catalog/catalog.h"
#include "events/event.h"
#include "events/id.h"
#include "simulation/number_table.h"
#include "simulation/threshold.h"

namespace wrapfeed::simulation {

// A track that a listener has heard, and all that playing it again needs: one line of the processor's cache.
struct alignas(64) KnownTrack {
  static constexpr std::uint8_t kNoPlaylist = 255;

  events::Id id;
  std::uint16_t plays = 0;  // heard so often, at most 65,535
  std::uint32_t track;      // number in the catalog
  std::uint32_t artist;
  std::uint32_t duration_ms;
  std::uint8_t album_left;              // tracks that follow on its album
  std::uint8_t playlist = kNoPlaylist;  // the listener's playlist it is on, the last one it was added to
  bool festive;                         // a song of the season
  bool liked = false;                   // in the liked songs
  bool like_is_in_feed = false;         // liked by an event, so that it can be unliked

  // A playlist of the listener's, else their liked songs, else neither (None).
  events::Source own_source() const noexcept {
    constexpr events::Source kOwn[] = {events::Source::None, events::Source::LikedSongs, events::Source::Playlist,
                                       events::Source::Playlist};
    return kOwn[2 * (playlist != kNoPlaylist) + liked];
  }
  // Counts a play; how many came before it.
  std::uint32_t count_play() noexcept {
    const std::uint32_t before = plays;
    plays = static_cast<std::uint16_t>(before + (before < 0xFFFF));
    return before;
  }
};
static_assert(sizeof(KnownTrack) == 64);

// The tracks that one listener knows, numbered from 0 (their slots) in the order they were first heard; emptied for
// each user.
class Repertoire {
 public:
  using Slot = std::uint32_t;
  static constexpr Slot kNone = 0xFFFFFFFF;

  explicit Repertoire(const catalog::Catalog& catalog);

  void clear();
  bool knows(std::uint32_t track) const noexcept { return tracks_.find(track).key == track; }
  // The slot of a track; it is made known where it was not.
  Slot of(std::uint32_t track) {
    const auto& place = tracks_.find(track);
    return place.key == track ? place.value : add(track);
  }
  // The slot of a track that is not known yet.
  Slot add(std::uint32_t track);
  // The same for one that was prepared; kNone if it has become known since.
  Slot add(const KnownTrack& prepared);
  // Has `known` be what a track will be when it becomes known. Field by field, where it is to stay: what is read
  // in one piece right after it was written in several has to be waited for.
  void prepare(std::uint32_t track, KnownTrack& known) const noexcept;

  // An artist's kMarked most popular tracks stand on a shelf, from which they are taken when they become known or are
  // about to.
  static constexpr std::uint32_t kMarked = 64;
  // Whether something is left on an artist's shelf.
  bool has_untaken(std::uint32_t artist) const noexcept { return ~shelves_[artist].taken != 0; }
  // The first of this artist and the next ones, kNeighbours in all but before `end`, of whom something is left; `end`
  // if there is none.
  static constexpr std::uint32_t kNeighbours = 2;
  std::uint32_t artist_with_untaken(std::uint32_t artist, std::uint32_t end) const noexcept;
  void prefetch_shelf(std::uint32_t artist) const noexcept { __builtin_prefetch(&shelves_[artist]); }
  void prefetch_place(std::uint32_t artist, std::uint32_t rank) const noexcept {
    catalog_.prefetch_popular(shelves_[artist].first_track + rank);
  }
  // Of an artist with something left, the rank of the first that is left from a popular rank on, density 1 / (2
  // sqrt(x)) by `word`, the last followed by the first again.
  std::uint32_t untaken(std::uint32_t artist, std::uint32_t word) const noexcept;
  // The track at that rank of an artist.
  std::uint32_t track_at(std::uint32_t artist, std::uint32_t rank) const noexcept {
    return catalog_.popular_at(shelves_[artist].first_track + rank);
  }
  void take(std::uint32_t artist, std::uint32_t rank);
  void put_back(std::uint32_t artist, std::uint32_t rank) noexcept {
    if (rank < kMarked) shelves_[artist].taken &= ~(std::uint64_t{1} << rank);
  }

  // Valid until a track is added.
  KnownTrack& operator[](Slot slot) noexcept { return known_[slot]; }
  const KnownTrack& operator[](Slot slot) const noexcept { return known_[slot]; }
  // Whether there are songs of the season among them.
  bool has_festive() const noexcept { return has_festive_; }

 private:
  struct Shelf {
    std::uint32_t first_track;
    std::uint32_t count;  // at most kMarked
    std::uint64_t taken;  // bit i for the track at rank i of the popularity order; set where there is none
  };
  static constexpr std::uint64_t untaken_shelf(std::uint32_t count) noexcept {
    return count < kMarked ? ~std::uint64_t{0} << count : 0;
  }
  void grow() {
    has_festive_ |= known_[size_].festive;
    if (++size_ == known_.size()) known_.resize(2 * known_.size());
  }

  const catalog::Catalog& catalog_;
  std::vector<KnownTrack> known_;  // with room for one more
  Slot size_ = 0;
  bool has_festive_ = false;
  NumberTable<Slot> tracks_;
  base::LargeVector<Shelf> shelves_;     // of all artists, and a few empty ones behind them
  std::vector<std::uint32_t> taken_of_;  // artists of whom something was taken, perhaps repeatedly
};

// Without a branch: nobody can guess it.
inline std::uint32_t Repertoire::artist_with_untaken(std::uint32_t artist, std::uint32_t end) const noexcept {
  std::uint32_t left = 0;
  for (std::uint32_t i = 0; i < kNeighbours; ++i) left |= std::uint32_t{has_untaken(artist + i)} << i;
  const std::uint32_t first = artist + static_cast<std::uint32_t>(std::countr_zero(left | 1U << 31));
  return left != 0 && first < end ? first : end;
}

inline std::uint32_t Repertoire::untaken(std::uint32_t artist, std::uint32_t word) const noexcept {
  const Shelf& shelf = shelves_[artist];
  const std::uint64_t left = ~shelf.taken;
  const std::uint64_t onward = left & ~std::uint64_t{0} << scaled(squared(word), shelf.count);
  return static_cast<std::uint32_t>(std::countr_zero(onward != 0 ? onward : left));
}

inline void Repertoire::take(std::uint32_t artist, std::uint32_t rank) {
  if (rank >= kMarked) return;
  shelves_[artist].taken |= std::uint64_t{1} << rank;
  taken_of_.push_back(artist);
}

}  // namespace wrapfeed::simulation
