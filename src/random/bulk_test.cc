#include "random/bulk.h"

#include <gtest/gtest.h>

#include <vector>

#include "random/draws.h"

namespace wrapfeed::random {
namespace {

using Fill = void (*)(std::uint64_t, Purpose, std::uint64_t, std::uint32_t, std::uint16_t,
                      std::span<std::uint32_t>) noexcept;

void expect_equal_to_single_blocks(Fill fill, std::uint16_t blocks, std::uint32_t first) {
  constexpr std::uint64_t kSeed = 0x123456789ABCDEF0;
  constexpr std::uint64_t kUser = 0x100000007;
  std::vector<std::uint32_t> words(64 * blocks);
  fill(kSeed, Purpose::Play, kUser, first, blocks, words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::uint32_t index = first + static_cast<std::uint32_t>(i / (4 * blocks));
    const auto block = static_cast<std::uint16_t>(i / 4 % blocks);
    ASSERT_EQ(words[i], block_at(kSeed, Purpose::Play, kUser, index, block)[i % 4]) << i;
  }
}

TEST(FillWords, AreTheWordsOfSingleBlocks) {
  for (const Fill fill : {Fill(fill_words), Fill(fill_words_plain)}) {
    expect_equal_to_single_blocks(fill, 1, 0);
    expect_equal_to_single_blocks(fill, 3, 77);
    expect_equal_to_single_blocks(fill, 4, 0xFFFFFFF8);  // the index wraps
  }
}

}  // namespace
}  // namespace wrapfeed::random
