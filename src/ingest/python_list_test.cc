#include "ingest/python_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace wrapfeed::ingest {
namespace {

using testing::ElementsAre;

std::vector<std::string> parse(std::string_view text) {
  std::vector<std::string> items;
  EXPECT_TRUE(parse_python_list(text, items)) << text;
  return items;
}

TEST(PythonList, ReadsBothQuotesAndApostrophes) {
  EXPECT_THAT(parse("['Bessie Smith']"), ElementsAre("Bessie Smith"));
  EXPECT_THAT(parse(R"(["Guns N' Roses", 'AC/DC'])"), ElementsAre("Guns N' Roses", "AC/DC"));
  EXPECT_THAT(parse(R"(['Rock \'n\' "Roll"'])"), ElementsAre(R"(Rock 'n' "Roll")"));
  EXPECT_THAT(parse("['a, b', '[c]']"), ElementsAre("a, b", "[c]"));
  EXPECT_THAT(parse("[]"), ElementsAre());
}

TEST(PythonList, ReadsEscapes) {
  EXPECT_THAT(parse(R"(['a\\b', 'c\nd', '\xe9', '\u200b', '\U0001F600'])"),
              ElementsAre("a\\b", "c\nd", "\xC3\xA9", "\xE2\x80\x8B", "\xF0\x9F\x98\x80"));
}

TEST(PythonList, RefusesWhatIsNoList) {
  std::vector<std::string> items;
  for (const char* text : {"", "[", "]", "a", "'a'", "[a]", "['a'", "['a' 'b']", "['a',]", "['a']x", "['a]",
                           R"(['\q'])", R"(['\ud800'])", R"(['\x4'])", "[1]", "['a\"]"}) {
    EXPECT_FALSE(parse_python_list(text, items)) << text;
  }
}

std::string print(const std::vector<std::string>& items) {
  std::string text = "[";
  for (const std::string& item : items) {
    text += text.size() > 1 ? ", '" : "'";
    for (const char c : item) text += c == '\'' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    text += "'";
  }
  return text + "]";
}

RC_GTEST_PROP(PythonList, ReadsBackWhatIsPrinted, (const std::vector<std::string>& items)) {
  std::vector<std::string> read;
  RC_ASSERT(parse_python_list(print(items), read));
  RC_ASSERT(read == items);
}

RC_GTEST_PROP(PythonList, SurvivesAnything, (const std::string& text)) {
  std::vector<std::string> items;
  parse_python_list("['" + text, items);
}

}  // namespace
}  // namespace wrapfeed::ingest
