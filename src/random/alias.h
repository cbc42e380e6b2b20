#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/large_vector.h"

namespace wrapfeed::random {

// Categorical draws in constant time (Walker 1977; Vose 1991's construction). Thresholds are 32-bit integers, so a
// draw is integer arithmetic alone. Immutable after construction: threads may share one.
class AliasTable {
 public:
  AliasTable() = default;
  // Weights are finite, not negative, with a positive sum; at most 2^32 - 1 of them.
  explicit AliasTable(std::span<const double> weights);

  // `bits` are 64 uniform bits: the high half picks the column, the low half decides between it and its alias.
  std::uint32_t pick(std::uint64_t bits) const noexcept {
    const auto column = static_cast<std::uint32_t>(((bits >> 32) * columns_.size()) >> 32);
    return decide(columns_[column], column, static_cast<std::uint32_t>(bits));
  }
  // The same with 32 uniform bits, for small tables: what the column leaves of them decides, so that shares are right
  // to size() / 2^32.
  std::uint32_t pick_coarsely(std::uint32_t bits) const noexcept {
    return pick_coarsely(columns_.data(), size(), bits);
  }

  // A table's columns may be kept elsewhere, beside others.
  struct Column {
    std::uint32_t threshold;
    std::uint32_t alias;
  };
  std::span<const Column> columns() const noexcept { return columns_; }
  static std::uint32_t column_of(std::uint32_t size, std::uint32_t bits) noexcept {
    return static_cast<std::uint32_t>((std::uint64_t{bits} * size) >> 32);
  }
  static std::uint32_t pick_coarsely(const Column* columns, std::uint32_t size, std::uint32_t bits) noexcept {
    const std::uint64_t place = std::uint64_t{bits} * size;
    const auto column = static_cast<std::uint32_t>(place >> 32);
    return decide(columns[column], column, static_cast<std::uint32_t>(place));
  }
  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(columns_.size()); }

 private:
  static std::uint32_t decide(const Column& drawn, std::uint32_t column, std::uint32_t bits) noexcept {
    // Without a branch: which of the two it is cannot be guessed.
    const std::uint32_t own = bits < drawn.threshold ? ~std::uint32_t{0} : 0;
    return (column & own) | (drawn.alias & ~own);
  }

  base::LargeVector<Column> columns_;
};

}  // namespace wrapfeed::random
