#include "users/traits.h"

#include "random/distributions.h"
#include "random/math.h"
#include "users/trait_model.h"

namespace wrapfeed::users {
namespace {

// Multiples of powers of 1/rho mod 1 fill a cube evenly, rho the root of rho^20 = rho + 1 (Roberts 2018, the R_d
// sequence): here round(2^64 / rho^(k+1)), so that the products wrap exactly.
constexpr std::uint64_t kSteps[kTraits] = {
    0xF70EDC6AB8A796DB, 0xEE6DAE32C9C7314C, 0xE619AA5C2E8EEB25, 0xDE101EE43CF747A8, 0xD64E71E254B3D022,
    0xCED220B05B087578, 0xC798BF1ABDC1A781, 0xC09FF697B9FEC8F7, 0xB9E58585A5D89199, 0xB3673E6FFE31D46D,
    0xAD23075AFC31BA73, 0xA716D9157803872E, 0xA140BE90E0821C0B, 0x9B9ED43F116D5253, 0x962F4775D3AD8C5E,
    0x90F055D7D4FF2B53, 0x8BE04CC2E6247F0F, 0x86FD88C35071DBFC, 0x8246750C152D54B8,
};
constexpr std::uint32_t kBlock = 64;  // users

// The sequence sweeps slowly along its first coordinates, so neighbours would be alike: users change places within
// their block of 64.
std::uint64_t shuffled(std::uint64_t seed, std::uint64_t user) {
  random::Draws draws(seed, random::Purpose::UserTraits, user / kBlock, 1);
  const std::uint32_t factor = draws.word() | 1;
  const std::uint32_t shift = draws.word();
  const std::uint32_t place = (static_cast<std::uint32_t>(user % kBlock) * factor + shift) % kBlock;
  return user / kBlock * kBlock + place;
}

// Independent standard normals that cover the population evenly: any hundred users are a fair sample of everybody.
std::array<double, kTraits> even_normals(std::uint64_t seed, std::int64_t user) {
  random::Draws offsets(seed, random::Purpose::UserTraits, 0, 2);
  const std::uint64_t place = shuffled(seed, static_cast<std::uint64_t>(user)) + 1;
  std::array<double, kTraits> normals{};
  for (std::size_t k = 0; k < kTraits; ++k) {
    const std::uint64_t fraction = offsets.word64() + place * kSteps[k];
    normals[k] = random::normal_quantile(random::unit(static_cast<std::uint32_t>(fraction >> 32)));
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
