#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "feed/manifest.h"
#include "verification/tables.h"

namespace wrapfeed::verification {

// Whose each track is and what follows it on its album (the tracks of one artist with one release date and album
// name, by track number): what a truth's runs are held against. Tracks by their number in KnownTables.
class Discography {
 public:
  Discography(const std::filesystem::path& feed, const feed::Manifest& manifest, const KnownTables& tables);

  bool same_artist(std::uint32_t one, std::uint32_t other) const {
    return places_[one].artist == places_[other].artist;
  }
  bool follows(std::uint32_t before, std::uint32_t next) const {
    return places_[before].album == places_[next].album && places_[before].rank + 1 == places_[next].rank;
  }

 private:
  struct Place {
    std::uint32_t artist = 0;
    std::uint32_t album = 0;
    std::uint32_t rank = 0;  // the track number first, then its rank by it
  };
  void rank_albums();

  std::vector<Place> places_;
};

}  // namespace wrapfeed::verification
