#include "base/large_vector.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <numeric>

namespace wrapfeed::base {
namespace {

TEST(LargeVector, HoldsAndGrowsLikeAnyVector) {
  LargeVector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < 3'000'000; ++i) numbers.push_back(i);  // beyond a huge page
  EXPECT_EQ(std::accumulate(numbers.begin(), numbers.end(), std::uint64_t{0}), 2'999'999ULL * 3'000'000 / 2);
  LargeVector<std::uint32_t> moved = std::move(numbers);
  EXPECT_EQ(moved.back(), 2'999'999U);
}

TEST(LargeVector, LiesOnAHugePageWhereItIsLarge) {
  const LargeVector<std::uint32_t> numbers(1 << 20);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(numbers.data()) % (2U << 20), 0U);
}

}  // namespace
}  // namespace wrapfeed::base
