#pragma once

#include <span>
#include <string_view>

namespace wrapfeed::catalog {

// The 114 genres of the public data set dataset.csv (column track_genre), grouped into families of kindred music.
// Users prefer families; the synthetic catalog fills every genre.
enum class Family : unsigned char {
  Pop,
  Rock,
  Metal,
  Punk,
  Indie,
  HipHop,
  Soul,
  Electronic,
  House,
  Techno,
  Jazz,
  Classical,
  Folk,
  Country,
  Latin,
  Brazilian,
  Asian,
  African,
  Ambient,
  Spoken,
  Children,
  World,
};

struct Genre {
  std::string_view name;
  Family family;
  double popularity;  // relative share of artists and listening, sums to 1 over all genres
};

std::span<const Genre> known_genres();           // sorted by name
const Genre* find_genre(std::string_view name);  // null for a genre of somebody else's catalog

}  // namespace wrapfeed::catalog
