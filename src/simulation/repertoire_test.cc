#include "simulation/repertoire.h"

#include <gtest/gtest.h>

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

TEST(Repertoire, MarksAnArtistsTracksByTheirRank) {
  const catalog::Catalog& catalog = WorldForTest::get().catalog;
  Repertoire known(catalog);
  for (std::uint32_t artist = 0; artist < catalog.artist_count(); ++artist) {
    const std::uint32_t count = catalog.artist_row(artist).track_count;
    EXPECT_EQ(known.shelf(artist).taken, 0u);
    std::uint64_t marked = 0;
    for (std::uint32_t rank = 0; rank < count; rank += 2) {
      known.of(catalog.popular_track(artist, rank));
      if (rank < Repertoire::kMarked) marked |= std::uint64_t{1} << rank;
      ASSERT_EQ(known.shelf(artist).taken, marked);
    }
  }
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
