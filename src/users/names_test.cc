#include "users/names.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "users/username.h"
#include "users/utf8_for_test.h"

namespace wrapfeed::users {
namespace {

const NameBook& book() { return NameBook::instance(); }

PersonName name_of(std::string_view culture, events::Gender gender, std::uint64_t user) {
  random::Draws draws(7, random::Purpose::UserName, user);
  return book().draw(book().culture_named(culture), gender, draws);
}

TEST(NameBook, EveryNameIsTextAndCanBeTyped) {
  EXPECT_GE(book().cultures().size(), 50u);
  for (const NameBook::Culture& culture : book().cultures()) {
    EXPECT_GE(culture.female.size(), 12u) << culture.key;
    EXPECT_GE(culture.male.size(), 12u) << culture.key;
    EXPECT_GE(culture.family.size(), 10u) << culture.key;
    std::set<std::string_view> all(culture.female.begin(), culture.female.end());
    all.insert(culture.male.begin(), culture.male.end());
    for (const NameBook::Family& family : culture.family) all.insert({family.female, family.male});
    for (const std::string_view name : all) {
      EXPECT_TRUE(is_clean_utf8(name)) << name;
      EXPECT_GE(plain_letters(name).size(), 2u) << name;
    }
  }
}

TEST(NameBook, FamilyComesFirstWhereItDoes) {
  for (const std::string_view culture : {"ja", "ko", "zh", "yue", "hu", "vi", "km"}) {
    const PersonName name = name_of(culture, events::Gender::Female, 3);
    EXPECT_TRUE(name.full.starts_with(name.family)) << name.full;
  }
  for (const std::string_view culture : {"en", "es", "pt", "de", "ar", "hi", "th"}) {
    const PersonName name = name_of(culture, events::Gender::Female, 3);
    EXPECT_TRUE(name.full.starts_with(name.given)) << name.full;
  }
}

TEST(NameBook, FamilyNamesAgreeWithTheBearer) {
  for (std::uint64_t user = 0; user < 200; ++user) {
    EXPECT_TRUE(name_of("ru", events::Gender::Female, user).full.ends_with('a'));
    EXPECT_TRUE(name_of("ru", events::Gender::Male, user).full.ends_with('v'));
    EXPECT_TRUE(name_of("cs", events::Gender::Female, user).full.ends_with("á"));
  }
}

TEST(NameBook, SpanishNamesHaveTwoFamilies) {
  int spaces = 0;
  for (std::uint64_t user = 0; user < 100; ++user) {
    for (const char letter : name_of("es", events::Gender::Male, user).full) spaces += letter == ' ';
  }
  EXPECT_GT(spaces, 180);  // two a name, unless both families are the same
  EXPECT_LE(spaces, 200);
}

TEST(NameBook, WordsAreParted) {
  for (std::uint64_t user = 0; user < 300; ++user) {
    const std::string full = name_of("vi", events::Gender::Female, user).full;
    EXPECT_EQ(full.find('_'), std::string::npos);
    EXPECT_EQ(full.find("  "), std::string::npos);
  }
}

TEST(NameBook, UsesAllOfItsNames) {
  std::set<std::string_view> given;
  for (std::uint64_t user = 0; user < 5'000; ++user) {
    given.insert(name_of("sv", events::Gender::Nonbinary, user).given);
  }
  const NameBook::Culture& culture = book().cultures()[book().culture_named("sv")];
  std::set<std::string_view> all(culture.female.begin(), culture.female.end());
  all.insert(culture.male.begin(), culture.male.end());
  EXPECT_EQ(given, all);
}

}  // namespace
}  // namespace wrapfeed::users
