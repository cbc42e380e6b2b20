#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "events/track.h"

namespace wrapfeed::catalog {

// Tracks grouped by how they sound: the source of audio_features_type.
struct Clustering {
  std::vector<std::int32_t> labels;  // a row's cluster; numbered by size, 0 = largest
  double inertia = 0;  // sum over rows of the squared distance to the row's centre, in standard deviations
  std::vector<std::uint64_t> sizes;  // by label, falling; zeros where there are fewer different rows than clusters
};

// k-means (Lloyd's algorithm, dlib's) over eleven features, each standardised by its mean and population deviation (a
// constant feature counts as 0): danceability, energy, key, loudness, mode, speechiness, acousticness,
// instrumentalness, liveness, valence, tempo. The best of 64 starts (up to 1,000 where rows are few) by k-means++
// (Arthur and Vassilvitskii 2007): all take a few steps on up to 2,048 evenly spaced rows, the better ones go on with
// more, the best one to its end on up to 32,768; every row then gets the nearest centre. So ten million rows take
// seconds and no memory beyond the labels. Deterministic: the same bits for the same rows, clusters (at least 1) and
// seed, whatever the threads (at least 1).
Clustering cluster_audio_features(std::span<const events::AudioFeatures> rows, unsigned clusters, std::uint64_t seed,
                                  unsigned threads = 1);

}  // namespace wrapfeed::catalog
