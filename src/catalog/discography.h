#pragma once

#include <cstdint>
#include <vector>

#include "catalog/synthetic_artist.h"
#include "events/track.h"

namespace wrapfeed::catalog {

enum class ReleaseKind : std::uint8_t { Single, Ep, Album };

// Tracks that come out together under one album name.
struct Release {
  std::uint32_t artist;       // in synthesis order
  std::uint32_t first_track;  // likewise
  base::Days day;             // first day of its period
  std::uint16_t track_count;
  events::DatePrecision precision;
  ReleaseKind kind;
  bool second_genre;  // of its artist's two
};

// Divides every artist's tracks into singles (1-2 tracks), EPs (3-6) and albums (7-24), in the order they come out:
// over the artist's career, mostly on Fridays (the weekdays of releases since 2015 in the public track list, used
// throughout), the date of some old ones known by year or month alone. Drawn at (seed, CatalogAlbum, artist).
std::vector<Release> draw_releases(const SynthesisOptions& options, const std::vector<SyntheticArtist>& artists);

}  // namespace wrapfeed::catalog
