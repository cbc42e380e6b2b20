#include "users/axes.h"

#include <cmath>
#include <span>

#include "random/math.h"
#include "users/trait_model.h"

namespace wrapfeed::users {
namespace {

struct Weight {
  Trait trait;
  double value;
};

// Exploration is the sum of the inverses of a listener's affinity to each artist, so it grows with new tracks, and
// falls with whatever stays with an artist: new tracks by artists known already, runs, an artist of the moment. The
// weights say how much a standard deviation of the trait moves it beside one of Discover.
constexpr Weight kExploration[] = {
    {Trait::Discover, 1.0}, {Trait::KnownArtist, -0.7}, {Trait::Run, -0.6}, {Trait::Obsession, -0.3}};

// Variety is how much is played before a track comes again: with few repeats, from far back, and nothing on a loop.
constexpr Weight kVariety[] = {{Trait::Discover, 1.0}, {Trait::Recency, 0.6}, {Trait::Loop, -0.4}};

double variance(std::span<const Weight> weights) {
  double sum = 0;
  for (const Weight& weight : weights) sum += weight.value * weight.value;
  for (const Correlation& c : correlations_between_listeners()) {
    double one = 0, other = 0;
    for (const Weight& weight : weights) {
      if (weight.trait == c.one) one = weight.value;
      if (weight.trait == c.other) other = weight.value;
    }
    sum += 2 * c.value * one * other;
  }
  return sum;
}

// The share of listeners below this one: the scores are jointly normal, so their weighted sum is normal too.
double rank(const Traits& traits, std::span<const Weight> weights) {
  double sum = 0;
  for (const Weight& weight : weights) sum += weight.value * traits.scores[static_cast<std::size_t>(weight.trait)];
  return random::normal_cdf(sum / std::sqrt(variance(weights)));
}

}  // namespace

Axes axes_of(const Traits& traits) {
  return {rank(traits, kExploration), rank(traits, kVariety), random::normal_cdf(traits.freshness),
          random::normal_cdf(-traits.mainstream)};
}

}  // namespace wrapfeed::users
