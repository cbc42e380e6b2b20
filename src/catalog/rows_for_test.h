#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"

namespace wrapfeed::catalog::testing {

// An id that starts with `name`, filled up with dots.
inline events::Id id(std::string_view name) {
  events::Id made;
  made.fill('.');
  for (std::size_t i = 0; i < name.size(); ++i) made[i] = name[i];
  return made;
}

// Rows that own their text, for building small catalogs.
struct ArtistForTest {
  std::string name;
  std::int64_t followers = 0;
  std::int32_t popularity = 0;
  std::vector<std::string_view> genres = {};

  void add_to(CatalogBuilder& builder) const {
    builder.add(events::Artist{id(name), name, followers, popularity, genres});
  }
};

struct TrackForTest {
  std::string name;
  std::string artist;
  std::string album = "Album";
  std::int32_t number = 1;
  base::Days day = 10'000;
  std::int32_t popularity = 50;
  std::string genre = "pop";
  std::vector<std::string> guests = {};

  void add_to(CatalogBuilder& builder) const {
    std::vector<events::Id> artists = {id(artist)};
    for (const std::string& guest : guests) artists.push_back(id(guest));
    events::Track track{};
    track.track_id = id(name);
    track.name = name;
    track.artist_id = id(artist);
    track.artist_ids = artists;
    track.album_name = album;
    track.track_number = number;
    track.duration_ms = 200'000;
    track.popularity = popularity;
    track.release_date = day;
    track.track_genre = genre;
    builder.add(track);
  }
};

inline Catalog build(const std::vector<ArtistForTest>& artists, const std::vector<TrackForTest>& tracks) {
  CatalogBuilder builder;
  for (const ArtistForTest& artist : artists) artist.add_to(builder);
  for (const TrackForTest& track : tracks) track.add_to(builder);
  return builder.build();
}

}  // namespace wrapfeed::catalog::testing
