#pragma once

#include <cstdint>
#include <vector>

#include "base/time.h"
#include "catalog/catalog.h"
#include "events/event.h"
#include "events/id.h"
#include "simulation/number_table.h"

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
    const events::Source otherwise = liked ? events::Source::LikedSongs : events::Source::None;
    return playlist != kNoPlaylist ? events::Source::Playlist : otherwise;
  }
  // Counts a play; how many came before it.
  std::uint32_t count_play() noexcept {
    const std::uint32_t before = plays;
    if (plays < 0xFFFF) ++plays;
    return before;
  }
};
static_assert(sizeof(KnownTrack) == 64);

// The tracks that one listener knows, numbered from 0 (their slots) in the order they were first heard; emptied for
// each user.
class Repertoire {
 public:
  using Slot = std::uint32_t;

  explicit Repertoire(const catalog::Catalog& catalog);

  void clear();
  bool knows(std::uint32_t track) const noexcept { return tracks_.find(track).key == track; }
  // An artist's tracks, and which of them are known: bit i for the one at rank i of their popularity order, for ranks
  // below kMarked.
  static constexpr std::uint32_t kMarked = 64;
  struct Shelf {
    std::uint32_t first_track;
    std::uint32_t track_count;
    std::uint64_t known;
  };
  const Shelf& shelf(std::uint32_t artist) const noexcept { return shelves_[artist]; }
  void prefetch_shelf(std::uint32_t artist) const noexcept { __builtin_prefetch(&shelves_[artist]); }
  // Has the ids of the tracks that became known since the last call at hand: by then they have come from memory.
  void fetch_ids();
  // The slot of a track; it is made known where it was not, but for its id.
  Slot of(std::uint32_t track) {
    const auto& place = tracks_.find(track);
    return place.key == track ? place.value : add(track);
  }
  // The slot of a track that is not known yet.
  Slot add(std::uint32_t track);
  // Valid until a track is added.
  KnownTrack& operator[](Slot slot) noexcept { return known_[slot]; }
  const KnownTrack& operator[](Slot slot) const noexcept { return known_[slot]; }
  std::size_t size() const noexcept { return known_.size(); }

 private:
  const catalog::Catalog& catalog_;
  std::vector<KnownTrack> known_;
  Slot without_id_ = 0;  // from this one on
  NumberTable<Slot> tracks_;
  std::vector<Shelf> shelves_;  // of all artists
};

}  // namespace wrapfeed::simulation
