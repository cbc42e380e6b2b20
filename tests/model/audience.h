#pragma once

#include <cstdint>

#include "catalog/catalog.h"
#include "catalog/popularity.h"
#include "realism/sample.h"
#include "simulation/listener.h"
#include "users/profile.h"

namespace wrapfeed::model {

inline constexpr base::Days kFrom = 20'089;  // 2025-01-01

// Who listens, and for how long.
struct Audience {
  std::uint64_t seed = 1;
  events::Population population = events::Population::Heavy;
  std::int64_t users = 500;
  base::Days days = 180;
};

// A catalog and the sampler of its artists.
struct Service {
  explicit Service(catalog::Catalog tracks) : catalog(std::move(tracks)), artists(catalog) {}
  catalog::Catalog catalog;
  catalog::ArtistSampler artists;
};

// The audience's listening under this model, measured as the report would measure the feed of it: streams that are
// still open when the time is up are left out, ends are floored to the minute.
realism::Sample listen(const Audience& audience, const Service& service, const simulation::Model& model);

// Calls take(profile, events, trace) for each session of the audience.
template <typename Take>
void each_session(const Audience& audience, const Service& service, const simulation::Model& model, Take take) {
  const users::Population population(service.catalog,
                                     {.seed = audience.seed, .from = kFrom, .population = audience.population});
  const simulation::World world{audience.seed, kFrom, service.catalog, service.artists, model};
  simulation::Listener listener(world);
  const base::Millis end = (kFrom + audience.days) * base::kDay;
  std::vector<events::Event> session;
  simulation::SessionTrace trace;
  for (std::int64_t user = 0; user < audience.users; ++user) {
    const users::Profile profile = population.profile(user);
    listener.begin(profile);
    for (; listener.next_session(end, session, &trace); session.clear()) take(profile, session, trace);
    session.clear();
  }
}

}  // namespace wrapfeed::model
