#include "users/genre_fit.h"

#include <algorithm>

#include "base/check.h"
#include "catalog/embedded_table.h"
#include "catalog/genres.h"
#include "users/data_text.h"
#include "users/geography.h"

namespace wrapfeed::users {
namespace {

using catalog::Family;
using Cohorts = std::array<double, kCohorts>;

Cohorts family_cohorts(Family family) {
  switch (family) {
    case Family::Pop:
      return {0.8, 0.9, 1.0, 1.1, 1.2};
    case Family::Rock:
      return {1.7, 1.6, 1.0, 0.6, 0.5};
    case Family::Metal:
      return {0.5, 1.3, 1.3, 0.8, 0.6};
    case Family::Punk:
      return {0.4, 1.2, 1.5, 0.8, 0.6};
    case Family::Indie:
      return {0.4, 0.9, 1.3, 1.2, 0.9};
    case Family::HipHop:
      return {0.2, 0.8, 1.3, 1.5, 1.5};
    case Family::Soul:
      return {1.4, 1.2, 1.0, 0.9, 0.8};
    case Family::Electronic:
      return {0.3, 0.8, 1.3, 1.2, 1.1};
    case Family::House:
      return {0.3, 1.0, 1.4, 1.0, 0.8};
    case Family::Techno:
      return {0.3, 1.1, 1.4, 0.9, 0.6};
    case Family::Jazz:
      return {2.4, 1.3, 0.8, 0.5, 0.3};
    case Family::Classical:
      return {2.6, 1.3, 0.7, 0.6, 0.5};
    case Family::Folk:
      return {1.7, 1.2, 1.0, 0.8, 0.6};
    case Family::Country:
      return {1.6, 1.2, 1.0, 0.9, 0.8};
    case Family::Spoken:
      return {0.8, 1.0, 1.1, 1.0, 0.8};
    case Family::Children:
      return {0.5, 1.3, 1.6, 0.5, 0.7};  // parents, and teenagers still near it
    case Family::World:
      return {1.4, 1.1, 0.9, 0.8, 0.7};
    case Family::Ambient:
      return {0.7, 0.9, 1.1, 1.2, 1.1};
    case Family::Latin:
    case Family::Brazilian:
    case Family::Asian:
    case Family::African:
      break;  // the cohorts of their genres stand in the data
  }
  return {1, 1, 1, 1, 1};
}

bool is_region(std::string_view key) { return key.size() > 2; }

// "latin_america:4.5 BR:0.6": the factor abroad, then of whole regions, then of single countries.
std::vector<double> country_factors(double abroad, std::string_view homes) {
  const auto countries = Geography::instance().countries();
  std::vector<double> factors(countries.size(), abroad);
  const std::vector<KeyNumber> pairs = key_numbers(homes);
  for (const auto& [key, value] : pairs) {
    for (std::size_t i = 0; is_region(key) && i < countries.size(); ++i) {
      if (countries[i].region == region_named(key)) factors[i] = value;
    }
  }
  for (const auto& [key, value] : pairs) {
    if (is_region(key)) continue;
    const auto home = std::find_if(countries.begin(), countries.end(), [&](const Country& country) {
      return std::string_view(country.code.data(), 2) == key;
    });
    CHECK(home != countries.end());
    factors[static_cast<std::size_t>(home - countries.begin())] = value;
  }
  return factors;
}

}  // namespace

std::size_t cohort_of(int birth_year) {
  constexpr std::array<int, kCohorts - 1> kStarts = {1970, 1985, 1995, 2005};
  return static_cast<std::size_t>(std::upper_bound(kStarts.begin(), kStarts.end(), birth_year) - kStarts.begin());
}

GenreFit genre_fit(std::string_view genre) {
  static const auto rows = catalog::embedded_rows(k_genre_fit_csv);
  GenreFit fit{{1, 1, 1, 1, 1}, {}};
  if (const catalog::Genre* known = catalog::find_genre(genre)) fit.cohorts = family_cohorts(known->family);
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& fields) { return fields[0] == genre; });
  if (row == rows.end()) return fit;
  for (std::size_t i = 0; i < kCohorts; ++i) fit.cohorts[i] = catalog::number_of((*row)[3 + i]);
  if ((*row)[1] != "1") fit.countries = country_factors(catalog::number_of((*row)[1]), (*row)[2]);
  return fit;
}

}  // namespace wrapfeed::users
