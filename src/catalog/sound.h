#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "events/track.h"
#include "random/draws.h"

namespace wrapfeed::catalog {

// Audio features by genre: a Gaussian copula over each genre's own marginals. The marginals are quantiles of the
// Spotify tracks dataset (114 genres x 1,000 tracks, public CSV dataset.csv), the copula's correlations were fitted so
// that the 9 x 9 correlation matrix over all genres is that data set's. Tracks of one artist sound alike: part of
// each track's draw is its artist's. Immutable; threads may share one.
class SoundModel {
 public:
  SoundModel();

  static constexpr int kMeasured = 9;  // danceability ... tempo, in the order of events::AudioFeatures
  using Normals = std::array<double, kMeasured>;

  // Independent standard normal numbers: an artist's own sound.
  static Normals draw_artist(random::Draws& draws) noexcept;
  events::AudioFeatures draw(std::uint16_t genre, const Normals& artist, random::Draws& draws) const noexcept;

 private:
  static constexpr int kKnots = 11;
  using Curve = std::array<float, kKnots>;
  std::vector<std::array<Curve, kMeasured>> curves_;  // by genre in the order of genre_profiles()
  std::array<Normals, kMeasured> mixing_;             // Cholesky factor of the copula's correlations, lower triangle
};

}  // namespace wrapfeed::catalog
