#include "random/sobol.h"

#include <array>

namespace wrapfeed::random {
namespace {

// A primitive polynomial over two elements: its degree, its inner coefficients as bits, and the first odd numbers.
struct Generator {
  std::uint32_t degree;
  std::uint32_t inner;
  std::array<std::uint32_t, 7> first;
};
// Dimensions 2 to 19; the first is van der Corput's sequence.
constexpr Generator kGenerators[kSobolDimensions - 1] = {
    {1, 0, {1}},
    {2, 1, {1, 3}},
    {3, 1, {1, 3, 1}},
    {3, 2, {1, 1, 1}},
    {4, 1, {1, 1, 3, 3}},
    {4, 4, {1, 3, 5, 13}},
    {5, 2, {1, 1, 5, 5, 17}},
    {5, 4, {1, 1, 5, 5, 5}},
    {5, 7, {1, 1, 7, 11, 19}},
    {5, 11, {1, 1, 5, 1, 1}},
    {5, 13, {1, 1, 1, 3, 11}},
    {5, 14, {1, 3, 5, 5, 31}},
    {6, 1, {1, 3, 3, 9, 7, 49}},
    {6, 13, {1, 1, 1, 15, 21, 21}},
    {6, 16, {1, 3, 1, 13, 27, 49}},
    {6, 19, {1, 1, 1, 15, 7, 5}},
    {6, 22, {1, 3, 1, 15, 13, 25}},
    {6, 25, {1, 1, 5, 5, 19, 61}},
};

using Directions = std::array<std::uint32_t, 32>;  // what each bit of the index adds

constexpr Directions directions_of(const Generator& generator) {
  Directions directions{};
  const std::uint32_t degree = generator.degree;
  for (std::uint32_t i = 0; i < degree; ++i) directions[i] = generator.first[i] << (31 - i);
  for (std::uint32_t i = degree; i < 32; ++i) {
    directions[i] = directions[i - degree] ^ (directions[i - degree] >> degree);
    for (std::uint32_t k = 1; k < degree; ++k)
      if ((generator.inner >> (degree - 1 - k) & 1) != 0) directions[i] ^= directions[i - k];
  }
  return directions;
}

constexpr std::array<Directions, kSobolDimensions> kDirections = [] {
  std::array<Directions, kSobolDimensions> all{};
  for (std::uint32_t i = 0; i < 32; ++i) all[0][i] = 1U << (31 - i);
  for (std::size_t d = 1; d < kSobolDimensions; ++d) all[d] = directions_of(kGenerators[d - 1]);
  return all;
}();

constexpr std::uint32_t reversed(std::uint32_t x) {
  x = x << 16 | x >> 16;
  x = (x & 0x00FF00FF) << 8 | (x >> 8 & 0x00FF00FF);
  x = (x & 0x0F0F0F0F) << 4 | (x >> 4 & 0x0F0F0F0F);
  x = (x & 0x33333333) << 2 | (x >> 2 & 0x33333333);
  return (x & 0x55555555) << 1 | (x >> 1 & 0x55555555);
}

}  // namespace

std::uint32_t sobol(std::uint32_t index, std::size_t dimension) noexcept {
  std::uint32_t coordinate = 0;
  for (std::size_t bit = 0; index != 0; index >>= 1, ++bit)
    if ((index & 1) != 0) coordinate ^= kDirections[dimension][bit];
  return coordinate;
}

// A bit of the reversed number is changed by the bits below it alone: those are the halves that it lies in.
std::uint32_t owen_scrambled(std::uint32_t coordinate, std::uint32_t key) noexcept {
  std::uint32_t x = reversed(coordinate);
  x += key;
  x ^= x * 0x6C50B47C;
  x ^= x * 0xB82F1E52;
  x ^= x * 0xC7AFE638;
  x ^= x * 0x8D22F6E6;
  return reversed(x);
}

}  // namespace wrapfeed::random
