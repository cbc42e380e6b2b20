#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "verification/key_row.h"

namespace wrapfeed::verification {

// The Sound Town of a user, by the rule of sql/wrapped/sound_town.sql. Every row to note(), then every one to add().
// Memory grows with cities and everybody's top artists.
class Towns {
 public:
  void note(const Json& row);
  void add(const Json& row);
  Json of(const Json& row) const;  // null where no city fits

 private:
  struct Heard {
    std::int64_t all = 0;                           // streams
    std::map<std::string, std::int64_t> by_artist;  // of everybody's top artists
    std::int64_t of(const std::string& artist) const {
      const auto found = by_artist.find(artist);
      return found == by_artist.end() ? 0 : found->second;
    }
  };
  using Town = std::pair<std::string, std::string>;  // country, city
  struct Fit {
    std::int64_t artists = 0;
    double share = 0;
    std::int64_t streams = 0;
  };
  static Town town_of(const Json& row);
  static Heard heard_of(const Json& row);
  Fit fit(const Heard& town, const Heard& own, const Json& top_artists) const;

  Heard everybody_;
  std::map<Town, Heard> towns_;
};

}  // namespace wrapfeed::verification
