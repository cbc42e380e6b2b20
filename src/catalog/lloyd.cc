#include "catalog/lloyd.h"

#include <cstring>

namespace wrapfeed::catalog {
namespace {

using Two = Points::Two;
using TwoNumbers __attribute__((vector_size(16))) = std::int64_t;

// Of two points at once; each point's sum keeps its order.
inline Two squared_distances(const Points::Pair& pair, const Point& center) {
  Two sum{};
  for (std::size_t dimension = 0; dimension < kDimensions; ++dimension) {
    const Two difference = center[dimension] - pair[dimension];
    sum += difference * difference;
  }
  return sum;
}

std::vector<Point> means(const Points& points, std::span<const std::int64_t> centers, std::size_t count) {
  std::vector<Point> sums(count, Point{});
  std::vector<std::size_t> sizes(count);
  for (std::size_t row = 0; row < points.size(); ++row) {
    const auto center = static_cast<std::size_t>(centers[row]);
    Point& sum = sums[center];
    const Point& point = points[row];
    for (std::size_t dimension = 0; dimension < kDimensions; ++dimension) sum[dimension] += point[dimension];
    ++sizes[center];
  }
  for (std::size_t center = 0; center < count; ++center) {
    if (sizes[center] == 0) continue;
    const double part = 1 / static_cast<double>(sizes[center]);
    for (double& value : sums[center]) value *= part;
  }
  return sums;
}

}  // namespace

double squared_distance(const Point& a, const Point& b) {
  double sum = 0;
  for (std::size_t dimension = 0; dimension < kDimensions; ++dimension) {
    const double difference = a[dimension] - b[dimension];
    sum += difference * difference;
  }
  return sum;
}

void Points::reserve(std::size_t count) {
  rows_.reserve(count);
  pairs_.reserve((count + 1) / 2);
}

void Points::push_back(const Point& point) {
  const std::size_t place = rows_.size() % 2;
  if (place == 0) pairs_.push_back({});
  for (std::size_t dimension = 0; dimension < kDimensions; ++dimension)
    pairs_.back()[dimension][static_cast<int>(place)] = point[dimension];
  rows_.push_back(point);
}

void assign(const Points& points, std::span<const Point> centers, Assignment& nearest) {
  const std::span<const Points::Pair> pairs = points.pairs();
  nearest.center.resize(2 * pairs.size());
  nearest.squared_distance.resize(2 * pairs.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    Two best = squared_distances(pairs[i], centers[0]);
    TwoNumbers number{};
    for (std::size_t center = 1; center < centers.size(); ++center) {
      const Two distances = squared_distances(pairs[i], centers[center]);
      const TwoNumbers nearer = distances < best;
      best = nearer ? distances : best;
      number = nearer ? TwoNumbers{} + static_cast<std::int64_t>(center) : number;
    }
    std::memcpy(&nearest.squared_distance[2 * i], &best, sizeof best);
    std::memcpy(&nearest.center[2 * i], &number, sizeof number);
  }
  nearest.center.resize(points.size());
  nearest.squared_distance.resize(points.size());
}

void lloyd(const Points& points, std::vector<Point>& centers, unsigned most_rounds) {
  Assignment nearest;
  std::vector<std::int64_t> before;
  for (unsigned round = 0; round < most_rounds; ++round) {
    assign(points, centers, nearest);
    const bool same = nearest.center == before;
    centers = means(points, nearest.center, centers.size());
    if (same) return;
    before = nearest.center;
  }
}

}  // namespace wrapfeed::catalog
