#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "catalog/catalog.h"
#include "random/draws.h"
#include "users/genre_fit.h"
#include "users/profile.h"

namespace wrapfeed::users {

// Which genres of a catalog a user likes. The favourite genre is drawn by the genres' shares of artist weight in the
// catalog times their fit to the user's country and birth cohort; further ones likewise, kindred families preferred.
// Immutable; threads may share one.
class TasteModel {
 public:
  explicit TasteModel(const catalog::Catalog& catalog);

  struct Choice {
    std::vector<Taste> taste;   // every genre that has artists, falling, sums to 1; the favourite comes first
    std::size_t preferred = 0;  // how many of its first count as preferred: 3-8, fewer if there are no more genres
  };
  Choice draw(std::uint16_t country, int birth_year, random::Draws& draws) const;

  // Probability that a genre is the favourite one, by genre number.
  std::vector<Taste> favourite_shares(std::uint16_t country, int birth_year) const;

 private:
  struct Genre {
    double weight;
    std::uint16_t number;
    std::uint8_t family;  // catalog::Family, kNoFamily for a genre of somebody else's catalog
  };
  std::span<const Genre> genres_of(std::uint16_t country, std::size_t cohort) const;
  static std::vector<std::size_t> choose(std::span<const Genre> genres, std::vector<double> weights, std::size_t count,
                                         random::Draws& draws);

  std::size_t count_ = 0;      // of genres with artists
  std::vector<Genre> groups_;  // by country and cohort; in each by weight, falling
};

}  // namespace wrapfeed::users
