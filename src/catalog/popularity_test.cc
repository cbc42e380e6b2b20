#include "catalog/popularity.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "catalog/rows_for_test.h"
#include "random/draws.h"

namespace wrapfeed::catalog {
namespace {

using testing::ArtistForTest;
using testing::TrackForTest;

// `count` artists of falling fame, alternately of two genres; one more of great fame without tracks.
Catalog ladder(int count) {
  CatalogBuilder builder;
  ArtistForTest{"Silent", 1'000'000'000}.add_to(builder);
  for (int i = 0; i < count; ++i) {
    const std::string name = fmt::format("A{}", i);
    ArtistForTest{name, 10'000'000 - i}.add_to(builder);
    TrackForTest track{fmt::format("t{}", i), name};
    track.genre = i % 2 == 0 ? "even" : "odd";
    track.add_to(builder);
  }
  return builder.build();
}

// Followers tell the rank: artists of ladder() have 10,000,000 - rank + 1.
int rank_of(const Catalog& catalog, std::uint32_t artist) {
  return static_cast<int>(10'000'001 - catalog.artist(artist).followers);
}

std::uint64_t bits(std::uint32_t draw) {
  random::Draws draws(1, random::Purpose::Session, draw);
  return draws.word64();
}

TEST(ArtistSampler, FollowsTheStatedLaw) {
  const Catalog catalog = ladder(20'000);
  const ArtistSampler sampler(catalog);
  constexpr int kDraws = 2'000'000;
  std::vector<int> counts(20'001);
  for (std::uint32_t i = 0; i < kDraws; ++i)
    ++counts.at(static_cast<std::size_t>(rank_of(catalog, sampler.pick(bits(i)))));
  const auto drawn = [&](int from, int to) {
    double sum = 0;
    for (int rank = from; rank <= to; ++rank) sum += counts[static_cast<std::size_t>(rank)];
    return sum;
  };
  const auto slope = [&](int a, int b) {  // of log frequency over log (rank + 4), by windows of 20 % around a and b
    const auto density = [&](int rank) { return drawn(rank - rank / 10, rank + rank / 10) / (2 * (rank / 10) + 1); };
    return -std::log(density(b) / density(a)) / std::log((b + 4.0) / (a + 4.0));
  };
  EXPECT_NEAR(slope(20, 250), 0.97, 0.04);
  EXPECT_NEAR(slope(400, 1600), 1.47, 0.05);
  EXPECT_NEAR(slope(4000, 16000), 1.47, 0.06);
  EXPECT_NEAR(drawn(1, 1) / drawn(2, 2), std::pow(6.0 / 5, 0.97), 0.03);
  EXPECT_NEAR(drawn(286, 300) / drawn(301, 315), 1.06, 0.05) << "no step where the slope changes";
}

TEST(ArtistSampler, NeverPicksAnArtistWithoutTracks) {
  const Catalog catalog = ladder(2);
  const ArtistSampler sampler(catalog);
  std::map<std::string, int> seen;
  for (std::uint32_t i = 0; i < 2000; ++i) {
    ++seen[std::string(catalog.artist(sampler.pick(bits(i))).name)];
    ++seen[std::string(catalog.artist(sampler.pick(0, bits(i))).name)];
  }
  EXPECT_EQ(seen.count("Silent"), 0U);
  EXPECT_EQ(seen.size(), 2U);
}

TEST(ArtistSampler, StaysInTheGenreAskedFor) {
  const Catalog catalog = ladder(100);
  const ArtistSampler sampler(catalog);
  std::map<int, int> counts;
  for (std::uint32_t i = 0; i < 200'000; ++i) {
    const std::uint32_t artist = sampler.pick(1, bits(i));
    ASSERT_EQ(catalog.artist_row(artist).genre, 1);
    ++counts[rank_of(catalog, artist)];
  }
  EXPECT_NEAR(double(counts[2]) / counts[100], std::pow(104.0 / 6, 0.97), 1.2);
}

TEST(ArtistSampler, GenreWeightsAreSharesOfAllWeight) {
  const Catalog catalog = ladder(1000);
  const ArtistSampler sampler(catalog);
  EXPECT_NEAR(sampler.genre_weight(0) + sampler.genre_weight(1), 1, 1e-12);
  EXPECT_GT(sampler.genre_weight(0), sampler.genre_weight(1));
  int even = 0;
  for (std::uint32_t i = 0; i < 100'000; ++i) even += catalog.artist_row(sampler.pick(bits(i))).genre == 0;
  EXPECT_NEAR(even / 1e5, sampler.genre_weight(0), 0.01);
}

}  // namespace
}  // namespace wrapfeed::catalog
