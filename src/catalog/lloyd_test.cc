#include "catalog/lloyd.h"

#include <gtest/gtest.h>

// dlib 19.24; headers only.
#include <dlib/matrix.h>
#include <dlib/svm/kkmeans.h>

#include "random/distributions.h"

namespace wrapfeed::catalog {
namespace {

using DlibPoint = dlib::matrix<double, kDimensions, 1>;

DlibPoint to_dlib(const Point& point) {
  DlibPoint to;
  for (std::size_t i = 0; i < kDimensions; ++i) to(static_cast<long>(i)) = point[i];
  return to;
}

Points cloud(std::uint32_t number, std::size_t size) {
  random::Draws draws(number, random::Purpose::CatalogFeatures, 0);
  Points points;
  for (std::size_t row = 0; row < size; ++row) {
    Point point;
    for (double& value : point) value = random::normal(draws) + (draws.chance(0.3) ? 1.5 : 0);
    points.push_back(point);
  }
  return points;
}

TEST(Lloyd, EndsWhereDlibDoes) {
  for (const std::size_t size : {3, 128, 129, 3'000}) {
    for (const std::size_t clusters : {1, 3, 8}) {
      const Points points = cloud(static_cast<std::uint32_t>(size), size);
      std::vector<Point> centers;
      for (std::size_t i = 0; i < clusters; ++i) centers.push_back(points[i * 7 % size]);
      std::vector<DlibPoint> samples, expected;
      for (const Point& point : points.rows()) samples.push_back(to_dlib(point));
      for (const Point& center : centers) expected.push_back(to_dlib(center));
      dlib::find_clusters_using_kmeans(samples, expected, 300);
      lloyd(points, centers, 300);
      for (std::size_t i = 0; i < clusters; ++i) EXPECT_EQ(dlib::max(dlib::abs(to_dlib(centers[i]) - expected[i])), 0);
    }
  }
}

TEST(Lloyd, AssignsTheFirstOfTheNearest) {
  Points points;
  for (const double value : {0.0, 1.0, 2.0}) points.push_back({value});
  const std::vector<Point> centers = {{0.0}, {2.0}};
  Assignment nearest;
  assign(points, centers, nearest);
  EXPECT_EQ(nearest.center, (std::vector<std::int64_t>{0, 0, 1}));
  EXPECT_EQ(nearest.squared_distance, (std::vector<double>{0, 1, 0}));
}

}  // namespace
}  // namespace wrapfeed::catalog
