#include "catalog/clusters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "random/draws.h"

namespace wrapfeed::catalog {
namespace {

using testing::ElementsAre;

// Three kinds of song, far apart, `sizes` of each, in turn.
std::vector<events::AudioFeatures> three_kinds(std::array<unsigned, 3> sizes) {
  std::vector<events::AudioFeatures> rows;
  random::Draws draws(7, random::Purpose::CatalogFeatures, 0);
  for (unsigned kind = 0; kind < 3; ++kind) {
    for (unsigned i = 0; i < sizes[kind]; ++i) {
      const auto noise = [&] { return static_cast<float>(0.02 * draws.uniform()); };
      events::AudioFeatures row;
      row.energy = 0.4F * static_cast<float>(kind) + noise();
      row.danceability = 0.9F - 0.3F * static_cast<float>(kind) + noise();
      row.tempo = 80 + 40 * static_cast<float>(kind) + 100 * noise();
      row.mode = kind == 1 ? 1 : 0;
      rows.push_back(row);
    }
  }
  return rows;
}

TEST(Clusters, FindsPlantedGroupsNumberedBySize) {
  const auto rows = three_kinds({20, 50, 30});
  const Clustering found = cluster_audio_features(rows, 3, 1);
  EXPECT_THAT(found.sizes, ElementsAre(50, 30, 20));
  for (std::size_t i = 0; i < rows.size(); ++i) EXPECT_EQ(found.labels[i], i < 20 ? 2 : i < 70 ? 0 : 1) << i;
}

// Two rows a feature apart: mean 1, deviation 1, so each row is 1 from the single centre, and constants add nothing.
TEST(Clusters, StandardisesByPopulationDeviation) {
  std::vector<events::AudioFeatures> rows(4);
  rows[0].tempo = rows[1].tempo = 0;
  rows[2].tempo = rows[3].tempo = 2;
  for (auto& row : rows) row.loudness = -7.1F;
  EXPECT_DOUBLE_EQ(cluster_audio_features(rows, 1, 1).inertia, 4.0);
  EXPECT_DOUBLE_EQ(cluster_audio_features(rows, 2, 1).inertia, 0.0);
}

TEST(Clusters, TimeSignatureIsNoFeature) {
  std::vector<events::AudioFeatures> rows(4);
  rows[0].time_signature = 3;
  EXPECT_EQ(cluster_audio_features(rows, 1, 1).inertia, 0.0);
}

TEST(Clusters, FewerDifferentRowsThanClusters) {
  const std::vector<events::AudioFeatures> rows(2);
  const Clustering found = cluster_audio_features(rows, 3, 1);
  EXPECT_THAT(found.labels, ElementsAre(0, 0));
  EXPECT_THAT(found.sizes, ElementsAre(2, 0, 0));
  EXPECT_EQ(found.inertia, 0.0);
  EXPECT_TRUE(cluster_audio_features({}, 3, 1).labels.empty());
}

TEST(Clusters, SameSeedSameLabels) {
  const auto rows = three_kinds({300, 200, 100});
  EXPECT_EQ(cluster_audio_features(rows, 5, 9).labels, cluster_audio_features(rows, 5, 9).labels);
}

TEST(Clusters, SampledStartsStillFindTheGroupsOfManyRows) {
  const auto rows = three_kinds({150'000, 100'000, 50'000});
  const Clustering found = cluster_audio_features(rows, 3, 1);
  EXPECT_THAT(found.sizes, ElementsAre(150'000, 100'000, 50'000));
  EXPECT_EQ(std::accumulate(found.sizes.begin(), found.sizes.end(), 0ULL), rows.size());
  EXPECT_EQ(found.labels[149'999], 0);
  EXPECT_EQ(found.labels[150'000], 1);
}

TEST(Clusters, ThreadsChangeNothing) {
  const auto rows = three_kinds({4'000, 3'000, 2'000});
  const Clustering one = cluster_audio_features(rows, 5, 1, 1);
  const Clustering many = cluster_audio_features(rows, 5, 1, 7);
  EXPECT_EQ(one.labels, many.labels);
  EXPECT_EQ(one.inertia, many.inertia);
}

}  // namespace
}  // namespace wrapfeed::catalog
