#pragma once

#include <cstdint>

#include "random/philox.h"
#include "random/purpose.h"

namespace wrapfeed::random {

// One block of four words, a function of its address alone.
// Counter layout: {index, purpose << 16 | block, user low, user high}; the key is the seed.
constexpr Block block_at(std::uint64_t seed, Purpose purpose, std::uint64_t user, std::uint32_t index,
                         std::uint16_t block = 0) noexcept {
  return philox4x32_10({index, (static_cast<std::uint32_t>(purpose) << 16) | block, static_cast<std::uint32_t>(user),
                        static_cast<std::uint32_t>(user >> 32)},
                       {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)});
}

// A fraction in the open interval (0, 1) from 32 bits: (bits + 1/2) / 2^32.
constexpr double unit(std::uint32_t bits) noexcept { return (bits + 0.5) * 0x1p-32; }

// The i-th word of SplitMix64 from `start` (Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
// 2014): a few cycles for what is drawn by the dozen from an address of its own.
constexpr std::uint64_t splitmix64(std::uint64_t start, std::uint64_t i) noexcept {
  std::uint64_t z = start + (i + 1) * 0x9E3779B97F4A7C15;
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
  z = (z ^ z >> 27) * 0x94D049BB133111EB;
  return z ^ z >> 31;
}

// The words at one address, in order: what happens at (seed, purpose, user, index) draws from here and nowhere else.
// Up to 65,536 blocks of four words. Copyable, no heap; not shared between threads.
class Draws {
 public:
  constexpr Draws(std::uint64_t seed, Purpose purpose, std::uint64_t user, std::uint32_t index = 0) noexcept
      : seed_(seed), user_(user), index_(index), purpose_(purpose) {}

  constexpr std::uint32_t word() noexcept {
    if (next_ == 4) {
      words_ = block_at(seed_, purpose_, user_, index_, block_++);
      next_ = 0;
    }
    return words_[next_++];
  }
  constexpr std::uint64_t word64() noexcept {
    const std::uint64_t high = word();
    return high << 32 | word();
  }
  constexpr double uniform() noexcept { return unit(word()); }  // open (0, 1), 32 bits
  constexpr bool chance(double probability) noexcept { return uniform() < probability; }
  // Uniform in 0 ... bound-1 (bound > 0), by multiply-high: bias under bound / 2^32.
  constexpr std::uint32_t below(std::uint32_t bound) noexcept {
    return static_cast<std::uint32_t>((static_cast<std::uint64_t>(word()) * bound) >> 32);
  }

 private:
  std::uint64_t seed_;
  std::uint64_t user_;
  std::uint32_t index_;
  Purpose purpose_;
  std::uint16_t block_ = 0;
  unsigned next_ = 4;
  Block words_{};
};

}  // namespace wrapfeed::random
