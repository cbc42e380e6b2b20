#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/zone.h"
#include "events/event.h"
#include "random/alias.h"

namespace wrapfeed::users {

enum class Region : std::uint8_t { Europe, LatinAmerica, NorthAmerica, Asia, MiddleEast, Africa, Oceania };

Region region_named(std::string_view name);  // as countries.csv writes it, "latin_america"

// A naming culture and the share of a country's people who have it.
struct CultureShare {
  std::uint16_t culture;  // number in NameBook
  double share;           // of the country, sums to 1
};

struct Country {
  events::Country code;
  Region region;
  double share;      // of all users, sums to 1 over the countries
  double ios_share;  // of the country's phones
  std::vector<CultureShare> cultures;
};

struct City {
  std::string_view name;  // UTF-8
  std::uint16_t country;  // number in Geography::countries
  double share;           // of the country's users, by population
  double latitude;        // degrees north
  double longitude;       // degrees east
  const base::Zone* zone;
};

// Where users live: 100 countries, and the cities that stand for all of each. Regions have the service's published
// shares of users (Europe 27, Latin America 22, North America 17, the rest 34 %); inside a region, countries count by
// the people who are online, and inside a country cities by population. Immutable; threads may share it.
class Geography {
 public:
  static const Geography& instance();  // reads data/countries.csv and data/cities.csv once

  std::span<const Country> countries() const { return countries_; }
  std::span<const City> cities() const { return cities_; }
  const Country& country_of(const City& city) const { return countries_[city.country]; }
  const City& pick_city(std::uint64_t bits) const { return cities_[table_.pick(bits)]; }

 private:
  Geography();
  std::vector<Country> countries_;  // by code
  std::vector<City> cities_;        // by country
  random::AliasTable table_;
};

}  // namespace wrapfeed::users
