#include "simulation/repertoire.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "simulation/world_for_test.h"

namespace wrapfeed::simulation {
namespace {

TEST(Repertoire, KnowsWhatItWasTold) {
  const catalog::Catalog& catalog = WorldForTest::get().catalog;
  Repertoire known(catalog);
  for (std::uint32_t track = 0; track < catalog.track_count(); track += 3) {
    EXPECT_FALSE(known.knows(track));
    const Repertoire::Slot slot = known.of(track);
    EXPECT_EQ(slot, track / 3);
    EXPECT_EQ(known.of(track), slot);
    EXPECT_EQ(known[slot].artist, catalog.track_row(track).artist);
    EXPECT_EQ(known[slot].duration_ms, catalog.track_row(track).duration_ms);
  }
  for (std::uint32_t track = 0; track < catalog.track_count(); ++track) {
    ASSERT_EQ(known.knows(track), track % 3 == 0);
    if (track % 3 != 0) continue;
    ASSERT_EQ(known[known.of(track)].id, catalog.track_ids()[track]);
  }
  known.clear();
  EXPECT_FALSE(known.knows(0));
}

TEST(Repertoire, TakesAnArtistsTracksByTheirRank) {
  const catalog::Catalog& catalog = WorldForTest::get().catalog;
  Repertoire known(catalog);
  for (std::uint32_t artist = 0; artist < catalog.artist_count(); ++artist) {
    const std::uint32_t count = std::min(catalog.artist_row(artist).track_count, Repertoire::kMarked);
    for (std::uint32_t rank = 0; rank < count; rank += 2) known.of(catalog.popular_track(artist, rank));
    for (std::uint32_t rank = 1; rank < count; rank += 2) {
      ASSERT_TRUE(known.has_untaken(artist));
      ASSERT_EQ(known.untaken(artist, 0), rank);
      known.take(artist, rank);
    }
    ASSERT_FALSE(known.has_untaken(artist)) << artist;
  }
}

TEST(Repertoire, LooksForWhatIsLeftFromARankOnAndThenFromTheFirst) {
  const catalog::Catalog& catalog = WorldForTest::get().catalog;
  Repertoire known(catalog);
  std::uint32_t artist = 0;
  while (catalog.artist_row(artist).track_count < 10) ++artist;
  const std::uint32_t count = std::min(catalog.artist_row(artist).track_count, Repertoire::kMarked);
  EXPECT_EQ(known.untaken(artist, 0xFFFFFFFF), count - 1);
  for (std::uint32_t rank = 1; rank < count; ++rank) known.take(artist, rank);
  EXPECT_EQ(known.untaken(artist, 0xFFFFFFFF), 0U);
  known.put_back(artist, 3);
  EXPECT_EQ(known.untaken(artist, 0x40000000), 3U);
  known.clear();
  EXPECT_EQ(known.untaken(artist, 0), 0U);
}

TEST(Repertoire, FindsANeighbourWithSomethingLeftBeforeTheEnd) {
  const catalog::Catalog& catalog = WorldForTest::get().catalog;
  Repertoire known(catalog);
  const auto take_all = [&](std::uint32_t artist) {
    while (known.has_untaken(artist)) known.take(artist, known.untaken(artist, 0));
  };
  for (std::uint32_t artist = 100; artist < 200; ++artist) take_all(artist);
  const std::uint32_t last = 200 - Repertoire::kNeighbours;
  EXPECT_EQ(known.artist_with_untaken(50, 1000), 50U);
  EXPECT_EQ(known.artist_with_untaken(last, 1000), 1000U);
  EXPECT_EQ(known.artist_with_untaken(last + 1, 1000), 200U);
  EXPECT_EQ(known.artist_with_untaken(last + 1, 200), 200U);
  const std::uint32_t behind = catalog.artist_count();
  take_all(behind - 1);
  EXPECT_EQ(known.artist_with_untaken(behind - 1, behind), behind);
}

TEST(Repertoire, AddsWhatWasPreparedOnce) {
  const catalog::Catalog& catalog = WorldForTest::get().catalog;
  Repertoire known(catalog);
  KnownTrack prepared;
  known.prepare(77, prepared);
  EXPECT_EQ(known.add(prepared), 0U);
  EXPECT_EQ(known[0].id, catalog.track_ids()[77]);
  EXPECT_EQ(known.add(prepared), Repertoire::kNone);
  EXPECT_EQ(known.of(77), 0U);
}

TEST(Repertoire, CountsPlays) {
  KnownTrack track{};
  EXPECT_EQ(track.count_play(), 0u);
  EXPECT_EQ(track.count_play(), 1u);
  track.plays = 0xFFFF;
  EXPECT_EQ(track.count_play(), 0xFFFFu);
  EXPECT_EQ(track.plays, 0xFFFF);
}

}  // namespace
}  // namespace wrapfeed::simulation
