#include "catalog/genre_profile.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "catalog/embedded_table.h"

namespace wrapfeed::catalog {

extern const std::string_view k_genres_csv;  // data/genres.csv

namespace {

constexpr std::array<std::string_view, 22> kFamilies = {
    "Pop",   "Rock",    "Metal",   "Punk",      "Indie",    "HipHop",  "Soul",  "Electronic",
    "House", "Techno",  "Jazz",    "Classical", "Folk",     "Country", "Latin", "Brazilian",
    "Asian", "African", "Ambient", "Spoken",    "Children", "World"};

Family family_of(std::string_view name) {
  const auto found = std::find(kFamilies.begin(), kFamilies.end(), name);
  CHECK(found != kFamilies.end());
  return static_cast<Family>(found - kFamilies.begin());
}

std::vector<GenreProfile::Language> languages_of(std::string_view cell) {
  std::vector<GenreProfile::Language> languages;
  for (const std::string_view part : split(cell, ' ')) {
    const auto pair = split(part, ':');
    languages.push_back({pair[0], pair.size() > 1 ? number_of(pair[1]) : 1.0});
  }
  return languages;
}

std::vector<GenreProfile> read_profiles() {
  std::vector<GenreProfile> profiles;
  double total = 0;
  for (const TableRow& row : embedded_rows(k_genres_csv)) {
    profiles.push_back({.name = row[0],
                        .family = family_of(row[1]),
                        .share = number_of(row[2]),
                        .first_year = static_cast<int>(number_of(row[3])),
                        .growth = number_of(row[4]),
                        .languages = languages_of(row[5]),
                        .explicit_share = number_of(row[6]),
                        .collaboration_share = number_of(row[7]),
                        .major_share = number_of(row[8]),
                        .triple_time_share = number_of(row[9]),
                        .odd_time_share = number_of(row[10])});
    total += profiles.back().share;
  }
  for (GenreProfile& profile : profiles) profile.share /= total;
  CHECK(std::is_sorted(profiles.begin(), profiles.end(),
                       [](const GenreProfile& a, const GenreProfile& b) { return a.name < b.name; }));
  return profiles;
}

}  // namespace

std::span<const GenreProfile> genre_profiles() {
  static const std::vector<GenreProfile> profiles = read_profiles();
  return profiles;
}

}  // namespace wrapfeed::catalog
