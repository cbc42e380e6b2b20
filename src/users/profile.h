#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "base/time.h"
#include "base/zone.h"
#include "catalog/catalog.h"
#include "events/user.h"
#include "users/traits.h"

namespace wrapfeed::users {

struct PopulationOptions {
  std::uint64_t seed = 1;
  base::Days from = 20'089;  // first day of the feed, 2025-01-01: registrations lie before and after it
  events::Population population = events::Population::Typical;
};

// A genre of the catalog and the share of the user's new listening that goes to it.
struct Taste {
  std::uint16_t genre;
  double weight;
};

// Everything about one user that does not change while the simulation runs.
struct Profile {
  events::User row;  // what the user table shows
  Traits traits;     // what it hides
  const base::Zone* zone = nullptr;
  std::vector<Taste> taste;           // every genre with a weight above 0, weights sum to 1, falling
  std::array<double, 8> platforms{};  // share of sessions by events::Platform
};

// user number -> profile, computed on demand from (seed, user, catalog, from) alone, whatever the other users.
// Immutable; threads may share one.
class Population {
 public:
  Population(const catalog::Catalog& catalog, const PopulationOptions& options);
  ~Population();
  Profile profile(std::int64_t user) const;

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

}  // namespace wrapfeed::users
