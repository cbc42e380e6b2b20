#include "simulation/hits.h"

#include <bit>

#include "random/draws.h"
#include "simulation/threshold.h"
#include "simulation/week.h"

namespace wrapfeed::simulation {
namespace {

constexpr std::uint32_t kPlaces = 20;  // of a week's list
constexpr int kHalfLife = 3;           // weeks

}  // namespace

std::uint32_t hit_artist(std::uint64_t seed, const catalog::ArtistSampler& artists, base::Days day, std::uint32_t when,
                         std::uint32_t which) {
  // As many half-lives as the word has leading zeros, and a part of one.
  const int half_lives = std::countl_zero(when);
  const auto part = static_cast<int>(when % kHalfLife);
  const auto week = static_cast<std::uint64_t>(week_of(day) - half_lives * kHalfLife - part);
  const std::uint32_t place = scaled(squared(which), kPlaces);
  const random::Block block = random::block_at(seed, random::Purpose::Hit, week, place);
  return artists.pick(block[0]);
}

}  // namespace wrapfeed::simulation
