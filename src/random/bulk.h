#pragma once

#include <cstdint>
#include <span>

#include "random/purpose.h"

namespace wrapfeed::random {

// The words of block_at(seed, purpose, user, index, block) for index = first ... first + count - 1 and block = 0 ...
// blocks - 1, four a block, in that order: out[(index - first) * 4 * blocks + 4 * block + word]. Many at once cost a
// fraction of one by one. `out` has count * 4 * blocks words, a multiple of 64. The same words on every processor.
void fill_words(std::uint64_t seed, Purpose purpose, std::uint64_t user, std::uint32_t first, std::uint16_t blocks,
                std::span<std::uint32_t> out) noexcept;

// The same in instructions that every processor has: what fill_words does where there are no wider ones.
void fill_words_plain(std::uint64_t seed, Purpose purpose, std::uint64_t user, std::uint32_t first,
                      std::uint16_t blocks, std::span<std::uint32_t> out) noexcept;

}  // namespace wrapfeed::random
