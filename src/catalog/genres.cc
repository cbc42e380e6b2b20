#include "catalog/genres.h"

#include <algorithm>
#include <vector>

#include "catalog/genre_profile.h"

namespace wrapfeed::catalog {

std::span<const Genre> known_genres() {
  static const std::vector<Genre> genres = [] {
    std::vector<Genre> list;
    for (const GenreProfile& profile : genre_profiles()) list.push_back({profile.name, profile.family, profile.share});
    return list;
  }();
  return genres;
}

const Genre* find_genre(std::string_view name) {
  const auto genres = known_genres();
  const auto found = std::lower_bound(genres.begin(), genres.end(), name,
                                      [](const Genre& genre, std::string_view wanted) { return genre.name < wanted; });
  return found != genres.end() && found->name == name ? &*found : nullptr;
}

}  // namespace wrapfeed::catalog
