#include "catalog/names.h"

#include <algorithm>
#include <array>

#include "base/check.h"

namespace wrapfeed::catalog {

extern const std::string_view k_names_de, k_names_en, k_names_es, k_names_fa, k_names_fr, k_names_hi, k_names_it,
    k_names_ja, k_names_ko, k_names_ms, k_names_pt, k_names_sv, k_names_tr, k_names_versions, k_names_yo,
    k_names_zh;  // data/names/*.txt

namespace {

// A family's manner is an ending of the grammars' symbols: title_metal, artist_metal. A grammar without that symbol
// uses the plain one.
constexpr std::array<std::string_view, 22> kManners = {
    "",           "rock",       "metal",   "rock",      "rock",     "hiphop",  "soul",  "electronic",
    "electronic", "electronic", "jazz",    "classical", "folk",     "country", "latin", "",
    "",           "african",    "ambient", "comedy",    "children", ""};

Grammar::Symbol symbol_of(const Grammar& grammar, std::string_view what, std::string_view manner) {
  const std::string special = std::string(what) + "_" + std::string(manner);
  return grammar.symbol(grammar.has(special) ? special : what);
}

}  // namespace

bool has_mixes(Family family) {
  return family == Family::Electronic || family == Family::House || family == Family::Techno;
}

NameMaker::NameMaker()
    : versions_(k_names_versions), version_(versions_.symbol("version")), mix_(versions_.symbol("mix")) {
  using Source = std::pair<std::string_view, std::string_view>;
  for (const auto& [code, text] :
       {Source{"de", k_names_de}, Source{"en", k_names_en}, Source{"es", k_names_es}, Source{"fa", k_names_fa},
        Source{"fr", k_names_fr}, Source{"hi", k_names_hi}, Source{"it", k_names_it}, Source{"ja", k_names_ja},
        Source{"ko", k_names_ko}, Source{"ms", k_names_ms}, Source{"pt", k_names_pt}, Source{"sv", k_names_sv},
        Source{"tr", k_names_tr}, Source{"yo", k_names_yo}, Source{"zh", k_names_zh}}) {
    Language language{code, Grammar(text), {}};
    for (const std::string_view manner : kManners) {
      language.manners.push_back({symbol_of(language.grammar, "title", manner),
                                  symbol_of(language.grammar, "album", manner),
                                  symbol_of(language.grammar, "artist", manner)});
    }
    languages_.push_back(std::move(language));
  }
}

std::uint8_t NameMaker::language(std::string_view code) const {
  const auto found =
      std::find_if(languages_.begin(), languages_.end(), [&](const Language& each) { return each.code == code; });
  CHECK(found != languages_.end());
  return static_cast<std::uint8_t>(found - languages_.begin());
}

void NameMaker::title(std::uint8_t language, Family family, random::Draws& draws, std::string& out) const {
  const std::size_t begin = out.size();
  const Language& words = languages_[language];
  words.grammar.expand(words.manners[static_cast<std::size_t>(family)].title, draws, out);
  capitalize(out, begin);
}

void NameMaker::album(std::uint8_t language, Family family, random::Draws& draws, std::string& out) const {
  const std::size_t begin = out.size();
  const Language& words = languages_[language];
  words.grammar.expand(words.manners[static_cast<std::size_t>(family)].album, draws, out);
  capitalize(out, begin);
}

void NameMaker::artist(std::uint8_t language, Family family, random::Draws& draws, std::string& out) const {
  const std::size_t begin = out.size();
  const Language& words = languages_[language];
  words.grammar.expand(words.manners[static_cast<std::size_t>(family)].artist, draws, out);
  capitalize(out, begin);
}

bool NameMaker::has_festive(std::uint8_t language) const { return languages_[language].grammar.has("festive"); }

void NameMaker::festive(std::uint8_t language, random::Draws& draws, std::string& out) const {
  const std::size_t begin = out.size();
  const Grammar& grammar = languages_[language].grammar;
  grammar.expand(grammar.symbol("festive"), draws, out);
  capitalize(out, begin);
}

void NameMaker::version(Family family, random::Draws& draws, std::string& out) const {
  out += ' ';
  versions_.expand(has_mixes(family) ? mix_ : version_, draws, out);
}

}  // namespace wrapfeed::catalog
