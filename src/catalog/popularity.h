#pragma once

#include <cstdint>
#include <vector>

#include "catalog/catalog.h"
#include "random/alias.h"

namespace wrapfeed::catalog {

// Draws artists as listeners come upon them: by their rank in the catalog's popularity (1 = most followed; then by
// popularity, then number), weight (rank+4)^-0.97 up to rank 300 and falling on from there as (rank+4)^-1.47: a
// Zipf-Mandelbrot law, so that over a whole service the top 1 % of 20,000 artists get about half of the plays and the
// top 10 % about 85 %, as on Last.fm (HetRec 2011: 52 and 85 % of 17,632 artists, slope 1.25 from rank 100 on). Only
// artists with tracks of their own. A draw takes 32 uniform bits. Immutable; threads may share one.
class ArtistSampler {
 public:
  explicit ArtistSampler(const Catalog& catalog);
  std::uint32_t pick(std::uint32_t bits) const noexcept {
    return artists_[all_.pick_coarsely(bits)];
  }  // of all artists
  // Of one genre, whose genre_weight must not be 0 (no artist's own tracks are mostly of it).
  std::uint32_t pick(std::uint16_t genre, std::uint32_t bits) const noexcept {
    return genre_first_[genre] + by_genre_[genre].pick_coarsely(bits);
  }
  // Has what pick(...) of the same will read brought near.
  void prefetch(std::uint32_t bits) const noexcept { all_.prefetch_coarsely(bits); }
  void prefetch(std::uint16_t genre, std::uint32_t bits) const noexcept { by_genre_[genre].prefetch_coarsely(bits); }
  double genre_weight(std::uint16_t genre) const noexcept;  // share of all artist weight in that genre, sums to 1

 private:
  random::AliasTable all_;
  std::vector<std::uint32_t> artists_;        // column of all_ -> artist number
  std::vector<random::AliasTable> by_genre_;  // column -> genre_first_ + column
  std::vector<std::uint32_t> genre_first_;    // first artist of each genre
  std::vector<double> genre_weights_;
};

}  // namespace wrapfeed::catalog
