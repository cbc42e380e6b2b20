#include "catalog/grammar.h"

#include <gtest/gtest.h>

#include <map>

namespace wrapfeed::catalog {
namespace {

std::map<std::string, int> expand_many(const Grammar& grammar, std::string_view symbol, int times) {
  std::map<std::string, int> counts;
  for (int i = 0; i < times; ++i) {
    random::Draws draws(1, random::Purpose::CatalogName, static_cast<std::uint64_t>(i));
    std::string text;
    grammar.expand(grammar.symbol(symbol), draws, text);
    ++counts[text];
  }
  return counts;
}

TEST(Grammar, ExpandsSymbolsAndLiterals) {
  const Grammar grammar("# a comment\ntitle: The {noun} of {noun}\nnoun: Rose\n");
  EXPECT_EQ(expand_many(grammar, "title", 3).begin()->first, "The Rose of Rose");
  EXPECT_TRUE(grammar.has("noun"));
  EXPECT_FALSE(grammar.has("verb"));
}

TEST(Grammar, WeighsAlternatives) {
  const auto counts = expand_many(Grammar("a: x *3 | y\n"), "a", 20'000);
  EXPECT_EQ(counts.size(), 2U);
  EXPECT_NEAR(counts.at("x") / 20'000.0, 0.75, 0.02);
}

TEST(Grammar, LinesOfOneSymbolAddUp) { EXPECT_EQ(expand_many(Grammar("a: x | y\na: z\n"), "a", 200).size(), 3U); }

TEST(Grammar, DrawsNumbersOfARange) {
  const auto counts = expand_many(Grammar("a: Op. {8-11}\n"), "a", 2000);
  EXPECT_EQ(counts.size(), 4U);
  EXPECT_EQ(counts.count("Op. 8"), 1U);
  EXPECT_EQ(counts.count("Op. 11"), 1U);
}

TEST(Grammar, DamagedTextIsABug) {
  EXPECT_DEATH(Grammar("title: {nowhere}\n"), "CHECK");
  EXPECT_DEATH(Grammar("title: {open\n"), "CHECK");
  EXPECT_DEATH(Grammar("no colon\n"), "CHECK");
}

TEST(Capitalize, KnowsAsciiAndLatin1) {
  const auto capitalized = [](std::string text) {
    capitalize(text);
    return text;
  };
  EXPECT_EQ(capitalized("la noche"), "La noche");
  EXPECT_EQ(capitalized("été"), "Été");
  EXPECT_EQ(capitalized("ängeln"), "Ängeln");
  EXPECT_EQ(capitalized("Über"), "Über");
  EXPECT_EQ(capitalized("7 nights"), "7 nights");
  EXPECT_EQ(capitalized(""), "");
}

}  // namespace
}  // namespace wrapfeed::catalog
