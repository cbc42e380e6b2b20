#pragma once

#include <vector>

#include "catalog/popularity.h"
#include "catalog/synthesize.h"
#include "simulation/listener.h"
#include "users/profile.h"

namespace wrapfeed::simulation {

// A small service: 5,000 tracks, seed 7, from 2025-01-01.
struct WorldForTest {
  static constexpr base::Days kFrom = 20'089;
  static constexpr std::uint64_t kSeed = 7;

  catalog::Catalog catalog = catalog::synthesize({.seed = kSeed, .tracks = 5'000, .artists = 1'000});
  catalog::ArtistSampler artists{catalog};
  users::Population population{catalog, {.seed = kSeed, .from = kFrom}};
  World world{kSeed, kFrom, catalog, artists, model_of(events::Population::Typical)};

  static const WorldForTest& get() {
    static const WorldForTest shared;
    return shared;
  }

  // All events of a user before `days` days after the start.
  std::vector<events::Event> listen(std::int64_t user, base::Days days) const {
    Listener listener(world);
    const users::Profile profile = population.profile(user);
    listener.begin(profile);
    std::vector<events::Event> events;
    while (listener.next_session((kFrom + days) * base::kDay, events)) {
    }
    for (events::Event& event : events) event.playlist_name = {};  // they live no longer than the listener
    return events;
  }
};

}  // namespace wrapfeed::simulation
