#pragma once

#include <cstdint>
#include <vector>

#include "catalog/synthesize.h"

namespace wrapfeed::catalog {

// An artist before it has a name: drawn at (seed, CatalogArtist, number).
struct SyntheticArtist {
  std::int64_t followers;
  std::int32_t popularity;    // 0 ... 100, follows the followers
  std::uint32_t first_track;  // in synthesis order, not the catalog's
  std::uint32_t track_count;
  std::uint16_t genre;         // place in genre_profiles()
  std::uint16_t second_genre;  // of the same family and language; equal to genre for most
  std::uint8_t language;       // place among the genre's languages
  double debut;                // in days since 1970
  double career_days;
  double explicit_share;  // of its tracks
};

// Followers and popularity follow the public artist list (60,266 artists): quantiles of followers, and popularity given
// followers. Track counts are lognormal with a heavy tail (median 2, 1 % above ten times the mean), larger for the
// popular; every artist has a track, and they sum to options.tracks. The first artists take one genre each, so that
// small catalogs have many genres too.
std::vector<SyntheticArtist> draw_artists(const SynthesisOptions& options);

}  // namespace wrapfeed::catalog
