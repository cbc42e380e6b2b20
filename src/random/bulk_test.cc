#include "random/bulk.h"

#include <gtest/gtest.h>

#include <vector>

#include "random/draws.h"

namespace wrapfeed::random {
namespace {

using Fill = void (*)(std::uint64_t, Purpose, std::uint64_t, std::span<const std::uint32_t>, std::size_t,
                      std::uint32_t*) noexcept;

void expect_equal_to_single_blocks(Fill fill, std::uint64_t user, const std::vector<std::uint32_t>& indices) {
  constexpr std::uint64_t kSeed = 0x123456789ABCDEF0;
  for (std::size_t blocks = 1; blocks <= kMostBlocks; ++blocks) {
    std::vector<std::uint32_t> words(indices.size() * 4 * blocks);
    fill(kSeed, Purpose::Play, user, indices, blocks, words.data());
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto block = static_cast<std::uint16_t>(i / 4 % blocks);
      ASSERT_EQ(words[i], block_at(kSeed, Purpose::Play, user, indices[i / (4 * blocks)], block)[i % 4]) << i;
    }
  }
}

TEST(FillWords, AreTheWordsOfSingleBlocks) {
  for (const Fill fill : {Fill(fill_words), Fill(fill_words_plain)}) {
    expect_equal_to_single_blocks(fill, 0, {0, 1, 2, 3, 4, 5, 6, 7});
    expect_equal_to_single_blocks(fill, 0x100000007, {77, 3, 1'000'000, 77});
    expect_equal_to_single_blocks(fill, 0xFFFFFFFFFF, {0xFFFFFFF9, 0xFFFFFFFF, 0, 5});
  }
}

}  // namespace
}  // namespace wrapfeed::random
