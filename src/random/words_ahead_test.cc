#include "random/words_ahead.h"

#include <gtest/gtest.h>

#include "random/draws.h"

namespace wrapfeed::random {
namespace {

TEST(WordsAhead, AreTheWordsOfTheIndexInWhateverOrderAsked) {
  WordsAhead<8, 16> words;
  for (const std::uint64_t user : {std::uint64_t{7}, std::uint64_t{0x500000001}}) {
    words.begin(3, Purpose::Session, user);
    for (const std::uint32_t index : {0u, 1u, 15u, 16u, 14u, 1'000u, 1'001u, 0xFFFFFFFFu, 0u, 0xFFFFFFF0u}) {
      Draws draws(3, Purpose::Session, user, index);
      for (const std::uint32_t word : words.at(index)) ASSERT_EQ(word, draws.word()) << index;
    }
  }
}

}  // namespace
}  // namespace wrapfeed::random
