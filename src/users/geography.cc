#include "users/geography.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "catalog/embedded_table.h"
#include "users/data_text.h"
#include "users/names.h"

namespace wrapfeed::users {
namespace {

constexpr std::array<std::string_view, 7> kRegions = {"europe",      "latin_america", "north_america", "asia",
                                                      "middle_east", "africa",        "oceania"};

// The last four regions are one, "rest of the world", in the published shares.
std::size_t market_of(Region region) { return std::min<std::size_t>(static_cast<std::size_t>(region), 3); }
constexpr std::array<double, 4> kMarketShare = {0.27, 0.22, 0.17, 0.34};

std::vector<CultureShare> cultures_of(std::string_view text) {
  std::vector<CultureShare> cultures;
  double total = 0;
  for (const auto& [key, value] : key_numbers(text)) {
    cultures.push_back({NameBook::instance().culture_named(key), value});
    total += value;
  }
  for (CultureShare& culture : cultures) culture.share /= total;
  return cultures;
}

struct CountryRow {
  Country country;
  double online;  // millions of people
  std::string_view time_zone;
};

CountryRow country_row(const std::vector<std::string_view>& fields) {
  CHECK(fields[0].size() == 2);
  Country country{{fields[0][0], fields[0][1]},
                  region_named(fields[1]),
                  0,
                  catalog::number_of(fields[4]) / 100,
                  cultures_of(fields[6])};
  return {std::move(country), catalog::number_of(fields[2]) * catalog::number_of(fields[3]) / 100, fields[5]};
}

std::vector<CountryRow> country_rows() {
  std::vector<CountryRow> rows;
  for (const auto& fields : catalog::embedded_rows(k_countries_csv)) rows.push_back(country_row(fields));
  std::sort(rows.begin(), rows.end(),
            [](const CountryRow& a, const CountryRow& b) { return a.country.code < b.country.code; });
  std::array<double, 4> online{};
  for (const CountryRow& row : rows) online[market_of(row.country.region)] += row.online;
  for (CountryRow& row : rows) {
    const std::size_t market = market_of(row.country.region);
    row.country.share = kMarketShare[market] * row.online / online[market];
  }
  return rows;
}

// Cities with their population in `share` yet.
std::vector<City> city_rows(const std::vector<CountryRow>& countries) {
  std::vector<City> cities;
  for (const auto& fields : catalog::embedded_rows(k_cities_csv)) {
    const auto country = std::find_if(countries.begin(), countries.end(), [&](const CountryRow& row) {
      return std::string_view(row.country.code.data(), 2) == fields[0];
    });
    CHECK(country != countries.end());
    const std::string_view zone = fields[5].empty() ? country->time_zone : fields[5];
    cities.push_back({fields[1], static_cast<std::uint16_t>(country - countries.begin()), catalog::number_of(fields[2]),
                      catalog::number_of(fields[3]), catalog::number_of(fields[4]), &base::Zone::find(zone)});
  }
  std::stable_sort(cities.begin(), cities.end(), [](const City& a, const City& b) { return a.country < b.country; });
  return cities;
}

}  // namespace

Region region_named(std::string_view name) {
  const auto found = std::find(kRegions.begin(), kRegions.end(), name);
  CHECK(found != kRegions.end());
  return static_cast<Region>(found - kRegions.begin());
}

const Geography& Geography::instance() {
  static const Geography geography;
  return geography;
}

Geography::Geography() {
  std::vector<CountryRow> rows = country_rows();
  cities_ = city_rows(rows);
  for (CountryRow& row : rows) countries_.push_back(std::move(row.country));
  std::vector<double> people(countries_.size());
  for (const City& city : cities_) people[city.country] += city.share;
  std::vector<double> weights;
  for (City& city : cities_) {
    city.share /= people[city.country];
    weights.push_back(countries_[city.country].share * city.share);
  }
  table_ = random::AliasTable(weights);
}

}  // namespace wrapfeed::users
