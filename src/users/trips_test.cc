#include "users/trips.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "random/draws.h"
#include "users/holidays.h"

namespace wrapfeed::users {
namespace {

struct Traveller {
  const City* home;
  std::vector<Trip> trips;  // of 2024 to 2026
};

Itinerary itinerary_of(std::int64_t user, const City& home, std::uint64_t seed = 1) {
  Itinerary itinerary;
  itinerary.begin(seed, user, Geography::instance().country_of(home).code, home.zone);
  return itinerary;
}

const City& home_of(std::int64_t user) {
  random::Draws draws(1, random::Purpose::UserCountry, static_cast<std::uint64_t>(user));
  return Geography::instance().pick_city(draws.word64());
}

const std::vector<Traveller>& travellers() {
  static const std::vector<Traveller> all = [] {
    std::vector<Traveller> made;
    for (std::int64_t user = 0; user < 6000; ++user) {
      Traveller traveller{&home_of(user), {}};
      Itinerary itinerary = itinerary_of(user, *traveller.home);
      for (int year = 2024; year <= 2026; ++year) {
        for (const Trip& trip : itinerary.trips_of(year)) traveller.trips.push_back(trip);
      }
      made.push_back(traveller);
    }
    return made;
  }();
  return all;
}

const City& city_named(std::string_view name, events::Country country) {
  const auto cities = Geography::instance().cities();
  return *std::find_if(cities.begin(), cities.end(), [&](const City& city) {
    return city.name == name && Geography::instance().country_of(city).code == country;
  });
}

// Distances by the gazetteers' great circles, shortened to the chord.
TEST(TravelMap, MeasuresDistances) {
  EXPECT_NEAR(distance_km(city_named("Paris", {'F', 'R'}), city_named("London", {'G', 'B'})), 344, 4);
  EXPECT_NEAR(distance_km(city_named("Berlin", {'D', 'E'}), city_named("Madrid", {'E', 'S'})), 1860, 15);
  EXPECT_NEAR(distance_km(city_named("New York", {'U', 'S'}), city_named("Sydney", {'A', 'U'})), 12'112, 15);
  EXPECT_EQ(distance_km(city_named("Paris", {'F', 'R'}), city_named("Paris", {'F', 'R'})), 0);
}

TEST(TravelMap, HasEveryHome) {
  for (const City& city : Geography::instance().cities()) {
    const events::Country country = Geography::instance().country_of(city).code;
    const TravelMap::Origin& origin = TravelMap::instance().origin(country, city.zone);
    EXPECT_EQ(origin.country, country);
    EXPECT_EQ(origin.zone, city.zone);
    EXPECT_GT(origin.abroad.size(), 0U);
    EXPECT_EQ(origin.at_home.size() > 0, origin.other_zones > 0);
  }
  EXPECT_EQ(TravelMap::instance().origin({'F', 'R'}, &base::Zone::find("Europe/Paris")).other_zones, 0);
  EXPECT_GT(TravelMap::instance().origin({'U', 'S'}, &base::Zone::find("America/New_York")).other_zones, 0.3);
}

TEST(Itinerary, DaysAndTripsAgree) {
  for (std::int64_t user = 0; user < 60; ++user) {
    const Traveller& traveller = travellers()[static_cast<std::size_t>(user)];
    Itinerary itinerary = itinerary_of(user, *traveller.home);
    for (base::Days day = base::days_from_civil(2024, 2, 1); day < base::days_from_civil(2027, 1, 1); ++day) {
      const auto trip = std::find_if(traveller.trips.begin(), traveller.trips.end(),
                                     [day](const Trip& each) { return each.first <= day && day <= each.last; });
      const Place* place = itinerary.away_on(day);
      ASSERT_EQ(place != nullptr, trip != traveller.trips.end()) << user << " " << day;
      if (place != nullptr) {
        ASSERT_EQ(place->city, trip->place.city);
      }
    }
  }
}

TEST(Itinerary, IsTheSameFromAnyDayOn) {
  for (std::int64_t user = 0; user < 200; ++user) {
    Itinerary forward = itinerary_of(user, home_of(user)), backward = itinerary_of(user, home_of(user));
    std::vector<const City*> first, second;
    const auto where = [](Itinerary& itinerary, base::Days day) {
      const Place* place = itinerary.away_on(day);
      return place == nullptr ? nullptr : place->city;
    };
    const base::Days begin = base::days_from_civil(2023, 11, 1), end = base::days_from_civil(2025, 3, 1);
    for (base::Days day = begin; day < end; ++day) first.push_back(where(forward, day));
    for (base::Days day = end; day-- > begin;) second.push_back(where(backward, day));
    std::reverse(second.begin(), second.end());
    ASSERT_EQ(first, second) << user;
  }
}

TEST(Itinerary, TripsNeverMeetAndHaveTheirLengths) {
  std::vector<base::Days> lengths;
  for (const Traveller& traveller : travellers()) {
    const Trip* before = nullptr;
    for (const Trip& trip : traveller.trips) {
      lengths.push_back(trip.last - trip.first + 1);
      ASSERT_GE(lengths.back(), 2);
      ASSERT_LE(lengths.back(), 21);
      if (before != nullptr) {
        ASSERT_GT(trip.first, before->last + 1);
      }
      before = &trip;
    }
  }
  std::sort(lengths.begin(), lengths.end());
  EXPECT_NEAR(lengths[lengths.size() / 2], 6, 0.5);
}

bool abroad(const Traveller& traveller, const Trip& trip) {
  return Geography::instance().country_of(*traveller.home).code != trip.place.country;
}

TEST(Itinerary, HasTheStatedNumbers) {
  double trips = 0, european = 0, europeans = 0, never = 0, domestic = 0;
  for (const Traveller& traveller : travellers()) {
    const auto count = std::count_if(traveller.trips.begin(), traveller.trips.end(),
                                     [&](const Trip& trip) { return abroad(traveller, trip); }) /
                       3.0;
    trips += count;
    never += traveller.trips.empty();
    domestic += static_cast<double>(traveller.trips.size()) / 3 - count;
    if (Geography::instance().country_of(*traveller.home).region == Region::Europe) european += count, ++europeans;
  }
  const double users = static_cast<double>(travellers().size());
  EXPECT_NEAR(trips / users, 0.7, 0.05);
  EXPECT_NEAR(european / europeans, 1.1, 0.08);
  EXPECT_NEAR(domestic / users, 0.19, 0.06);
  EXPECT_GT(never / users, 0.15);  // three years at home
  EXPECT_LT(never / users, 0.35);
}

TEST(Itinerary, GoesNearAndFar) {
  double europeans = 0, inside = 0;
  std::set<const City*> seen;
  for (const Traveller& traveller : travellers()) {
    const Country& home = Geography::instance().country_of(*traveller.home);
    for (const Trip& trip : traveller.trips) {
      const Country& there = Geography::instance().country_of(*trip.place.city);
      seen.insert(trip.place.city);
      ASSERT_EQ(there.code, trip.place.country);
      ASSERT_EQ(trip.place.city->zone, trip.place.zone);
      if (there.code == home.code) {
        ASSERT_NE(trip.place.zone, traveller.home->zone);
      }
      if (home.region != Region::Europe || there.code == home.code) continue;
      ++europeans;
      inside += there.region == Region::Europe || trip.place.zone->name() == "Europe/Istanbul";
    }
  }
  EXPECT_NEAR(inside / europeans, 0.854, 0.08);  // Eurostat 2012
  EXPECT_GT(seen.size(), 400U);
}

TEST(Itinerary, PrefersSummerAndHolidays) {
  std::array<double, 12> north{}, south{};
  double before = 0, all = 0;
  for (const Traveller& traveller : travellers()) {
    const events::Country country = Geography::instance().country_of(*traveller.home).code;
    for (const Trip& trip : traveller.trips) {
      ++(traveller.home->latitude < -15 ? south : north)[base::civil_from_days(trip.first).month - 1];
      if (country != events::Country{'D', 'E'} && country != events::Country{'G', 'B'}) continue;
      ++all;
      before += Holidays::instance().is_holiday(country, trip.first + 2);
    }
  }
  EXPECT_GT(north[7], 1.9 * north[0]);
  EXPECT_GT(south[1], 1.3 * south[6]);
  EXPECT_GT(before / all, 1.2 * 9 / 365);
}

TEST(Itinerary, DependsOnSeedAndUser) {
  const City& home = city_named("Berlin", {'D', 'E'});
  const auto firsts = [&](std::int64_t user, std::uint64_t seed) {
    Itinerary itinerary = itinerary_of(user, home, seed);
    std::vector<base::Days> days;
    for (int year = 2020; year < 2030; ++year) {
      for (const Trip& trip : itinerary.trips_of(year)) days.push_back(trip.first);
    }
    return days;
  };
  EXPECT_EQ(firsts(5, 1), firsts(5, 1));
  EXPECT_NE(firsts(5, 1), firsts(6, 1));
  EXPECT_NE(firsts(5, 1), firsts(5, 2));
}

}  // namespace
}  // namespace wrapfeed::users
