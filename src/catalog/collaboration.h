#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "catalog/synthetic_artist.h"
#include "events/id.h"
#include "random/draws.h"

namespace wrapfeed::catalog {

// Who is credited on a track: its primary artist and, on some, others beside it, mostly of the same genre and rather
// well-known ones. Drawn at (seed, CatalogCollaboration, track). `artists` must outlive it. One thread at a time.
class Collaboration {
 public:
  Collaboration(std::uint64_t seed, const std::vector<SyntheticArtist>& artists);

  void draw(std::uint32_t artist, std::uint32_t track);
  // Of the track drawn last, the primary artist first.
  std::span<const std::uint32_t> numbers() const { return numbers_; }
  std::span<const events::Id> ids() const { return ids_; }

 private:
  std::uint32_t draw_partner(std::uint32_t artist, random::Draws& draws) const;

  std::uint64_t seed_;
  const std::vector<SyntheticArtist>& artists_;
  std::vector<std::vector<std::uint32_t>> by_genre_;
  std::vector<std::uint32_t> numbers_;
  std::vector<events::Id> ids_;
};

}  // namespace wrapfeed::catalog
