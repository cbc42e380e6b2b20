#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace wrapfeed::users {

// Birth cohorts: their taste was formed by the music of their youth.
inline constexpr std::size_t kCohorts = 5;
std::size_t cohort_of(int birth_year);  // before 1970, 1970-84, 1985-94, 1995-2004, from 2005

// How much more (or less) than its share of the catalog a genre is liked.
struct GenreFit {
  std::array<double, kCohorts> cohorts;
  std::vector<double> countries;  // by number in Geography; empty = 1 everywhere
};

// Fit of a genre by name: of its family and of data/genre_fit.csv. A genre that neither knows fits everybody.
GenreFit genre_fit(std::string_view genre);

}  // namespace wrapfeed::users
