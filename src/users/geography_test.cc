#include "users/geography.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>
#include <string>

#include "random/draws.h"
#include "users/utf8_for_test.h"

namespace wrapfeed::users {
namespace {

const Geography& geography() { return Geography::instance(); }

std::string code_of(const City& city) {
  const events::Country code = geography().country_of(city).code;
  return {code.data(), code.size()};
}

const City& city_named(std::string_view country, std::string_view name) {
  for (const City& city : geography().cities()) {
    if (city.name == name && code_of(city) == country) return city;
  }
  ADD_FAILURE() << "no city " << name;
  return geography().cities().front();
}

double share_of_country(std::string_view code) {
  for (const Country& country : geography().countries()) {
    if (std::string_view(country.code.data(), 2) == code) return country.share;
  }
  return 0;
}

TEST(Geography, HasTheWorld) {
  EXPECT_GE(geography().countries().size(), 100u);
  EXPECT_GE(geography().cities().size(), 500u);
  std::set<std::pair<std::string, std::string>> names;
  for (const City& city : geography().cities()) {
    EXPECT_TRUE(is_clean_utf8(city.name)) << city.name;
    EXPECT_TRUE(names.emplace(code_of(city), city.name).second) << city.name;
  }
}

TEST(Geography, EveryCountryHasCitiesAndSharesSumToOne) {
  std::map<std::uint16_t, double> sums;
  for (const City& city : geography().cities()) sums[city.country] += city.share;
  EXPECT_EQ(sums.size(), geography().countries().size());
  for (const auto& [country, sum] : sums) EXPECT_NEAR(sum, 1, 1e-12);
  double total = 0;
  for (const Country& country : geography().countries()) {
    EXPECT_GT(country.share, 0);
    total += country.share;
    double cultures = 0;
    for (const CultureShare& culture : country.cultures) cultures += culture.share;
    EXPECT_NEAR(cultures, 1, 1e-12);
  }
  EXPECT_NEAR(total, 1, 1e-12);
}

TEST(Geography, RegionsHaveThePublishedShares) {
  std::map<Region, double> shares;
  for (const Country& country : geography().countries()) shares[country.region] += country.share;
  EXPECT_NEAR(shares[Region::Europe], 0.27, 1e-12);
  EXPECT_NEAR(shares[Region::LatinAmerica], 0.22, 1e-12);
  EXPECT_NEAR(shares[Region::NorthAmerica], 0.17, 1e-12);
  EXPECT_NEAR(shares[Region::Asia] + shares[Region::MiddleEast] + shares[Region::Africa] + shares[Region::Oceania],
              0.34, 1e-12);
}

TEST(Geography, CountriesAndCitiesGoByPopulation) {
  EXPECT_NEAR(share_of_country("US") / share_of_country("CA"), 335 * 0.93 / (40 * 0.94), 1e-9);
  EXPECT_GT(share_of_country("DE"), share_of_country("FR"));
  EXPECT_GT(share_of_country("BR"), share_of_country("MX"));
  EXPECT_NEAR(city_named("FR", "Paris").share / city_named("FR", "Lyon").share, 2100.0 / 522, 1e-9);
}

// From the gazetteers of the national surveys; two hundredths of a degree are about 2 km.
TEST(Geography, CitiesStandWhereTheyAre) {
  const auto expect_at = [](const City& city, double latitude, double longitude) {
    EXPECT_NEAR(city.latitude, latitude, 0.02) << city.name;
    EXPECT_NEAR(city.longitude, longitude, 0.02) << city.name;
  };
  expect_at(city_named("DE", "Berlin"), 52.5200, 13.4050);
  expect_at(city_named("GB", "London"), 51.5074, -0.1278);
  expect_at(city_named("BR", "São Paulo"), -23.5505, -46.6333);
  expect_at(city_named("US", "Los Angeles"), 34.0522, -118.2437);
  expect_at(city_named("JP", "Tokyo"), 35.6895, 139.6917);
  expect_at(city_named("IN", "Mumbai"), 19.0760, 72.8777);
  expect_at(city_named("AU", "Sydney"), -33.8688, 151.2093);
  expect_at(city_named("EC", "Quito"), -0.2299, -78.5249);
  expect_at(city_named("ZA", "Cape Town"), -33.9249, 18.4241);
  expect_at(city_named("NZ", "Wellington"), -41.2866, 174.7756);
}

TEST(Geography, ZonesAreTheCitiesOwn) {
  EXPECT_EQ(city_named("US", "Phoenix").zone->name(), "America/Phoenix");
  EXPECT_EQ(city_named("US", "Honolulu").zone->name(), "Pacific/Honolulu");
  EXPECT_EQ(city_named("BR", "Manaus").zone->name(), "America/Manaus");
  EXPECT_EQ(city_named("PT", "Ponta Delgada").zone->name(), "Atlantic/Azores");
  EXPECT_EQ(city_named("AU", "Perth").zone->name(), "Australia/Perth");
  EXPECT_EQ(city_named("ID", "Jayapura").zone->name(), "Asia/Jayapura");
  EXPECT_EQ(city_named("IN", "Delhi").zone->name(), "Asia/Kolkata");
  EXPECT_EQ(city_named("FR", "Paris").zone->name(), "Europe/Paris");
}

// Zones exist (or reading the table would have failed), and no clock is further from the sun than those of Spain and
// of Alaska in summer, two and a half hours.
TEST(Geography, ClocksGoRoughlyWithTheSun) {
  const base::Millis january = base::Millis{base::days_from_civil(2025, 1, 15)} * base::kDay;
  const base::Millis july = base::Millis{base::days_from_civil(2025, 7, 15)} * base::kDay;
  for (const City& city : geography().cities()) {
    ASSERT_LE(std::abs(city.latitude), 70) << city.name;
    ASSERT_LE(std::abs(city.longitude), 180) << city.name;
    for (const base::Millis instant : {january, july}) {
      const double clock = city.zone->offset_minutes(instant) / 60.0;
      EXPECT_NEAR(clock, city.longitude / 15, 2.7) << city.name;
    }
  }
}

TEST(Geography, DrawsCitiesByShare) {
  random::Draws draws(1, random::Purpose::UserCountry, 0);
  constexpr int kDraws = 200'000;
  std::map<std::string_view, int> counts;
  for (int i = 0; i < kDraws; ++i) ++counts[geography().pick_city(draws.word64()).name];
  for (const auto& [code, name] : {std::pair{"US", "New York"}, {"BR", "Rio de Janeiro"}, {"TR", "İzmir"}}) {
    const City& city = city_named(code, name);
    const double expected = kDraws * city.share * geography().country_of(city).share;
    EXPECT_NEAR(counts[city.name], expected, 4 * std::sqrt(expected)) << name;
  }
}

}  // namespace
}  // namespace wrapfeed::users
