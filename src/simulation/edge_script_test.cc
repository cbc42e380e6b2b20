#include "simulation/edge_script.h"

#include <gtest/gtest.h>

#include "simulation/world_for_test.h"

namespace wrapfeed::simulation {
namespace {

// The row of a user in Berlin once had the coordinates of the city that was drawn for it.
TEST(EdgeScript, TheUserIsWhereTheCityIs) {
  const WorldForTest& world = WorldForTest::get();
  EdgeScript stays(world.population.profile(5), world.catalog, WorldForTest::kFrom, 2025);
  const users::Profile berliner = stays.write().profile;
  EXPECT_EQ(berliner.row.city, "Berlin");
  EXPECT_NEAR(berliner.row.latitude, 52.5, 0.1);
  EXPECT_NEAR(berliner.row.longitude, 13.4, 0.1);
  EdgeScript moves(world.population.profile(5), world.catalog, WorldForTest::kFrom, 2025);
  moves.move({'U', 'S'}, "Los Angeles");
  const users::Profile angeleno = moves.write().profile;
  EXPECT_EQ(angeleno.row.time_zone, "America/Los_Angeles");
  EXPECT_NEAR(angeleno.row.latitude, 34.05, 0.1);
}

}  // namespace
}  // namespace wrapfeed::simulation
