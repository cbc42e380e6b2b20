#include "catalog/synthetic_artist.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "catalog/genre_profile.h"

namespace wrapfeed::catalog {
namespace {

template <typename T>
double quantile(std::vector<T> values, double level) {
  std::sort(values.begin(), values.end());
  return static_cast<double>(values[static_cast<std::size_t>(level * static_cast<double>(values.size()))]);
}

TEST(SyntheticArtists, ShareOutEveryTrackOnce) {
  for (const auto& [tracks, artists] : {std::pair{1U, 1U}, {7U, 7U}, {1000U, 1U}, {1000U, 999U}, {12'345U, 678U}}) {
    std::uint32_t next = 0;
    for (const SyntheticArtist& artist : draw_artists({.tracks = tracks, .artists = artists})) {
      EXPECT_EQ(artist.first_track, next);
      EXPECT_GE(artist.track_count, 1U);
      next += artist.track_count;
    }
    EXPECT_EQ(next, tracks);
  }
}

// The public artist list: 60,266 artists' followers at .1 .25 .5 .75 .9 .99 .999: 12, 89, 1,878, 52,458, 344,215,
// 3,772,255, 16,071,689; correlation of log followers and popularity .875.
TEST(SyntheticArtists, FollowersAreAsUnequalAsRealOnes) {
  const auto artists = draw_artists({.tracks = 100'000, .artists = 20'000});
  std::vector<double> followers, counts;
  double sum_x = 0, sum_y = 0, sum_xx = 0, sum_yy = 0, sum_xy = 0;
  for (const SyntheticArtist& artist : artists) {
    followers.push_back(std::log(1 + static_cast<double>(artist.followers)));
    counts.push_back(artist.track_count);
    const double x = followers.back(), y = artist.popularity;
    sum_x += x, sum_y += y, sum_xx += x * x, sum_yy += y * y, sum_xy += x * y;
    EXPECT_GE(artist.popularity, 0);
    EXPECT_LE(artist.popularity, 100);
  }
  EXPECT_NEAR(quantile(followers, .1), std::log(13), 0.2);
  EXPECT_NEAR(quantile(followers, .5), std::log(1879), 0.2);
  EXPECT_NEAR(quantile(followers, .9), std::log(344'216), 0.2);
  EXPECT_NEAR(quantile(followers, .99), std::log(3'772'256), 0.3);
  EXPECT_NEAR(quantile(followers, .999), std::log(16'071'690), 0.4);
  const double n = static_cast<double>(artists.size());
  const double correlation =
      (sum_xy - sum_x * sum_y / n) / std::sqrt((sum_xx - sum_x * sum_x / n) * (sum_yy - sum_y * sum_y / n));
  EXPECT_NEAR(correlation, 0.875, 0.02);
  // 33,908 primary artists of the public track list: median 2, .75: 4, .9: 10, .99: 48 tracks.
  EXPECT_EQ(quantile(counts, .5), 2);
  EXPECT_NEAR(quantile(counts, .75), 4, 1);
  EXPECT_NEAR(quantile(counts, .9), 10, 2);
  EXPECT_NEAR(quantile(counts, .99), 48, 8);
}

TEST(SyntheticArtists, TheFamousHaveMoreTracks) {
  auto artists = draw_artists({.tracks = 50'000, .artists = 10'000});
  std::sort(artists.begin(), artists.end(), [](auto& a, auto& b) { return a.followers > b.followers; });
  double head = 0, tail = 0;
  for (std::size_t i = 0; i < 1000; ++i) head += artists[i].track_count, tail += artists[9999 - i].track_count;
  EXPECT_GT(head, 4 * tail);
}

TEST(SyntheticArtists, FillEveryGenreByItsShare) {
  const auto artists = draw_artists({.tracks = 100'000, .artists = 50'000});
  std::vector<double> counts(genre_profiles().size());
  for (const SyntheticArtist& artist : artists) {
    ++counts.at(artist.genre);
    EXPECT_EQ(genre_profiles()[artist.genre].family, genre_profiles()[artist.second_genre].family);
    EXPECT_LT(artist.language, genre_profiles()[artist.genre].languages.size());
  }
  for (std::size_t genre = 0; genre < counts.size(); ++genre) {
    EXPECT_NEAR(counts[genre] / 50'000, genre_profiles()[genre].share, 0.0035) << genre_profiles()[genre].name;
  }
  std::set<std::uint16_t> genres;
  for (const SyntheticArtist& artist : draw_artists({.tracks = 114, .artists = 114})) genres.insert(artist.genre);
  EXPECT_EQ(genres.size(), 114U);
}

TEST(SyntheticArtists, CareersFitTheirGenreAndTheirOutput) {
  const SynthesisOptions options{.tracks = 20'000, .artists = 4000};
  for (const SyntheticArtist& artist : draw_artists(options)) {
    const int first_year = genre_profiles()[artist.genre].first_year;
    EXPECT_GE(artist.debut, base::days_from_civil(first_year, 1, 1));
    EXPECT_LE(artist.debut, options.releases_to);
    EXPECT_GE(artist.career_days, artist.track_count);
  }
}

}  // namespace
}  // namespace wrapfeed::catalog
