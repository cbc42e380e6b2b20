#include "catalog/names.h"

#include <gtest/gtest.h>

#include <set>

#include "catalog/festive.h"
#include "catalog/genre_profile.h"

namespace wrapfeed::catalog {
namespace {

enum class What : std::uint32_t { Title, Album, Artist };

std::string make(const NameMaker& maker, What what, std::uint8_t language, Family family, std::uint32_t number) {
  random::Draws draws(1, random::Purpose::CatalogName, number, static_cast<std::uint32_t>(what));
  std::string text;
  if (what == What::Title) maker.title(language, family, draws, text);
  if (what == What::Album) maker.album(language, family, draws, text);
  if (what == What::Artist) maker.artist(language, family, draws, text);
  return text;
}

TEST(NameMaker, EveryGenreAndLanguageGivesCleanNames) {
  const NameMaker maker;
  for (const GenreProfile& profile : genre_profiles()) {
    for (const auto& [code, weight] : profile.languages) {
      const std::uint8_t language = maker.language(code);
      for (std::uint32_t i = 0; i < 300; ++i) {
        for (const What what : {What::Title, What::Album, What::Artist}) {
          const std::string name = make(maker, what, language, profile.family, i);
          ASSERT_FALSE(name.empty()) << profile.name << " " << code;
          ASSERT_LT(name.size(), 120U) << name;
          ASSERT_EQ(name.find("  "), std::string::npos) << name;
          ASSERT_EQ(name.find_first_of("{}|*_\n"), std::string::npos) << name;
          ASSERT_NE(name.front(), ' ') << name;
          ASSERT_NE(name.back(), ' ') << name;
          ASSERT_FALSE(name.front() >= 'a' && name.front() <= 'z') << name;
        }
      }
    }
  }
}

TEST(NameMaker, SongsOfChristmasAreKnownAsSuch) {
  const NameMaker maker;
  int languages = 0;
  for (const char* code : {"de", "en", "es", "fr", "it", "ja", "ko", "pt", "sv", "yo", "fa", "hi", "ms", "tr", "zh"}) {
    const std::uint8_t language = maker.language(code);
    if (!maker.has_festive(language)) continue;
    ++languages;
    for (std::uint32_t i = 0; i < 500; ++i) {
      random::Draws draws(1, random::Purpose::CatalogName, i);
      std::string title;
      maker.festive(language, draws, title);
      ASSERT_TRUE(is_festive(title)) << title;
    }
  }
  EXPECT_EQ(languages, 10);
}

TEST(NameMaker, LanguagesDoNotLookAlike) {
  const NameMaker maker;
  std::set<std::string> english, spanish, japanese;
  for (std::uint32_t i = 0; i < 2000; ++i) {
    english.insert(make(maker, What::Title, maker.language("en"), Family::Pop, i));
    spanish.insert(make(maker, What::Title, maker.language("es"), Family::Latin, i));
    japanese.insert(make(maker, What::Title, maker.language("ja"), Family::Asian, i));
  }
  EXPECT_GT(english.size(), 1850U);
  EXPECT_GT(spanish.size(), 1600U);
  EXPECT_GT(japanese.size(), 1600U);
  std::size_t shared = 0;
  for (const std::string& title : spanish) shared += english.count(title);
  EXPECT_LT(shared, 10U);
}

TEST(NameMaker, FamiliesHaveTheirManner) {
  const NameMaker maker;
  int sonatas = 0, pop_opus = 0;
  for (std::uint32_t i = 0; i < 1000; ++i) {
    const auto has = [&](Family family, std::string_view part) {
      return make(maker, What::Title, maker.language("en"), family, i).find(part) != std::string::npos;
    };
    sonatas += has(Family::Classical, "Op. ");
    pop_opus += has(Family::Pop, "Op. ");
  }
  EXPECT_GT(sonatas, 300);
  EXPECT_EQ(pop_opus, 0);
}

}  // namespace
}  // namespace wrapfeed::catalog
