#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "random/draws.h"

namespace wrapfeed::catalog {

// A small generative grammar for names, compiled from a text file that is part of the program:
//   title: {noun} *3 | The {noun} | {noun} No. {1-9}
//   noun: Love | Night
// A line gives alternatives of one symbol (again and again for the same symbol, if wanted); *n weighs one n-fold;
// {1-9} is a whole number of that range. Lines with # are comments. A mistake in a file is a bug (CHECK).
class Grammar {
 public:
  using Symbol = std::uint32_t;

  explicit Grammar(std::string_view text);
  bool has(std::string_view symbol) const { return symbols_.contains(symbol); }
  Symbol symbol(std::string_view name) const;
  // Appends one expansion. The words drawn depend on the path through the grammar, one for each choice.
  void expand(Symbol symbol, random::Draws& draws, std::string& out) const;

 private:
  struct Token {
    enum class Kind : std::uint8_t { Literal, Symbol, Range } kind;
    std::uint32_t first;   // Literal: offset in literals_; Symbol: its number; Range: lowest number
    std::uint32_t second;  // Literal: length; Range: how many numbers
  };
  struct Alternative {
    std::uint32_t first_token;
    std::uint32_t token_count;
  };

  void add_alternative(Symbol symbol, std::string_view text);
  void add_tokens(std::string_view text);
  Symbol intern(std::string_view name);

  std::map<std::string, Symbol, std::less<>> symbols_;
  std::vector<std::vector<Alternative>> choices_;  // by symbol; an alternative of weight n stands there n times
  std::vector<Token> tokens_;
  std::string literals_;
};

// Makes the first letter a capital one: ASCII and the Latin-1 letters of UTF-8.
void capitalize(std::string& text, std::size_t at = 0);

}  // namespace wrapfeed::catalog
