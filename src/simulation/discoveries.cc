#include "simulation/discoveries.h"

#include <algorithm>

namespace wrapfeed::simulation {
namespace {

// A listener whose taste for the popular is z draws this share of artists twice: min(most, slope |z|). Assumption.
constexpr double kSecondLook = 0.35;
constexpr double kMostSecondLooks = 0.8;
// Of the artists they discover, this share comes from everywhere, what is popular beyond their genres. Fitted to the
// concentration over a whole service (LISTENING, target 11).
constexpr double kFromEverywhere = 0.25;
constexpr double kFromEverywhereSpread = 0.1;

}  // namespace

void Discoveries::begin(const users::Profile& profile) {
  std::vector<double> weights;
  genre_numbers_.clear();
  for (const users::Taste& taste : profile.taste) {
    genre_numbers_.push_back(taste.genre);
    weights.push_back(taste.weight);
  }
  genres_ = random::AliasTable(weights);
  const double mainstream = profile.traits.mainstream;
  const double everywhere = kFromEverywhere + kFromEverywhereSpread * mainstream;
  everywhere_ = Threshold(everywhere);
  mainstream_ = mainstream > 0;
  const double second_look = std::min(kMostSecondLooks, kSecondLook * (mainstream_ ? mainstream : -mainstream));
  second_look_ = Threshold((1 - std::clamp(everywhere, 0.0, 1.0)) * second_look);
}

void Discoveries::prefetch(FurtherWords words) const {
  const Attempt first = attempt_of(words, 0);
  if (is_from_everywhere(first)) return artists_.prefetch(first.artist);
  artists_.prefetch(pick_genre(first.genre), first.artist);
}

// Artists of a genre are ordered by popularity.
std::uint32_t Discoveries::artist(FurtherWords words, std::uint32_t attempt) const {
  const Attempt drawn = attempt_of(words, attempt);
  if (is_from_everywhere(drawn)) return artists_.pick(drawn.artist);
  const std::uint16_t genre = pick_genre(drawn.genre);
  const std::uint32_t artist = artists_.pick(genre, drawn.artist);
  if (!second_look_.hit(~drawn.where)) return artist;
  const std::uint32_t other = artists_.pick(genre, first_of(words.pair(kAttempts + 2 * attempt + 1)));
  return mainstream_ ? std::min(artist, other) : std::max(artist, other);
}

}  // namespace wrapfeed::simulation
