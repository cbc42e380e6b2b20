#pragma once

#include <cstdint>
#include <span>

#include "random/purpose.h"

namespace wrapfeed::random {

inline constexpr std::size_t kSideBySide = 4;  // indices computed at once
inline constexpr std::size_t kMostBlocks = 4;  // of four words, an index

// The words of block_at(seed, purpose, user, index, block) for each index and block = 0 ... blocks - 1, one index after
// the other: `out` has 4 * blocks words an index. Many at once cost a fraction of one by one. The indices' number is a
// multiple of kSideBySide, 1 <= blocks <= kMostBlocks. The same words on every processor.
void fill_words(std::uint64_t seed, Purpose purpose, std::uint64_t user, std::span<const std::uint32_t> indices,
                std::size_t blocks, std::uint32_t* out) noexcept;

// The same in instructions that every processor has: what fill_words does where there are no wider ones.
void fill_words_plain(std::uint64_t seed, Purpose purpose, std::uint64_t user, std::span<const std::uint32_t> indices,
                      std::size_t blocks, std::uint32_t* out) noexcept;

}  // namespace wrapfeed::random
