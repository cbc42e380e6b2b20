#include "users/travel_map.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/check.h"

namespace wrapfeed::users {
namespace {

constexpr double kRadius = 6371;  // km
constexpr double kNear = 300;     // km: below this, nearness hardly matters

// By its series, as libm's bits differ between systems; for -180 to 180 degrees, within 1e-13.
double sine(double degrees) {
  const double x = degrees * 0.017453292519943295;
  double term = x, sum = x;
  for (int i = 2; i < 32; i += 2) {
    term *= -x * x / (i * (i + 1));
    sum += term;
  }
  return sum;
}
double cosine(double degrees) { return sine(90 - (degrees < 0 ? -degrees : degrees)); }

using Direction = std::array<double, 3>;

Direction direction(const City& city) {
  const double across = cosine(city.latitude);
  return {across * cosine(city.longitude), across * sine(city.longitude), sine(city.latitude)};
}

double distance_km(const Direction& a, const Direction& b) {
  double square = 0;
  for (std::size_t i = 0; i < 3; ++i) square += (a[i] - b[i]) * (a[i] - b[i]);
  return kRadius * std::sqrt(square);
}

// A city as a place to travel to.
struct Destination {
  const City& city;
  Direction direction;
  double pull;  // by its size
};

std::vector<Destination> destinations() {
  const Geography& geography = Geography::instance();
  std::vector<Destination> all;
  for (const City& city : geography.cities()) {
    all.push_back({city, direction(city), std::sqrt(geography.country_of(city).share * city.share)});
  }
  return all;
}

double attraction(const Direction& from, const Destination& to) {
  const double distance = distance_km(from, to.direction) + kNear;
  return to.pull / (distance * std::sqrt(distance));
}

random::AliasTable table_of(const std::vector<double>& weights) {
  const bool any = std::any_of(weights.begin(), weights.end(), [](double weight) { return weight > 0; });
  return any ? random::AliasTable(weights) : random::AliasTable();
}

TravelMap::Origin origin_at(const City& centre, const std::vector<Destination>& destinations) {
  const Country& country = Geography::instance().country_of(centre);
  const Direction from = direction(centre);
  std::vector<double> abroad, at_home;
  double other_zones = 0;
  for (const Destination& to : destinations) {
    const City& city = to.city;
    const bool domestic = city.country == centre.country;
    const bool elsewhere = domestic && city.zone != centre.zone;
    abroad.push_back(domestic ? 0 : attraction(from, to));
    at_home.push_back(elsewhere ? attraction(from, to) : 0);
    if (elsewhere) other_zones += city.share;
  }
  return {country.code, country.region, centre.zone, &centre, other_zones, table_of(abroad), table_of(at_home)};
}

}  // namespace

double distance_km(const City& a, const City& b) { return distance_km(direction(a), direction(b)); }

const TravelMap& TravelMap::instance() {
  static const TravelMap map;
  return map;
}

TravelMap::TravelMap() {
  std::vector<const City*> centres;  // the largest city of each country and zone
  for (const City& city : Geography::instance().cities()) {
    const auto same = std::find_if(centres.begin(), centres.end(), [&](const City* centre) {
      return centre->country == city.country && centre->zone == city.zone;
    });
    if (same == centres.end()) {
      centres.push_back(&city);
    } else if (city.share > (*same)->share) {
      *same = &city;
    }
  }
  const std::vector<Destination> all = destinations();
  for (const City* centre : centres) origins_.push_back(origin_at(*centre, all));
}

const TravelMap::Origin& TravelMap::origin(events::Country country, const base::Zone* zone) const {
  auto found =
      std::lower_bound(origins_.begin(), origins_.end(), country,
                       [](const Origin& origin, const events::Country& code) { return origin.country < code; });
  while (found != origins_.end() && found->country == country && found->zone != zone) ++found;
  CHECK(found != origins_.end() && found->country == country);
  return *found;
}

}  // namespace wrapfeed::users
