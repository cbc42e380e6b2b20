#pragma once

#include <array>
#include <cstdint>

#include "base/time.h"

namespace wrapfeed::simulation {

// How long a skipped play is heard: the pooled times of real skips, for a listener who skips later or sooner. With
// share(s) the share of skips before s, the listener's is share(s)^(1 / fast). A draw is integer arithmetic.
class SkipTimes {
 public:
  explicit SkipTimes(double fast);
  // The one for exp(log_fast), to the nearest of a few dozen steps of 6 % between 1/20 and 20.
  static const SkipTimes& of(double log_fast);

  std::uint32_t at(std::uint32_t bits) const noexcept {
    std::size_t piece = 0;
    for (std::size_t i = 1; i < kPieces; ++i) piece += bits >= begin_[i];
    return begin_ms_[piece] + static_cast<std::uint32_t>((std::uint64_t{bits - begin_[piece]} * slope_[piece]) >> 32);
  }

 private:
  static constexpr std::size_t kPieces = 11;

  std::array<std::uint32_t, kPieces> begin_{};     // share of skips before the piece, of 2^32
  std::array<std::uint32_t, kPieces> begin_ms_{};  // where it begins
  std::array<std::uint64_t, kPieces> slope_{};     // its ms over its share
};

}  // namespace wrapfeed::simulation
