#include "catalog/clusters.h"

// dlib 19.24; headers only.
#include <dlib/matrix.h>
#include <dlib/svm/kkmeans.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <future>
#include <limits>
#include <numeric>

#include "base/check.h"
#include "random/draws.h"

namespace wrapfeed::catalog {
namespace {

constexpr std::size_t kFeatures = 11;
constexpr std::size_t kLeastStarts = 64;
constexpr std::size_t kMostStarts = 1'000;
constexpr std::size_t kStartRows = 393'216;  // looked at by all starts together, where the catalog has few

// Starts are thinned out: many go a few steps on few rows, those with the least inertia go on.
struct Round {
  std::size_t rows;          // at most, evenly spaced
  unsigned long iterations;  // of Lloyd's algorithm, at most; real catalogs converge in 10 to 40
  std::size_t kept;          // starts
};
constexpr Round kRounds[] = {{2'048, 8, 8}, {8'192, 12, 3}, {32'768, 6, 1}, {32'768, 300, 1}};
// Two starts are on the way to one optimum if each centre of one lies so near one of the other (distance squared).
constexpr double kSameOptimum = 0.1;

using Point = dlib::matrix<double, kFeatures, 1>;
using Points = std::vector<Point>;

std::array<double, kFeatures> feature_values(const events::AudioFeatures& row) {
  return {row.danceability, row.energy,       static_cast<double>(row.key), row.loudness, static_cast<double>(row.mode),
          row.speechiness,  row.acousticness, row.instrumentalness,         row.liveness, row.valence,
          row.tempo};
}

// Population standardisation: (value - mean) / deviation.
class Scaler {
 public:
  explicit Scaler(std::span<const events::AudioFeatures> rows) {
    const auto count = static_cast<double>(rows.size());
    std::array<double, kFeatures> low = feature_values(rows.front());
    std::array<double, kFeatures> high = low;
    for (const events::AudioFeatures& row : rows) {
      const auto values = feature_values(row);
      for (std::size_t f = 0; f < kFeatures; ++f) {
        mean_[f] += values[f];
        low[f] = std::min(low[f], values[f]);
        high[f] = std::max(high[f], values[f]);
      }
    }
    for (double& mean : mean_) mean /= count;
    measure_deviations(rows);
    for (std::size_t f = 0; f < kFeatures; ++f) {
      deviation_[f] = std::sqrt(deviation_[f] / count);
      if (low[f] == high[f]) mean_[f] = low[f];  // exactly 0 after scaling, whatever rounding the sum had
      if (low[f] == high[f] || deviation_[f] == 0) deviation_[f] = 1;
    }
  }

  Point operator()(const events::AudioFeatures& row) const {
    const auto values = feature_values(row);
    Point point;
    for (std::size_t f = 0; f < kFeatures; ++f) {
      point(static_cast<long>(f)) = (values[f] - mean_[f]) / deviation_[f];
    }
    return point;
  }

 private:
  void measure_deviations(std::span<const events::AudioFeatures> rows) {
    for (const events::AudioFeatures& row : rows) {
      const auto values = feature_values(row);
      for (std::size_t f = 0; f < kFeatures; ++f) deviation_[f] += (values[f] - mean_[f]) * (values[f] - mean_[f]);
    }
  }

  std::array<double, kFeatures> mean_{};
  std::array<double, kFeatures> deviation_{};
};

// At most `limit` rows, evenly spaced, standardised.
Points sample(std::span<const events::AudioFeatures> rows, const Scaler& scaler, std::size_t limit) {
  const std::size_t count = std::min(rows.size(), limit);
  Points points;
  points.reserve(count);
  for (std::size_t i = 0; i < count; ++i) points.push_back(scaler(rows[i * rows.size() / count]));
  return points;
}

struct Nearest {
  std::size_t center;
  double squared_distance;
};

Nearest nearest(const Points& centers, const Point& point) {
  Nearest best{0, std::numeric_limits<double>::infinity()};
  for (std::size_t c = 0; c < centers.size(); ++c) {
    const double distance = dlib::length_squared(centers[c] - point);
    if (distance < best.squared_distance) best = {c, distance};
  }
  return best;
}

double inertia_of(const Points& centers, const Points& points) {
  double sum = 0;
  for (const Point& point : points) sum += nearest(centers, point).squared_distance;
  return sum;
}

double fraction(random::Draws& draws) { return (static_cast<double>(draws.word64() >> 11) + 0.5) * 0x1p-53; }

// k-means++: each next centre is a row drawn in proportion to its squared distance from the centres so far.
Points start_centers(const Points& points, std::size_t clusters, random::Draws draws) {
  const auto count = static_cast<double>(points.size());
  Points centers = {points[static_cast<std::size_t>(fraction(draws) * count)]};
  std::vector<double> weights(points.size());
  while (centers.size() < clusters) {
    for (std::size_t i = 0; i < points.size(); ++i) weights[i] = nearest(centers, points[i]).squared_distance;
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    const double wanted = fraction(draws) * total;
    std::size_t row = 0;
    for (double passed = weights[0]; passed < wanted && row + 1 < points.size(); passed += weights[row]) ++row;
    centers.push_back(points[row]);
  }
  return centers;
}

struct Candidate {
  double inertia = 0;
  Points centers;
};

Candidate refine(Points centers, const Points& points, unsigned long iterations) {
  dlib::find_clusters_using_kmeans(points, centers, iterations);
  const double inertia = inertia_of(centers, points);
  return {inertia, std::move(centers)};
}

bool less_inertia(const Candidate& a, const Candidate& b) { return a.inertia < b.inertia; }

// make(0) ... make(count - 1), by so many threads; what is made does not depend on them.
template <typename Make>
std::vector<Candidate> make_all(std::size_t count, unsigned threads, Make make) {
  std::vector<Candidate> made(count);
  std::atomic<std::size_t> next = 0;
  std::vector<std::future<void>> workers;
  for (unsigned i = 0; i < threads; ++i) {
    workers.push_back(std::async(std::launch::async, [&] {
      for (std::size_t number = next++; number < count; number = next++) made[number] = make(number);
    }));
  }
  for (std::future<void>& worker : workers) worker.get();
  return made;
}

bool on_one_way(const Candidate& a, const Candidate& b) {
  return std::all_of(a.centers.begin(), a.centers.end(),
                     [&](const Point& center) { return nearest(b.centers, center).squared_distance < kSameOptimum; });
}

// The `count` best of those that are on the way to different optima, for many starts end in one.
std::vector<Candidate> best_different(std::vector<Candidate> starts, std::size_t count) {
  std::stable_sort(starts.begin(), starts.end(), less_inertia);
  std::vector<Candidate> different;
  for (Candidate& start : starts) {
    if (different.size() == count) break;
    const bool is_new = std::none_of(different.begin(), different.end(),
                                     [&](const Candidate& better) { return on_one_way(start, better); });
    if (is_new) different.push_back(std::move(start));
  }
  return different;
}

Points best_centers(std::span<const events::AudioFeatures> rows, const Scaler& scaler, std::size_t clusters,
                    std::uint64_t seed, unsigned threads) {
  Points points = sample(rows, scaler, kRounds[0].rows);
  // Few rows have many optima of nearly the same inertia, and cost little.
  std::vector<Candidate> starts(std::clamp(kStartRows / rows.size(), kLeastStarts, kMostStarts));
  starts = make_all(starts.size(), threads, [&](std::size_t start) {
    const random::Draws draws(seed, random::Purpose::ClusterStart, 0, static_cast<std::uint32_t>(start));
    return Candidate{0, start_centers(points, clusters, draws)};
  });
  for (const Round& round : kRounds) {
    if (points.size() < std::min(rows.size(), round.rows)) points = sample(rows, scaler, round.rows);
    starts = best_different(
        make_all(starts.size(), threads,
                 [&](std::size_t start) { return refine(starts[start].centers, points, round.iterations); }),
        round.kept);
  }
  return starts.front().centers;
}

// Renumbers the labels by size, largest first; equal sizes keep their order.
void number_by_size(Clustering& clustering) {
  std::vector<std::size_t> order(clustering.sizes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return clustering.sizes[a] > clustering.sizes[b]; });
  std::vector<std::int32_t> number(order.size());
  std::vector<std::uint64_t> sizes(order.size());
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    number[order[rank]] = static_cast<std::int32_t>(rank);
    sizes[rank] = clustering.sizes[order[rank]];
  }
  for (std::int32_t& label : clustering.labels) label = number[static_cast<std::size_t>(label)];
  clustering.sizes = std::move(sizes);
}

}  // namespace

Clustering cluster_audio_features(std::span<const events::AudioFeatures> rows, unsigned clusters, std::uint64_t seed,
                                  unsigned threads) {
  CHECK(clusters >= 1 && threads >= 1);
  Clustering result;
  result.sizes.resize(clusters);
  if (rows.empty()) return result;
  const Scaler scaler(rows);
  const Points centers = best_centers(rows, scaler, clusters, seed, threads);
  result.labels.reserve(rows.size());
  for (const events::AudioFeatures& row : rows) {
    const Nearest found = nearest(centers, scaler(row));
    result.labels.push_back(static_cast<std::int32_t>(found.center));
    result.inertia += found.squared_distance;
    ++result.sizes[found.center];
  }
  number_by_size(result);
  return result;
}

}  // namespace wrapfeed::catalog
