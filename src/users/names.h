#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "events/user.h"
#include "random/draws.h"

namespace wrapfeed::users {

struct PersonName {
  std::string full;         // UTF-8, in the culture's own order: Nguyễn Thu Hà, Tanaka Yui, Ana Silva
  std::string_view given;   // as written in data/names.txt; lives as long as the program
  std::string_view family;  // the first one, if there are two
};

// Given and family names of some sixty naming cultures, from data/names.txt. Everything is in Latin letters: languages
// that use them keep their accents, others are romanised. Hungarian, Vietnamese and East Asian names put the family
// first; Spanish and Portuguese names have two family names; family names that differ by gender (Nováková, Ivanova)
// agree with the bearer. Immutable; threads may share it.
class NameBook {
 public:
  static const NameBook& instance();

  std::uint16_t culture_named(std::string_view key) const;  // a bug if there is none
  PersonName draw(std::uint16_t culture, events::Gender gender, random::Draws& draws) const;

  enum class Order : std::uint8_t { GivenFamily, FamilyGiven, GivenFamilyFamily };
  struct Family {
    std::string_view male;
    std::string_view female;
  };
  struct Culture {
    std::string_view key;
    Order order;
    std::vector<std::string_view> female;
    std::vector<std::string_view> male;
    std::vector<Family> family;
  };
  const std::vector<Culture>& cultures() const { return cultures_; }

 private:
  NameBook();
  std::vector<Culture> cultures_;
};

}  // namespace wrapfeed::users
