#pragma once

#include <cstdint>
#include <vector>

#include "catalog/catalog.h"
#include "random/alias.h"

namespace wrapfeed::catalog {

// Draws artists as listeners come upon them: by their rank in the catalog's popularity (followers, then popularity,
// then number), weight 1/(rank+10)^0.9 up to rank 1,000 and 1/(rank+10)^1.2 beyond (LISTENING: Zipf-Mandelbrot slope
// .8 at the head to 1.25 in the tail). Only artists with tracks of their own. Immutable; threads may share one.
class ArtistSampler {
 public:
  explicit ArtistSampler(const Catalog& catalog);
  std::uint32_t pick(std::uint64_t bits) const noexcept;                       // of all artists
  std::uint32_t pick(std::uint16_t genre, std::uint64_t bits) const noexcept;  // of one genre
  double genre_weight(std::uint16_t genre) const noexcept;  // share of all artist weight in that genre, sums to 1

 private:
  random::AliasTable all_;
  std::vector<std::uint32_t> artists_;       // column of all_ -> artist number
  std::vector<random::AliasTable> by_genre_; // column -> artists_of(genre).first + column
  std::vector<double> genre_weights_;
};

}  // namespace wrapfeed::catalog
