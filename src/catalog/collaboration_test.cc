#include "catalog/collaboration.h"

#include <gtest/gtest.h>

#include <set>

#include "catalog/genre_profile.h"
#include "catalog/synthetic_id.h"

namespace wrapfeed::catalog {
namespace {

TEST(Collaboration, CreditsThePrimaryArtistFirstAndNobodyTwice) {
  const auto artists = draw_artists({.tracks = 3000, .artists = 1000});
  Collaboration partners(1, artists);
  std::uint32_t joint = 0, same_genre = 0, guests = 0;
  double expected = 0;
  for (std::uint32_t track = 0; track < 30'000; ++track) {
    const std::uint32_t artist = track % 1000;
    partners.draw(artist, track);
    const auto numbers = partners.numbers();
    ASSERT_EQ(numbers[0], artist);
    ASSERT_EQ(std::set(numbers.begin(), numbers.end()).size(), numbers.size());
    ASSERT_EQ(partners.ids().size(), numbers.size());
    ASSERT_EQ(partners.ids()[0], synthetic_id(1, IdTable::Artist, artist));
    joint += numbers.size() > 1;
    expected += genre_profiles()[artists[artist].genre].collaboration_share;
    for (const std::uint32_t guest : numbers.subspan(1)) {
      ++guests;
      same_genre += artists[guest].genre == artists[artist].genre;
    }
  }
  EXPECT_NEAR(joint / expected, 1, 0.03);
  EXPECT_NEAR(same_genre / double(guests), 0.75, 0.06);
}

TEST(Collaboration, ALonelyArtistStaysAlone) {
  const auto artists = draw_artists({.tracks = 100, .artists = 1});
  Collaboration partners(1, artists);
  for (std::uint32_t track = 0; track < 100; ++track) {
    partners.draw(0, track);
    EXPECT_EQ(partners.numbers().size(), 1U);
  }
}

}  // namespace
}  // namespace wrapfeed::catalog
