#pragma once

#include <cstdint>

#include "simulation/quantiles.h"

namespace wrapfeed::simulation {

// How long a skipped play is heard: the pooled times of real skips, for a listener who skips later or sooner. With
// share(s) the share of skips before s, the listener's is share(s)^(1 / fast). A draw is integer arithmetic.
class SkipTimes {
 public:
  explicit SkipTimes(double fast);
  // The one for exp(log_fast), to the nearest of a few dozen steps of 6 % between 1/20 and 20.
  static const SkipTimes& of(double log_fast);

  std::uint32_t at(std::uint32_t bits) const noexcept { return static_cast<std::uint32_t>(ms_.at(bits)); }

 private:
  Quantiles<512, std::uint16_t, 1> ms_;
};

}  // namespace wrapfeed::simulation
