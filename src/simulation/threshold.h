#pragma once

#include <array>
#include <cstdint>

namespace wrapfeed::simulation {

// A probability as a 32-bit integer, so that a decision during play is one comparison of integers.
class Threshold {
 public:
  constexpr Threshold() = default;
  constexpr explicit Threshold(double probability)
      : bits_(probability <= 0   ? 0
              : probability >= 1 ? 0xFFFFFFFF
                                 : static_cast<std::uint32_t>(probability * 0x1p32)) {}
  constexpr bool hit(std::uint32_t word) const noexcept { return word < bits_; }
  constexpr std::uint32_t bits() const noexcept { return bits_; }

 private:
  std::uint32_t bits_ = 0;
};

// How many of the cumulative shares a word has passed: which of the things it stands for. Without a branch, since
// nobody can guess it.
template <std::size_t N>
constexpr std::size_t passed(const std::array<std::uint32_t, N>& up_to, std::uint32_t word) noexcept {
  std::uint32_t count = 0;
  for (const std::uint32_t share : up_to) count += word >= share;
  return count;
}

// The low half of a word whose high half decides something else, as a word: for probabilities, to 16 bits.
constexpr std::uint32_t low_half(std::uint32_t word) noexcept { return word << 16; }

// bits / 2^32 of `bound`, rounded down.
constexpr std::uint32_t scaled(std::uint32_t bits, std::uint32_t bound) noexcept {
  return static_cast<std::uint32_t>((static_cast<std::uint64_t>(bits) * bound) >> 32);
}

// The square of a fraction, as a fraction: small values are likelier, density 1 / (2 sqrt(x)).
constexpr std::uint32_t squared(std::uint32_t bits) noexcept {
  return static_cast<std::uint32_t>((static_cast<std::uint64_t>(bits) * bits) >> 32);
}

}  // namespace wrapfeed::simulation
