#include "users/travel_map.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/check.h"
#include "random/math.h"

namespace wrapfeed::users {
namespace {

constexpr double kRadius = 6371;  // km
constexpr double kNear = 300;     // km: below this, nearness hardly matters
constexpr double kDistancePower = 1.5;

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

std::array<double, 3> direction(const City& city) {
  const double across = cosine(city.latitude);
  return {across * cosine(city.longitude), across * sine(city.longitude), sine(city.latitude)};
}

double attraction(const City& from, const City& to) {
  const double users = Geography::instance().country_of(to).share * to.share;
  return std::sqrt(users) / random::pow(distance_km(from, to) + kNear, kDistancePower);
}

random::AliasTable table_of(const std::vector<double>& weights) {
  const bool any = std::any_of(weights.begin(), weights.end(), [](double weight) { return weight > 0; });
  return any ? random::AliasTable(weights) : random::AliasTable();
}

TravelMap::Origin origin_at(const City& centre) {
  const Geography& geography = Geography::instance();
  const Country& country = geography.country_of(centre);
  std::vector<double> abroad, at_home;
  double other_zones = 0;
  for (const City& city : geography.cities()) {
    const bool domestic = city.country == centre.country;
    const bool elsewhere = domestic && city.zone != centre.zone;
    abroad.push_back(domestic ? 0 : attraction(centre, city));
    at_home.push_back(elsewhere ? attraction(centre, city) : 0);
    if (elsewhere) other_zones += city.share;
  }
  return {country.code, country.region, centre.zone, &centre, other_zones, table_of(abroad), table_of(at_home)};
}

}  // namespace

double distance_km(const City& a, const City& b) {
  const std::array<double, 3> p = direction(a), q = direction(b);
  double square = 0;
  for (std::size_t i = 0; i < 3; ++i) square += (p[i] - q[i]) * (p[i] - q[i]);
  return kRadius * std::sqrt(square);
}

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
  for (const City* centre : centres) origins_.push_back(origin_at(*centre));
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
