#include "random/bulk.h"

#include <gtest/gtest.h>

#include <vector>

#include "random/draws.h"

namespace wrapfeed::random {
namespace {

using Fill = void (*)(std::uint64_t, Purpose, std::uint64_t, std::uint32_t, std::span<std::uint32_t>) noexcept;

void expect_equal_to_single_blocks(Fill fill, std::uint64_t user, std::uint32_t first) {
  constexpr std::uint64_t kSeed = 0x123456789ABCDEF0;
  std::vector<std::uint32_t> words(640);
  fill(kSeed, Purpose::Play, user, first, words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::uint32_t index = first + static_cast<std::uint32_t>(i / 16);
    const auto block = static_cast<std::uint16_t>(i / 4 % 4);
    ASSERT_EQ(words[i], block_at(kSeed, Purpose::Play, user, index, block)[i % 4]) << i;
  }
}

TEST(FillWords, AreTheWordsOfSingleBlocks) {
  for (const Fill fill : {Fill(fill_words), Fill(fill_words_plain)}) {
    expect_equal_to_single_blocks(fill, 0, 0);
    expect_equal_to_single_blocks(fill, 0x100000007, 77);
    expect_equal_to_single_blocks(fill, 0xFFFFFFFFFF, 0xFFFFFFF9);  // the index wraps
  }
}

}  // namespace
}  // namespace wrapfeed::random
