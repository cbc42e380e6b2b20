#include "users/username.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>
#include <vector>

namespace wrapfeed::users {
namespace {

constexpr std::string_view kDigits = "0123456789";

PersonName ana() { return {"Ana da Silva", "Ana", "Silva"}; }

TEST(PlainLetters, AreWhatOneTypes) {
  EXPECT_EQ(plain_letters("Łukasz"), "lukasz");
  EXPECT_EQ(plain_letters("Thu_Hà"), "thuha");
  EXPECT_EQ(plain_letters("O'Brien"), "obrien");
  EXPECT_EQ(plain_letters("Weiß"), "weiss");
  EXPECT_EQ(plain_letters("Sæther"), "saether");
  EXPECT_EQ(plain_letters("Øyvind"), "oyvind");
  EXPECT_EQ(plain_letters("İrem"), "irem");
  EXPECT_EQ(plain_letters("Nguyễn"), "nguyen");
  EXPECT_EQ(plain_letters("Đorđe"), "dorde");
}

// A letter without an entry would vanish from usernames.
TEST(PlainLetters, KnowEveryLetterOfTheNames) {
  const auto letters = [](std::string_view name) {
    return std::count_if(name.begin(), name.end(), [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return byte >= 0xC0 || (byte < 0x80 && c != '_' && c != '\'' && c != '-' && c != '.');
    });
  };
  const auto expect_whole = [&](std::string_view name) {
    EXPECT_GE(static_cast<long>(plain_letters(name).size()), letters(name)) << name;
  };
  for (const NameBook::Culture& culture : NameBook::instance().cultures()) {
    for (const auto name : culture.female) expect_whole(name);
    for (const auto name : culture.male) expect_whole(name);
    for (const auto& family : culture.family) expect_whole(family.female), expect_whole(family.male);
  }
}

TEST(HandleNumber, PermutesEachBlock) {
  std::vector<bool> seen(1'000'000);
  for (std::int64_t user = 0; user < 1'000'000; ++user) {
    const std::uint64_t number = handle_number(user);
    ASSERT_LT(number, seen.size());
    ASSERT_FALSE(seen[number]) << user;
    seen[number] = true;
  }
  EXPECT_TRUE(std::all_of(seen.begin(), seen.end(), [](bool hit) { return hit; }));
}

TEST(HandleNumber, LooksRandom) {
  int neighbours = 0;
  for (std::int64_t user = 10'000; user < 11'000; ++user) {
    const auto here = static_cast<std::int64_t>(handle_number(user));
    const auto next = static_cast<std::int64_t>(handle_number(user + 1));
    neighbours += std::abs(here - next) < 1'000;
  }
  EXPECT_EQ(neighbours, 0);
}

RC_GTEST_PROP(HandleNumber, KeepsUsersApartAndTheNumberOfDigits, ()) {
  const auto one = *rc::gen::inRange<std::int64_t>(0, 20'000'000'000);
  const auto other = *rc::gen::inRange<std::int64_t>(0, 20'000'000'000);
  RC_ASSERT((handle_number(one) == handle_number(other)) == (one == other));
  if (one >= 10'000) RC_ASSERT(std::to_string(handle_number(one)).size() == std::to_string(one).size());
}

// Even a million namesakes who make the same choices have usernames of their own.
TEST(Username, IsUniqueForAMillionNamesakes) {
  std::vector<std::string> usernames;
  for (std::int64_t user = 0; user < 1'000'000; ++user) {
    random::Draws same(1, random::Purpose::UserName, 0);
    usernames.push_back(draw_username(ana(), user, same));
  }
  std::sort(usernames.begin(), usernames.end());
  EXPECT_EQ(std::adjacent_find(usernames.begin(), usernames.end()), usernames.end());
}

TEST(Username, EndsWithTheNumberAndHasNoOtherDigit) {
  std::set<std::string> stems;
  for (std::int64_t user = 0; user < 5'000; ++user) {
    random::Draws draws(1, random::Purpose::UserName, static_cast<std::uint64_t>(user));
    const std::string username = draw_username(ana(), user, draws);
    const std::size_t digits = username.find_first_of(kDigits);
    ASSERT_NE(digits, 0u);
    EXPECT_EQ(username.substr(digits), std::to_string(handle_number(user)));
    EXPECT_EQ(username.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789._"), std::string::npos);
    stems.insert(username.substr(0, digits));
  }
  EXPECT_GT(stems.size(), 50u);
}

}  // namespace
}  // namespace wrapfeed::users
