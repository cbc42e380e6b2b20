#pragma once

#include <cstdint>
#include <span>

#include "random/purpose.h"

namespace wrapfeed::random {

inline constexpr std::uint16_t kBulkBlocks = 4;  // of four words, an index

// The words of block_at(seed, purpose, user, index, block) for index = first, first + 1, ... and block = 0 ... 3:
// out[16 * (index - first) + 4 * block + word]. Many at once cost a fraction of one by one. `out` has a multiple of 64
// words. The same words on every processor.
void fill_words(std::uint64_t seed, Purpose purpose, std::uint64_t user, std::uint32_t first,
                std::span<std::uint32_t> out) noexcept;

// The same in instructions that every processor has: what fill_words does where there are no wider ones.
void fill_words_plain(std::uint64_t seed, Purpose purpose, std::uint64_t user, std::uint32_t first,
                      std::span<std::uint32_t> out) noexcept;

}  // namespace wrapfeed::random
