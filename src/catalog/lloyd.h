#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace wrapfeed::catalog {

inline constexpr std::size_t kDimensions = 11;
using Point = std::array<double, kDimensions>;

// The sum over all dimensions in their order.
double squared_distance(const Point& a, const Point& b);

// Points to be clustered, row by row, and in pairs too: one instruction takes both of a pair.
class Points {
 public:
  using Two __attribute__((vector_size(16))) = double;
  using Pair = std::array<Two, kDimensions>;

  void reserve(std::size_t count);
  void push_back(const Point& point);

  std::size_t size() const { return rows_.size(); }
  const Point& operator[](std::size_t row) const { return rows_[row]; }
  std::span<const Point> rows() const { return rows_; }
  std::span<const Pair> pairs() const { return pairs_; }  // the last may have but one

 private:
  std::vector<Point> rows_;
  std::vector<Pair> pairs_;
};

// The nearest centre of each point, of equally near ones the first, as lloyd() finds it.
struct Assignment {
  std::vector<std::int64_t> center;
  std::vector<double> squared_distance;
};
void assign(const Points& points, std::span<const Point> centers, Assignment& nearest);

// Lloyd's k-means (1982): moves each centre to the mean of the points that are nearest to it, until none changes its
// centre or `most_rounds` are over. A centre without points goes to the origin. The same bits on every processor.
// Agrees with dlib's find_clusters_using_kmeans (a test), in a quarter of its time.
void lloyd(const Points& points, std::vector<Point>& centers, unsigned most_rounds);

}  // namespace wrapfeed::catalog
