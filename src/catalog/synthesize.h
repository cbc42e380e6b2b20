#pragma once

#include <cstdint>

#include "base/time.h"
#include "catalog/catalog.h"

namespace wrapfeed::catalog {

// The synthetic catalog depends on these alone.
struct SynthesisOptions {
  static constexpr std::uint32_t kMostTracks = 50'000'000;

  std::uint64_t seed = 1;
  std::uint32_t tracks = 100'000;   // 1 ... kMostTracks
  std::uint32_t artists = 20'000;   // 1 ... tracks
  base::Days releases_to = 20'818;  // last release day: 2026-12-31
  std::uint32_t clusters = 3;       // of audio_features_type

  void validate() const;  // Error naming the flag, its value and what is allowed
};

// A song catalog that looks like one: the genres of known_genres(), artists with followers and track counts as unequal
// as real ones, singles, EPs and albums, mostly on Fridays and more of them each year, audio features with the
// marginals and correlations of a public data set, names in fifteen languages. audio_features_type and newness_score
// come from the code that imports use, with the day after releases_to as newness reference. So some tracks come out
// during, or after, any feed that ends before releases_to, on purpose.
// Threads change no byte. 100,000 tracks take a quarter of a CPU-second, a quarter of it k-means, 10 million 2.3 GB of
// memory.
Catalog synthesize(const SynthesisOptions& options, unsigned threads = 1);

}  // namespace wrapfeed::catalog
