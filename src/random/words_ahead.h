#pragma once

#include <array>
#include <cstdint>
#include <numeric>
#include <span>

#include "random/bulk.h"
#include "random/purpose.h"

namespace wrapfeed::random {

// The words of block_at(seed, purpose, user, index, block), kWords an index (four a block), for indices that are asked
// for mostly in order: kAhead of them are drawn at once, which costs a fraction of one by one.
template <std::size_t kWords, std::uint32_t kAhead>
class WordsAhead {
 public:
  using Row = std::span<const std::uint32_t, kWords>;

  void begin(std::uint64_t seed, Purpose purpose, std::uint64_t user) noexcept {
    seed_ = seed;
    purpose_ = purpose;
    user_ = user;
    ready_ = 0;
  }
  // Valid until the next call for an index that is not at hand.
  Row at(std::uint32_t index) noexcept {
    if (index - first_ >= ready_) [[unlikely]]
      fill(index);
    return Row(words_.data() + (index - first_) * kWords, kWords);
  }

 private:
  static_assert(kWords % 4 == 0 && kWords / 4 <= kMostBlocks && kAhead % kSideBySide == 0);

  [[gnu::noinline]] void fill(std::uint32_t index) noexcept {
    first_ = index;
    ready_ = kAhead;
    std::array<std::uint32_t, kAhead> indices;
    std::iota(indices.begin(), indices.end(), index);
    fill_words(seed_, purpose_, user_, indices, kWords / 4, words_.data());
  }

  std::uint64_t seed_ = 0;
  std::uint64_t user_ = 0;
  Purpose purpose_{};
  std::uint32_t first_ = 0;
  std::uint32_t ready_ = 0;  // indices from first_ on are there
  std::array<std::uint32_t, kAhead * kWords> words_{};
};

}  // namespace wrapfeed::random
