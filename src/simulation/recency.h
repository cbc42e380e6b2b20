#pragma once

#include <array>
#include <cstdint>

namespace wrapfeed::simulation {

// 2^(i/256) for i = 0 ... 256, in units of 2^-16.
extern const std::array<std::uint32_t, 257> kPowersOfTwo;

// How far back a listener reaches in their history: flat below a scale of plays, like 1/distance above, so that
// P(distance < d) = log(1 + d/scale) / log(1 + history/scale). A draw is integer arithmetic: scale (2^x - 1) with x
// uniform between 0 and log2(1 + history/scale).
class Recency {
 public:
  Recency() = default;
  Recency(double scale, std::uint32_t history);

  // Plays back, 0 = the last one; below the history's length.
  std::uint32_t back(std::uint32_t bits) const noexcept {
    const auto exponent = static_cast<std::uint32_t>((std::uint64_t{bits} * reach_) >> 32);  // 16 binary places
    const std::uint32_t step = exponent >> 8 & 0xFF;
    const std::uint32_t within = exponent & 0xFF;
    const std::uint64_t power = kPowersOfTwo[step] + (((kPowersOfTwo[step + 1] - kPowersOfTwo[step]) * within) >> 8);
    const std::uint64_t distance = (((power << (exponent >> 16)) - 0x10000) * scale_) >> 24;
    return distance < history_ ? static_cast<std::uint32_t>(distance) : history_ - 1;
  }

 private:
  std::uint32_t reach_ = 0;    // log2(1 + history/scale), 16 binary places
  std::uint64_t scale_ = 256;  // 8 binary places
  std::uint32_t history_ = 1;
};

}  // namespace wrapfeed::simulation
