#pragma once

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "catalog/genres.h"

namespace wrapfeed::users {

struct GenreSize {
  std::string_view genre;
  int artists;
};

inline events::Id id_for_test(int number) {
  events::Id id;
  const std::string text = fmt::format("{:022}", number);
  text.copy(id.data(), id.size());
  return id;
}

// A catalog of artists with one track each; which of them are popular does not depend on the genre.
inline catalog::Catalog catalog_of(const std::vector<GenreSize>& sizes) {
  catalog::CatalogBuilder builder;
  int number = 0;
  for (const auto& [genre, artists] : sizes) {
    for (int i = 0; i < artists; ++i, ++number) {
      const events::Id id = id_for_test(number);
      const std::array<std::string_view, 1> genres = {genre};
      builder.add(events::Artist{id, "Artist", (number * 7919L) % 100'003, 50, genres});
      const std::array<events::Id, 1> ids = {id};
      events::Track track;
      track.track_id = id;
      track.name = "Track";
      track.artist_id = id;
      track.artist_name = "Artist";
      track.artist_ids = ids;
      track.album_name = "Album";
      track.duration_ms = 200'000;
      track.track_genre = genre;
      builder.add(track);
    }
  }
  return builder.build();
}

// Every known genre, by its popularity.
inline const catalog::Catalog& whole_catalog() {
  static const catalog::Catalog catalog = [] {
    std::vector<GenreSize> sizes;
    for (const catalog::Genre& genre : catalog::known_genres()) {
      sizes.push_back({genre.name, 1 + static_cast<int>(genre.popularity * 10'000)});
    }
    return catalog_of(sizes);
  }();
  return catalog;
}

}  // namespace wrapfeed::users
