#include "users/names.h"

#include <algorithm>

#include "base/check.h"
#include "catalog/embedded_table.h"
#include "users/data_text.h"

namespace wrapfeed::users {
namespace {

NameBook::Order order_named(std::string_view name) {
  if (name == "given-family") return NameBook::Order::GivenFamily;
  if (name == "family-given") return NameBook::Order::FamilyGiven;
  CHECK(name == "given-family-family");
  return NameBook::Order::GivenFamilyFamily;
}

std::vector<NameBook::Family> families(const std::vector<std::string_view>& names) {
  std::vector<NameBook::Family> families;
  for (const std::string_view name : names) {
    const std::vector<std::string_view> forms = catalog::split(name, '/');
    CHECK(forms.size() <= 2);
    families.push_back({forms.front(), forms.back()});
  }
  return families;
}

void add_line(std::string_view line, std::vector<NameBook::Culture>& cultures) {
  std::vector<std::string_view> words = catalog::split(line, ' ');
  const std::string_view kind = words.front();
  words.erase(words.begin());
  CHECK(!words.empty());
  if (kind == "culture") {
    CHECK(words.size() == 2);
    cultures.push_back({words[0], order_named(words[1]), {}, {}, {}});
  } else if (kind == "female") {
    cultures.back().female = std::move(words);
  } else if (kind == "male") {
    cultures.back().male = std::move(words);
  } else {
    CHECK(kind == "family");
    cultures.back().family = families(words);
  }
}

// Names of several words are written with low lines in the data.
void append_words(std::string_view name, std::string& text) {
  if (!text.empty()) text += ' ';
  for (const char letter : name) text += letter == '_' ? ' ' : letter;
}

// Lists begin with the names in most use: the first of them is drawn up to three times as often as the last.
template <typename Names>
const auto& favour_first(const Names& names, random::Draws& draws) {
  const double u = draws.uniform();
  return names[static_cast<std::size_t>(u * (1 + u) / 2 * static_cast<double>(names.size()))];
}

}  // namespace

const NameBook& NameBook::instance() {
  static const NameBook book;
  return book;
}

NameBook::NameBook() {
  for (const std::string_view line : catalog::split(k_names_txt, '\n')) {
    if (!line.empty()) add_line(line, cultures_);
  }
  for (const Culture& culture : cultures_) {
    CHECK(!culture.female.empty() && !culture.male.empty() && !culture.family.empty());
  }
}

std::uint16_t NameBook::culture_named(std::string_view key) const {
  const auto found =
      std::find_if(cultures_.begin(), cultures_.end(), [&](const Culture& culture) { return culture.key == key; });
  CHECK(found != cultures_.end());
  return static_cast<std::uint16_t>(found - cultures_.begin());
}

PersonName NameBook::draw(std::uint16_t number, events::Gender gender, random::Draws& draws) const {
  const Culture& culture = cultures_[number];
  const bool either = draws.chance(0.5);
  const bool female = gender == events::Gender::Female || (gender == events::Gender::Nonbinary && either);
  PersonName name;
  name.given = favour_first(female ? culture.female : culture.male, draws);
  const Family& first = favour_first(culture.family, draws);
  const Family& second = favour_first(culture.family, draws);
  name.family = female ? first.female : first.male;

  if (culture.order == Order::FamilyGiven) append_words(name.family, name.full);
  append_words(name.given, name.full);
  if (culture.order != Order::FamilyGiven) append_words(name.family, name.full);
  if (culture.order == Order::GivenFamilyFamily && second.male != first.male) append_words(second.male, name.full);
  return name;
}

}  // namespace wrapfeed::users
