#include "users/traits.h"

#include "random/distributions.h"
#include "random/math.h"
#include "random/sobol.h"
#include "users/trait_model.h"

namespace wrapfeed::users {
namespace {

static_assert(kTraits <= random::kSobolDimensions);

// Independent standard normals that cover the population evenly: any hundred users are a fair sample of everybody, and
// what is uncorrelated is nearly so in any few hundred.
std::array<double, kTraits> even_normals(std::uint64_t seed, std::int64_t user) {
  random::Draws keys(seed, random::Purpose::UserTraits, 0, 1);
  std::array<double, kTraits> normals{};
  for (std::size_t k = 0; k < kTraits; ++k) {
    const std::uint32_t even = random::owen_scrambled(random::sobol(static_cast<std::uint32_t>(user), k), keys.word());
    normals[k] = random::normal_quantile(random::unit(even));
  }
  return normals;
}

}  // namespace

Traits traits_of(std::uint64_t seed, std::int64_t user, events::Population population) {
  static const Correlator correlate(correlations_between_listeners());
  Traits traits;
  traits.population = population;
  traits.scores = correlate(even_normals(seed, user));
  random::Draws draws(seed, random::Purpose::UserTraits, static_cast<std::uint64_t>(user));
  for (double& hour : traits.hours) hour = random::normal(draws);
  traits.shuffle_share = random::beta(draws, 1.2, 1.0);
  traits.like_rate = random::logistic(-3.2 + 1.1 * random::normal(draws));
  traits.pause_share = random::beta(draws, 4.0, 3.0);
  traits.playlist_rate = random::logistic(-5.0 + 1.2 * random::normal(draws));
  traits.offline_share = random::beta(draws, 0.3, 4.0);
  traits.private_share = random::beta(draws, 0.1, 5.0);
  traits.collection_share = random::beta(draws, 3.1, 1.9);
  traits.mainstream = random::normal(draws);
  traits.freshness = random::normal(draws);
  return traits;
}

}  // namespace wrapfeed::users
