#include "catalog/catalog.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "base/error.h"
#include "catalog/rows_for_test.h"

namespace wrapfeed::catalog {
namespace {

using testing::ArtistForTest;
using testing::build;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::id;
using testing::TrackForTest;

std::vector<std::string> names(const Catalog& catalog) {
  std::vector<std::string> all;
  for (std::uint32_t i = 0; i < catalog.track_count(); ++i) all.emplace_back(catalog.track(i).name);
  return all;
}

TEST(Catalog, OrdersArtistsByGenreThenFollowersThenPopularity) {
  const Catalog catalog =
      build({{"Quiet", 10, 1}, {"Famous", 900, 5}, {"Tied", 10, 7}, {"Rocker", 5000, 9}},
            {{"a", "Quiet"}, {"b", "Famous"}, {"c", "Tied"}, {"d", "Rocker", "X", 1, 1, 1, "rock"}});
  std::vector<std::string> order;
  for (std::uint32_t i = 0; i < 4; ++i) order.emplace_back(catalog.artist(i).name);
  EXPECT_THAT(order, ElementsAre("Famous", "Tied", "Quiet", "Rocker"));
  EXPECT_THAT(catalog.genres(), ElementsAre("pop", "rock"));
  EXPECT_EQ(catalog.artists_of(0).first, 0U);
  EXPECT_EQ(catalog.artists_of(0).count, 3U);
  EXPECT_EQ(catalog.artists_of(1).first, 3U);
  EXPECT_EQ(catalog.artists_of(1).count, 1U);
}

TEST(Catalog, OrdersTracksByReleaseDateThenAlbumThenNumber) {
  const Catalog catalog = build({{"A"}}, {{"late", "A", "Zebra", 1, 300},
                                          {"two", "A", "Blue", 2, 200},
                                          {"one", "A", "Blue", 1, 200},
                                          {"other", "A", "Amber", 1, 200},
                                          {"first", "A", "Zebra", 9, -5000}});
  EXPECT_THAT(names(catalog), ElementsAre("first", "other", "one", "two", "late"));
}

TEST(Catalog, AlbumsAreRunsOfOneNameAndDate) {
  const Catalog catalog = build({{"A"}}, {{"a1", "A", "Same", 1, 100},
                                          {"a2", "A", "Same", 2, 100},
                                          {"a3", "A", "Same", 3, 100},
                                          {"b1", "A", "Same", 1, 200},
                                          {"b2", "A", "Same", 2, 200}});
  std::vector<int> left;
  std::vector<std::uint32_t> first;
  for (std::uint32_t i = 0; i < 5; ++i) {
    left.push_back(catalog.track_row(i).album_left);
    first.push_back(catalog.album_first(i));
  }
  EXPECT_THAT(left, ElementsAre(2, 1, 0, 1, 0));
  EXPECT_THAT(first, ElementsAre(0U, 0U, 0U, 3U, 3U));
}

TEST(Catalog, TheSameAlbumNameOfTwoArtistsIsTwoAlbums) {
  const Catalog catalog = build({{"A", 2}, {"B", 1}}, {{"a", "A", "Hits"}, {"b", "B", "Hits"}});
  EXPECT_EQ(catalog.album_first(1), 1U);
  EXPECT_EQ(catalog.track_row(0).album_left, 0);
}

TEST(Catalog, ReleasedTracksAreAPrefix) {
  const Catalog catalog = build(
      {{"A"}}, {{"a", "A", "x", 1, 100}, {"b", "A", "y", 1, 200}, {"c", "A", "y", 2, 200}, {"d", "A", "z", 1, 300}});
  EXPECT_EQ(catalog.released_tracks(0, 99), 0U);
  EXPECT_EQ(catalog.released_tracks(0, 100), 1U);
  EXPECT_EQ(catalog.released_tracks(0, 199), 1U);
  EXPECT_EQ(catalog.released_tracks(0, 200), 3U);
  EXPECT_EQ(catalog.released_tracks(0, 300), 4U);
  EXPECT_EQ(catalog.released_tracks(0, 30'000), 4U);
  EXPECT_EQ(catalog.artist_row(0).last_release_day, 300);
}

TEST(Catalog, PopularTracksFallInPopularity) {
  const Catalog catalog = build({{"A", 9}, {"B"}}, {{"a", "A", "x", 1, 1, 10},
                                                    {"b", "A", "x", 2, 1, 90},
                                                    {"c", "A", "x", 3, 1, 50},
                                                    {"d", "A", "x", 4, 1, 90},
                                                    {"e", "B"}});
  std::vector<std::string> order;
  for (std::uint32_t rank = 0; rank < 4; ++rank) order.emplace_back(catalog.track(catalog.popular_track(0, rank)).name);
  EXPECT_THAT(order, ElementsAre("b", "d", "c", "a"));
  EXPECT_EQ(catalog.track(catalog.popular_track(1, 0)).name, "e");
}

TEST(Catalog, ReleasesOfAGenreAreACalendar) {
  const Catalog catalog = build({{"A", 9, 0, {"pop"}}, {"B", 5, 0, {"pop"}}, {"J", 7, 0, {"jazz"}}},
                                {{"a1", "A", "x", 1, 300},
                                 {"a2", "A", "x", 2, 300},
                                 {"a3", "A", "y", 1, 100},
                                 {"b1", "B", "z", 1, 300},
                                 {"b2", "B", "w", 1, -40},
                                 {"j1", "J", "v", 1, 300, 50, "jazz"}});
  const auto named = [&](std::span<const std::uint32_t> tracks) {
    std::vector<std::string> names;
    for (const std::uint32_t track : tracks) names.emplace_back(catalog.track(track).name);
    return names;
  };
  const auto pop = static_cast<std::uint16_t>(catalog.genres()[0] == "pop" ? 0 : 1);
  EXPECT_THAT(named(catalog.releases_of(pop)), ElementsAre("b2", "a3", "a1", "a2", "b1"));
  EXPECT_THAT(named(catalog.releases_of(1 - pop)), ElementsAre("j1"));
  EXPECT_THAT(catalog.release_days_of(pop), ElementsAre(-40, 100, 300, 300, 300));
}

TEST(Catalog, ALongAlbumStopsCounting) {
  CatalogBuilder builder;
  ArtistForTest{"A"}.add_to(builder);
  for (std::int32_t i = 0; i < 33'000; ++i) TrackForTest{std::to_string(i), "A", "Album", i}.add_to(builder);
  const Catalog catalog = builder.build();
  EXPECT_EQ(catalog.track_row(0).album_left, 127);
  EXPECT_EQ(catalog.track_row(32'999 - 126).album_left, 126);
  EXPECT_EQ(catalog.track_row(32'999 - 127).album_left, 127);
  EXPECT_EQ(catalog.track_row(32'999).album_left, 0);
}

TEST(Catalog, KeepsEveryFieldOfATrack) {
  CatalogBuilder builder;
  ArtistForTest{"A", 123'456'789'012, 77, {"pop", "dream pop"}}.add_to(builder);
  ArtistForTest{"B", 1, 2}.add_to(builder);
  const events::Id credited[] = {id("A"), id("B")};
  const events::Track track{.track_id = id("T"),
                            .name = "Näme",
                            .artist_id = id("A"),
                            .artist_name = "A",
                            .artist_ids = credited,
                            .album_name = "Älbum",
                            .track_number = 7,
                            .duration_ms = 2'000'000'000,
                            .is_explicit = true,
                            .popularity = 100,
                            .release_date = -3000,
                            .release_date_precision = events::DatePrecision::Month,
                            .features = {.1F, .2F, -60.5F, .4F, .5F, 1e-6F, .7F, .8F, 201.25F, -1, 1, 5},
                            .track_genre = "pop",
                            .audio_features_type = 2,
                            .newness_score = 0.123456789,
                            .artist_popularity = 77,
                            .artist_followers = 123'456'789'012};
  builder.add(track);
  const Catalog catalog = builder.build();
  const events::Track kept = catalog.track(0);
  EXPECT_EQ(kept.track_id, track.track_id);
  EXPECT_EQ(kept.name, track.name);
  EXPECT_EQ(kept.artist_id, track.artist_id);
  EXPECT_EQ(kept.artist_name, track.artist_name);
  EXPECT_THAT(kept.artist_ids, ElementsAre(id("A"), id("B")));
  EXPECT_EQ(kept.album_name, track.album_name);
  EXPECT_EQ(kept.track_number, 7);
  EXPECT_EQ(kept.duration_ms, 2'000'000'000);
  EXPECT_TRUE(kept.is_explicit);
  EXPECT_EQ(kept.popularity, 100);
  EXPECT_EQ(kept.release_date, -3000);
  EXPECT_EQ(kept.release_date_precision, events::DatePrecision::Month);
  EXPECT_EQ(kept.features.loudness, -60.5F);
  EXPECT_EQ(kept.features.instrumentalness, 1e-6F);
  EXPECT_EQ(kept.features.tempo, 201.25F);
  EXPECT_EQ(kept.features.key, -1);
  EXPECT_EQ(kept.features.time_signature, 5);
  EXPECT_EQ(kept.track_genre, "pop");
  EXPECT_EQ(kept.audio_features_type, 2);
  EXPECT_EQ(kept.newness_score, 0.123456789);
  EXPECT_EQ(kept.artist_popularity, 77);
  EXPECT_EQ(kept.artist_followers, 123'456'789'012);
  EXPECT_THAT(catalog.artist(0).genres, ElementsAre("pop", "dream pop"));
  EXPECT_EQ(catalog.artist_row(1).track_count, 0U);
}

TEST(Catalog, AnArtistsGenreIsThatOfMostOfItsTracks) {
  const Catalog catalog = build({{"A"}, {"B"}, {"C", 0, 0, {"unheard", "rock"}}}, {{"a", "A", "x", 1, 1, 1, "rock"},
                                                                                   {"b", "A", "x", 2, 1, 1, "rock"},
                                                                                   {"c", "A", "x", 3, 1, 1, "folk"},
                                                                                   {"d", "B", "x", 1, 1, 1, "rock"},
                                                                                   {"e", "B", "x", 2, 1, 1, "folk"}});
  std::vector<std::string> genres;
  for (std::uint32_t i = 0; i < 3; ++i) {
    genres.push_back(fmt::format("{} {}", catalog.artist(i).name, catalog.genres()[catalog.artist_row(i).genre]));
  }
  EXPECT_THAT(genres, ElementsAre("B folk", "A rock", "C rock"));
}

RC_GTEST_PROP(CatalogProperty, AnyRowOrderGivesTheSameCatalog, ()) {
  std::vector<ArtistForTest> artists;
  for (int i = 0; i < 6; ++i) artists.push_back({fmt::format("A{}", i), *rc::gen::inRange(0, 3), 0});
  std::vector<TrackForTest> tracks;
  const int count = *rc::gen::inRange(1, 40);
  for (int i = 0; i < count; ++i) {
    tracks.push_back({fmt::format("t{}", i),
                      fmt::format("A{}", *rc::gen::inRange(0, 6)),
                      fmt::format("album{}", *rc::gen::inRange(0, 3)),
                      *rc::gen::inRange(0, 3),
                      *rc::gen::inRange(-2, 3),
                      *rc::gen::inRange(0, 5),
                      fmt::format("g{}", *rc::gen::inRange(0, 3)),
                      {fmt::format("A{}", *rc::gen::inRange(0, 6))}});
  }
  const Catalog sorted = build(artists, tracks);
  std::reverse(artists.begin(), artists.end());
  std::rotate(tracks.begin(), tracks.begin() + *rc::gen::inRange(0, count), tracks.end());
  std::reverse(tracks.begin() + count / 2, tracks.end());
  const Catalog shuffled = build(artists, tracks);
  RC_ASSERT(sorted.digest() == shuffled.digest());
  RC_ASSERT(names(sorted) == names(shuffled));
  for (std::uint32_t artist = 0; artist < sorted.artist_count(); ++artist) {
    const ArtistRow& row = sorted.artist_row(artist);
    std::set<std::uint32_t> ranked;
    for (std::uint32_t i = 0; i < row.track_count; ++i) {
      RC_ASSERT(sorted.track_row(row.first_track + i).artist == artist);
      RC_ASSERT(shuffled.popular_track(artist, i) == sorted.popular_track(artist, i));
      ranked.insert(sorted.popular_track(artist, i));
    }
    RC_ASSERT(ranked.size() == row.track_count);
    if (row.track_count == 0) continue;
    RC_ASSERT(*ranked.begin() == row.first_track);
    RC_ASSERT(*ranked.rbegin() == row.first_track + row.track_count - 1);
  }
}

TEST(Catalog, DigestSeesEveryChange) {
  const TrackForTest track{"a", "A", "x", 1, 1, 10};
  const std::string digest = build({{"A", 5}}, {track}).digest();
  EXPECT_EQ(digest.size(), 32U);
  std::set<std::string> digests = {digest};
  digests.insert(build({{"A", 6}}, {track}).digest());
  digests.insert(build({{"A", 5, 1}}, {track}).digest());
  digests.insert(build({{"A", 5, 0, {"x"}}}, {track}).digest());
  digests.insert(build({{"A", 5}, {"B", 1}}, {track}).digest());
  digests.insert(build({{"A", 5}}, {{"a", "A", "y", 1, 1, 10}}).digest());
  digests.insert(build({{"A", 5}}, {{"a", "A", "x", 2, 1, 10}}).digest());
  digests.insert(build({{"A", 5}}, {{"a", "A", "x", 1, 2, 10}}).digest());
  digests.insert(build({{"A", 5}}, {{"a", "A", "x", 1, 1, 11}}).digest());
  digests.insert(build({{"A", 5}}, {{"a", "A", "x", 1, 1, 10, "rock"}}).digest());
  digests.insert(build({{"A", 5}}, {{"a", "A", "x", 1, 1, 10, "pop", {"A"}}}).digest());
  EXPECT_EQ(digests.size(), 11U);
}

template <typename Action>
std::string message_of(Action&& action) {
  try {
    action();
  } catch (const base::Error& error) {
    return error.what();
  }
  return "no error";
}

TEST(CatalogBuilder, NamesWhatIsWrong) {
  EXPECT_THAT(message_of([] { build({{"A"}}, {}); }), HasSubstr("no track at all"));
  EXPECT_THAT(message_of([] {
                build({{"A"}}, {{"a", "Missing"}});
              }),
              HasSubstr("track a.....................: artist_id Missing............... is not in the artist table"));
  EXPECT_THAT(message_of([] {
                build({{"A"}}, {{"a", "A"}, {"b", "A"}, {"a", "A"}});
              }),
              HasSubstr("track id a..................... appears twice"));
  EXPECT_THAT(message_of([] { build({{"A"}, {"A"}}, {{"a", "A"}}); }), HasSubstr("artist id A."));
  EXPECT_THAT(message_of([] {
                build({{"A"}}, {{"a", "A", "x", 1, 1, 300}});
              }),
              HasSubstr("popularity 300 is not between 0 and 255"));
  EXPECT_THAT(message_of([] { build({{"A"}}, {{"a", "A", "x", -1}}); }), HasSubstr("track_number -1"));
}

}  // namespace
}  // namespace wrapfeed::catalog
