#pragma once

#include <cstdint>
#include <vector>

#include "base/large_vector.h"
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
  std::uint32_t pick(std::uint32_t bits) const noexcept { return all_.pick_coarsely(bits); }  // of all artists
  // Of one genre, whose genre_weight must not be 0 (no artist's own tracks are mostly of it).
  std::uint32_t pick(std::uint16_t genre, std::uint32_t bits) const noexcept {
    const Catalog::ArtistRange range = genres_[genre];
    return range.first + random::AliasTable::pick_coarsely(by_genre_.data() + range.first, range.count, bits);
  }
  // Has what pick(...) of the same will read brought near.
  void prefetch(std::uint32_t bits) const noexcept {
    __builtin_prefetch(&all_.columns()[random::AliasTable::column_of(all_.size(), bits)]);
  }
  void prefetch(std::uint16_t genre, std::uint32_t bits) const noexcept {
    const Catalog::ArtistRange range = genres_[genre];
    __builtin_prefetch(&by_genre_[range.first + random::AliasTable::column_of(range.count, bits)]);
  }
  double genre_weight(std::uint16_t genre) const noexcept;  // share of all artist weight in that genre, sums to 1

 private:
  random::AliasTable all_;                                  // of all artists by number
  base::LargeVector<random::AliasTable::Column> by_genre_;  // those of each genre's table, at its artists' numbers
  std::vector<Catalog::ArtistRange> genres_;
  std::vector<double> genre_weights_;
};

}  // namespace wrapfeed::catalog
