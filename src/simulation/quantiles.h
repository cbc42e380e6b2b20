#pragma once

#include <array>
#include <cstdint>

namespace wrapfeed::simulation {

// A continuous distribution as its quantile function at equal steps of probability, integers in between by
// interpolation: a draw is one table look-up and one multiplication.
template <std::size_t Steps>
class Quantiles {
 public:
  // `quantile(p)` for p = 0 ... 1, rising, below 2^40.
  template <typename Function>
  void fill(Function quantile) {
    for (std::size_t i = 0; i <= Steps; ++i) {
      values_[i] = static_cast<std::int64_t>(quantile(static_cast<double>(i) / Steps) * kScale);
    }
  }
  std::int64_t at(std::uint32_t bits) const noexcept {
    const std::uint64_t position = static_cast<std::uint64_t>(bits) * Steps;
    const std::size_t step = position >> 32;
    const auto within = static_cast<std::int64_t>((position & 0xFFFFFFFF) >> 16);
    return (values_[step] + (((values_[step + 1] - values_[step]) * within) >> 16)) / kScale;
  }

 private:
  static constexpr std::int64_t kScale = 64;
  std::array<std::int64_t, Steps + 1> values_{};
};

// E^power, E a standard exponential whose last 4,096th part is taken as its beginning; in units of 2^-10.
Quantiles<1024> powers_of_exponential(double power);
inline constexpr double kPowerUnit = 1024;

}  // namespace wrapfeed::simulation
