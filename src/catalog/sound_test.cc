#include "catalog/sound.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "catalog/genre_profile.h"

namespace wrapfeed::catalog {
namespace {

std::uint16_t genre_number(std::string_view name) {
  const auto profiles = genre_profiles();
  const auto found = std::find_if(profiles.begin(), profiles.end(), [&](auto& each) { return each.name == name; });
  return static_cast<std::uint16_t>(found - profiles.begin());
}

std::vector<events::AudioFeatures> draw_many(std::string_view genre, std::uint32_t artists, std::uint32_t tracks_each) {
  const SoundModel model;
  const std::uint16_t number = genre_number(genre);
  std::vector<events::AudioFeatures> rows;
  for (std::uint32_t artist = 0; artist < artists; ++artist) {
    random::Draws artist_draws(3, random::Purpose::CatalogFeatures, artist, 1);
    const SoundModel::Normals own = SoundModel::draw_artist(artist_draws);
    for (std::uint32_t track = 0; track < tracks_each; ++track) {
      random::Draws draws(3, random::Purpose::CatalogFeatures, artist * tracks_each + track);
      rows.push_back(model.draw(number, own, draws));
    }
  }
  return rows;
}

double quantile(std::vector<events::AudioFeatures>& rows, float events::AudioFeatures::*feature, double level) {
  const auto place = rows.begin() + static_cast<std::ptrdiff_t>(level * static_cast<double>(rows.size()));
  std::nth_element(rows.begin(), place, rows.end(), [&](auto& a, auto& b) { return a.*feature < b.*feature; });
  return (*place).*feature;
}

// Quantiles of dataset.csv.
TEST(SoundModel, GenresKeepTheirOwnMarginals) {
  auto acoustic = draw_many("acoustic", 20'000, 1);
  EXPECT_NEAR(quantile(acoustic, &events::AudioFeatures::danceability, .50), 0.558, 0.01);
  EXPECT_NEAR(quantile(acoustic, &events::AudioFeatures::danceability, .05), 0.333, 0.01);
  EXPECT_NEAR(quantile(acoustic, &events::AudioFeatures::loudness, .90), -5.111, 0.15);
  EXPECT_NEAR(quantile(acoustic, &events::AudioFeatures::tempo, .50), 117.8, 1.5);
  auto afrobeat = draw_many("afrobeat", 20'000, 1);
  EXPECT_NEAR(quantile(afrobeat, &events::AudioFeatures::danceability, .50), 0.691, 0.01);
  EXPECT_NEAR(quantile(afrobeat, &events::AudioFeatures::energy, .50), 0.727, 0.01);
}

TEST(SoundModel, ArtistsHaveASoundOfTheirOwn) {
  const auto rows = draw_many("pop", 4000, 2);
  double products = 0, squares = 0, mean = 0;
  for (const auto& row : rows) mean += row.energy / static_cast<double>(rows.size());
  for (std::size_t i = 0; i < rows.size(); i += 2) {
    products += (rows[i].energy - mean) * (rows[i + 1].energy - mean);
    squares += (rows[i].energy - mean) * (rows[i].energy - mean);
  }
  EXPECT_NEAR(products / squares, 0.35, 0.06);
}

TEST(SoundModel, CategoriesFollowTheirShares) {
  const auto rows = draw_many("country", 20'000, 1);
  const GenreProfile& profile = genre_profiles()[genre_number("country")];
  std::map<int, int> keys, times;
  int major = 0;
  for (const auto& row : rows) {
    ++keys[row.key];
    ++times[row.time_signature];
    major += row.mode;
  }
  EXPECT_NEAR(major / 20'000.0, profile.major_share, 0.02);
  EXPECT_NEAR(times[3] / 20'000.0, profile.triple_time_share, 0.02);
  EXPECT_EQ(keys.size(), 12U);
  EXPECT_NEAR(keys[7] / 20'000.0, 0.116, 0.01);
  EXPECT_NEAR(keys[3] / 20'000.0, 0.031, 0.01);
  EXPECT_EQ(times.size(), 4U);
}

TEST(SoundModel, StaysInTheRangesOfTheFeatures) {
  for (const char* genre : {"sleep", "grindcore", "comedy", "minimal-techno"}) {
    for (const auto& row : draw_many(genre, 5000, 1)) {
      for (const float share : {row.danceability, row.energy, row.speechiness, row.acousticness, row.instrumentalness,
                                row.liveness, row.valence}) {
        ASSERT_GE(share, 0);
        ASSERT_LE(share, 1);
      }
      ASSERT_GE(row.loudness, -60);
      ASSERT_LT(row.loudness, 5);
      ASSERT_GE(row.tempo, 0);
      ASSERT_LT(row.tempo, 260);
    }
  }
}

}  // namespace
}  // namespace wrapfeed::catalog
