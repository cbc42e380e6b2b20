#include "catalog/festive.h"

#include <gtest/gtest.h>

#include <limits>

#include "catalog/rows_for_test.h"
#include "catalog/synthesize.h"

namespace wrapfeed::catalog {
namespace {

TEST(Festive, KnowsSongsOfChristmas) {
  for (const char* title : {"All I Want for Christmas Is You",
                            "LAST CHRISTMAS",
                            "Merry Xmas Everybody",
                            "Jingle Bell Rock",
                            "Jingle Bells",
                            "Rockin' Around The Christmas Tree - Single",
                            "Santa Claus Is Coming to Town",
                            "Santa's Coming",
                            "Santa Baby",
                            "The First Noel",
                            "Petit papa NOËL",
                            "Feliz Navidad",
                            "Villancicos",
                            "Então é Natal - Noite Feliz",
                            "Bianco Natale",
                            "Weihnachten",
                            "In der Weihnachtsbäckerei",
                            "Stille Nacht",
                            "Sleigh Ride",
                            "Mistletoe",
                            "Let It Snow! Let It Snow! Let It Snow!",
                            "Rudolph, The Red-Nosed Reindeer",
                            "O Holy Night",
                            "God jul",
                            "Nu är det jul igen",
                            "Joulupukki",
                            "Ang Pasko Ay Sumapit",
                            "恋人はクリスマス",
                            "Christmastime",
                            "silent night"}) {
    EXPECT_TRUE(is_festive(title)) << title;
  }
}

TEST(Festive, LeavesOthersAlone) {
  for (const char* title : {"Smooth (feat. Santana)",
                            "Santana",
                            "Santa Monica",
                            "Santa Fe",
                            "Santa",
                            "Noelle",
                            "Noé",
                            "Jul",
                            "Julia",
                            "Alors on danse (feat. JUL)",
                            "July",
                            "Terra Natal",
                            "Prenatal",
                            "Natalie",
                            "Kerstin",
                            "Silent",
                            "Night",
                            "Silent Nightmare",
                            "Unholy Night",
                            "Jingle",
                            "Feliz",
                            "Rudolphus",
                            "Snow",
                            "Let It Be",
                            "Sleighed",
                            "",
                            "C",
                            "Antichristmas",
                            "Carol",
                            "Joy"}) {
    EXPECT_FALSE(is_festive(title)) << title;
  }
}

using testing::ArtistForTest;
using testing::TrackForTest;

TEST(Festive, FlagsTitlesAndAlbums) {
  const Catalog catalog = testing::build(
      {ArtistForTest{.name = "Known", .followers = 900}, ArtistForTest{.name = "Obscure", .followers = 9},
       ArtistForTest{.name = "Jazzy", .followers = 500, .genres = {"jazz"}}},
      {{.name = "Silver Bells", .artist = "Obscure", .album = "A Christmas Album"},
       {.name = "White Christmas", .artist = "Known", .album = "Hits", .popularity = 10},
       {.name = "Jingle Bells", .artist = "Known", .album = "Hits", .number = 2, .popularity = 90},
       {.name = "Other", .artist = "Known", .album = "Hits", .number = 3},
       {.name = "Sleigh Ride", .artist = "Jazzy", .album = "Standards", .genre = "jazz"}});
  std::vector<std::string> names;
  for (const std::uint32_t track : catalog.festive_tracks()) {
    EXPECT_TRUE(catalog.track_row(track).festive);
    names.emplace_back(catalog.track(track).name);
  }
  EXPECT_EQ(names, (std::vector<std::string>{"Jingle Bells", "White Christmas", "Sleigh Ride", "Silver Bells"}));
  std::uint32_t flagged = 0;
  for (std::uint32_t i = 0; i < catalog.track_count(); ++i) flagged += catalog.track_row(i).festive;
  EXPECT_EQ(flagged, 4U);
}

TEST(Festive, TheSyntheticCatalogHasSome) {
  const Catalog catalog = synthesize({.seed = 3, .tracks = 100'000, .artists = 20'000});
  double in_season = 0, pop = 0, pop_tracks = 0;
  std::int64_t followers = std::numeric_limits<std::int64_t>::max();
  for (const std::uint32_t number : catalog.festive_tracks()) {
    const events::Track track = catalog.track(number);
    in_season += base::civil_from_days(track.release_date).month >= 10;
    EXPECT_LE(track.artist_followers, followers);
    followers = track.artist_followers;
    pop += track.track_genre == "pop";
  }
  for (std::uint32_t i = 0; i < catalog.track_count(); ++i) pop_tracks += catalog.track(i).track_genre == "pop";
  const double count = static_cast<double>(catalog.festive_tracks().size());
  EXPECT_NEAR(count / 100'000, 0.004, 0.001);
  EXPECT_GT(in_season / count, 0.97);  // a name by chance aside
  EXPECT_GT(pop / pop_tracks, 1.5 * count / 100'000);
}

}  // namespace
}  // namespace wrapfeed::catalog
