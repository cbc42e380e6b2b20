#include "catalog/genres.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "catalog/genre_profile.h"

namespace wrapfeed::catalog {
namespace {

TEST(Genres, AreThe114OfTheDataSetInOrder) {
  const auto genres = known_genres();
  ASSERT_EQ(genres.size(), 114U);
  EXPECT_EQ(genres.front().name, "acoustic");
  EXPECT_EQ(genres.back().name, "world-music");
  EXPECT_TRUE(std::is_sorted(genres.begin(), genres.end(), [](auto& a, auto& b) { return a.name < b.name; }));
}

TEST(Genres, SharesSumToOneAndNoGenreIsForgotten) {
  double sum = 0;
  for (const Genre& genre : known_genres()) {
    EXPECT_GT(genre.popularity, 0.0005) << genre.name;
    EXPECT_LT(genre.popularity, 0.05) << genre.name;
    sum += genre.popularity;
  }
  EXPECT_NEAR(sum, 1, 1e-12);
}

TEST(Genres, EveryFamilyHasOne) {
  std::set<Family> families;
  for (const Genre& genre : known_genres()) families.insert(genre.family);
  EXPECT_EQ(families.size(), 22U);
  EXPECT_EQ(find_genre("black-metal")->family, Family::Metal);
  EXPECT_EQ(find_genre("sertanejo")->family, Family::Brazilian);
  EXPECT_EQ(find_genre("comedy")->family, Family::Spoken);
}

TEST(Genres, FindsNamesExactly) {
  EXPECT_EQ(find_genre("k-pop")->name, "k-pop");
  EXPECT_EQ(find_genre("K-pop"), nullptr);
  EXPECT_EQ(find_genre(""), nullptr);
  EXPECT_EQ(find_genre("zzz"), nullptr);
}

TEST(GenreProfiles, HoldMeasuredShares) {
  const auto profiles = genre_profiles();
  const auto profile = [&](std::string_view name) {
    return *std::find_if(profiles.begin(), profiles.end(), [&](auto& each) { return each.name == name; });
  };
  EXPECT_GT(profile("comedy").explicit_share, 0.5);
  EXPECT_EQ(profile("classical").explicit_share, 0);
  EXPECT_GT(profile("country").major_share, 0.8);
  EXPECT_GT(profile("opera").collaboration_share, 0.5);
  for (const GenreProfile& each : profiles) {
    EXPECT_FALSE(each.languages.empty()) << each.name;
    EXPECT_GE(each.first_year, 1955) << each.name;
    EXPECT_LE(each.triple_time_share + each.odd_time_share, 1) << each.name;
  }
}

}  // namespace
}  // namespace wrapfeed::catalog
