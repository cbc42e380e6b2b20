#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/genres.h"
#include "catalog/grammar.h"

namespace wrapfeed::catalog {

// Names of songs, albums and artists that read like real ones, in the words of a language and the manner of a family
// of music (a sonata is not named like a metal song). Immutable; threads may share one.
class NameMaker {
 public:
  NameMaker();

  std::uint8_t language(
      std::string_view code) const;  // its number; CHECK that there is a grammar data/names/<code>.txt

  // Each appends to `out`.
  void title(std::uint8_t language, Family family, random::Draws& draws, std::string& out) const;
  void album(std::uint8_t language, Family family, random::Draws& draws, std::string& out) const;
  void artist(std::uint8_t language, Family family, random::Draws& draws, std::string& out) const;
  // The title of a song of Christmas; for those languages alone that have some.
  bool has_festive(std::uint8_t language) const;
  void festive(std::uint8_t language, random::Draws& draws, std::string& out) const;
  // What stands behind the title of a version: " - Radio Edit", " - Live" ...; electronic music has its mixes.
  void version(Family family, random::Draws& draws, std::string& out) const;

 private:
  struct Manner {
    Grammar::Symbol title;
    Grammar::Symbol album;
    Grammar::Symbol artist;
  };
  struct Language {
    std::string_view code;
    Grammar grammar;
    std::vector<Manner> manners;  // by family
  };
  std::vector<Language> languages_;
  Grammar versions_;
  Grammar::Symbol version_;
  Grammar::Symbol mix_;
};

// Whether its tracks come as mixes and edits.
bool has_mixes(Family family);

}  // namespace wrapfeed::catalog
