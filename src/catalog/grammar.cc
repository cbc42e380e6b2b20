#include "catalog/grammar.h"

#include <fmt/format.h>

#include <iterator>

#include "base/check.h"
#include "catalog/embedded_table.h"

namespace wrapfeed::catalog {

namespace {

std::string_view trim(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

Grammar::Grammar(std::string_view text) {
  for (const std::string_view line : split(text, '\n')) {
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t colon = line.find(": ");
    CHECK(colon != std::string_view::npos);
    const Symbol left = intern(line.substr(0, colon));
    for (const std::string_view alternative : split(line.substr(colon + 2), '|')) {
      add_alternative(left, trim(alternative));
    }
  }
  for (const auto& alternatives : choices_) CHECK(!alternatives.empty());  // a symbol used but nowhere given
}

Grammar::Symbol Grammar::intern(std::string_view name) {
  const auto [place, added] = symbols_.try_emplace(std::string(name), static_cast<Symbol>(choices_.size()));
  if (added) choices_.emplace_back();
  return place->second;
}

Grammar::Symbol Grammar::symbol(std::string_view name) const {
  const auto found = symbols_.find(name);
  CHECK(found != symbols_.end());
  return found->second;
}

void Grammar::add_alternative(Symbol symbol, std::string_view text) {
  std::size_t weight = 1;
  const std::size_t star = text.rfind(" *");
  if (star != std::string_view::npos && star + 2 < text.size() && is_digit(text[star + 2])) {
    weight = static_cast<std::size_t>(number_of(text.substr(star + 2)));
    text = trim(text.substr(0, star));
  }
  CHECK(!text.empty());
  const auto first = static_cast<std::uint32_t>(tokens_.size());
  add_tokens(text);
  const Alternative alternative{first, static_cast<std::uint32_t>(tokens_.size()) - first};
  choices_[symbol].insert(choices_[symbol].end(), weight, alternative);
}

void Grammar::add_tokens(std::string_view text) {
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    const std::string_view literal = text.substr(0, open);
    if (!literal.empty()) {
      tokens_.push_back({Token::Kind::Literal, static_cast<std::uint32_t>(literals_.size()),
                         static_cast<std::uint32_t>(literal.size())});
      literals_ += literal;
    }
    if (open == std::string_view::npos) return;
    const std::size_t close = text.find('}', open);
    CHECK(close != std::string_view::npos);
    const std::string_view name = text.substr(open + 1, close - open - 1);
    if (is_digit(name[0])) {
      const auto ends = split(name, '-');
      const auto low = static_cast<std::uint32_t>(number_of(ends[0]));
      const auto high = static_cast<std::uint32_t>(number_of(ends[1]));
      CHECK(low <= high);
      tokens_.push_back({Token::Kind::Range, low, high - low + 1});
    } else {
      tokens_.push_back({Token::Kind::Symbol, intern(name), 0});
    }
    text.remove_prefix(close + 1);
  }
}

void Grammar::expand(Symbol symbol, random::Draws& draws, std::string& out) const {
  const auto& alternatives = choices_[symbol];
  const auto count = static_cast<std::uint32_t>(alternatives.size());
  const Alternative chosen = alternatives[count == 1 ? 0 : draws.below(count)];
  for (std::uint32_t i = 0; i < chosen.token_count; ++i) {
    const Token token = tokens_[chosen.first_token + i];
    switch (token.kind) {
      case Token::Kind::Literal:
        out.append(literals_, token.first, token.second);
        break;
      case Token::Kind::Symbol:
        expand(token.first, draws, out);
        break;
      case Token::Kind::Range:
        fmt::format_to(std::back_inserter(out), "{}", token.first + draws.below(token.second));
        break;
    }
  }
}

void capitalize(std::string& text, std::size_t at) {
  if (text.size() <= at) return;
  if (text[at] >= 'a' && text[at] <= 'z') text[at] = static_cast<char>(text[at] - 'a' + 'A');
  if (text[at] != '\xC3' || text.size() < at + 2) return;  // U+00E0 ... U+00FE are C3 A0 ... C3 BE
  const auto second = static_cast<unsigned char>(text[at + 1]);
  if (second >= 0xA0 && second <= 0xBE && second != 0xB7) text[at + 1] = static_cast<char>(second - 0x20);
}

}  // namespace wrapfeed::catalog
