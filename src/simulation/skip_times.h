#pragma once

#include <array>
#include <cstdint>

#include "base/time.h"

namespace wrapfeed::simulation {

// How long a skipped play is heard: the pooled times of real skips, for a listener who skips later or sooner. With
// share(s) the share of skips before s, the listener's is share(s)^(1 / fast). A draw is integer arithmetic: the
// quantiles at equal steps, straight lines in between.
class SkipTimes {
 public:
  explicit SkipTimes(double fast);
  // The one for exp(log_fast), to the nearest of a few dozen steps of 6 % between 1/20 and 20.
  static const SkipTimes& of(double log_fast);

  std::uint32_t at(std::uint32_t bits) const noexcept {
    const std::size_t step = bits >> (32 - kStepBits);
    const std::uint32_t within = bits << kStepBits >> 16;
    return ms_[step] + (((ms_[step + 1] - ms_[step]) * within) >> 16);
  }

 private:
  static constexpr unsigned kStepBits = 9;

  std::array<std::uint16_t, (1 << kStepBits) + 1> ms_{};
};

}  // namespace wrapfeed::simulation
