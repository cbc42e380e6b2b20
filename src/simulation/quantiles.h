#pragma once

#include <array>
#include <cstdint>

namespace wrapfeed::simulation {

// A continuous distribution as its quantile function at equal steps of probability, integers in between by
// interpolation: a draw is one table look-up and one multiplication. The table's numbers are kept in units of 1 /
// Scale.
template <std::size_t Steps, typename Value = std::int64_t, std::int64_t Scale = 64>
class Quantiles {
 public:
  // `quantile(p)` for p = 0 ... 1 one after the other, rising; Scale times it fits a Value and is below 2^46.
  template <typename Function>
  void fill(Function quantile) {
    for (std::size_t i = 0; i <= Steps; ++i) {
      values_[i] = static_cast<Value>(quantile(static_cast<double>(i) / Steps) * Scale);
    }
  }
  std::int64_t at(std::uint32_t bits) const noexcept {
    const std::uint64_t position = static_cast<std::uint64_t>(bits) * Steps;
    const std::size_t step = position >> 32;
    const auto within = static_cast<std::int64_t>((position & 0xFFFFFFFF) >> 16);
    const std::int64_t from = values_[step];
    return (from + (((values_[step + 1] - from) * within) >> 16)) / Scale;
  }

 private:
  std::array<Value, Steps + 1> values_{};
};

// E^power, E a standard exponential whose last 4,096th part is taken as its beginning; in units of 2^-10.
Quantiles<1024> powers_of_exponential(double power);
inline constexpr double kPowerUnit = 1024;

}  // namespace wrapfeed::simulation
