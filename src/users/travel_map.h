#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "random/alias.h"
#include "users/geography.h"

namespace wrapfeed::users {

// Straight-line distance through the Earth in km: what a map's ruler says up to some 1,000 km, 12,742 to the far side.
double distance_km(const City& a, const City& b);

// Where people of a country and time zone travel: other countries' cities by nearness and size, weight
// sqrt(users) / (distance + 300 km)^1.5, and other time zones of their own country likewise. A gravity model with
// judged exponents; 85 % of trips abroad of EU residents stay in Europe (Eurostat 2012), and so do these.
// Immutable; threads may share it.
class TravelMap {
 public:
  static const TravelMap& instance();

  struct Origin {
    events::Country country;
    Region region;
    const base::Zone* zone;
    const City* centre;          // its largest city
    double other_zones = 0;      // share of the country's people who live in its other time zones
    random::AliasTable abroad;   // of Geography's cities
    random::AliasTable at_home;  // likewise; empty if other_zones is 0
  };
  const Origin& origin(events::Country country, const base::Zone* zone) const;  // CHECK: Geography has such a city
  std::span<const Origin> origins() const { return origins_; }

 private:
  TravelMap();
  std::vector<Origin> origins_;  // by country
};

}  // namespace wrapfeed::users
