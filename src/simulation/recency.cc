#include "simulation/recency.h"

#include <algorithm>

#include "random/math.h"

namespace wrapfeed::simulation {
namespace {

constexpr double kLn2 = 0.693147180559945309417;
constexpr double kSmallestScale = 0.05;  // plays; x stays below 2^5 binary places for any history

}  // namespace

const std::array<std::uint32_t, 257> kPowersOfTwo = [] {
  std::array<std::uint32_t, 257> powers{};
  for (std::size_t i = 0; i <= 256; ++i) {
    powers[i] = static_cast<std::uint32_t>(0x10000 * random::exp(static_cast<double>(i) / 256 * kLn2) + 0.5);
  }
  return powers;
}();

Recency::Recency(double scale, std::uint32_t history) : history_(std::max<std::uint32_t>(history, 1)) {
  const double plays = std::clamp(scale, kSmallestScale, 1e6);
  reach_ = static_cast<std::uint32_t>(0x10000 * random::log(1 + history_ / plays) / kLn2);
  scale_ = static_cast<std::uint64_t>(256 * plays);
}

}  // namespace wrapfeed::simulation
