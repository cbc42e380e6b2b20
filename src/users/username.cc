#include "users/username.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/check.h"

namespace wrapfeed::users {
namespace {

struct Letter {
  std::string_view accented;
  std::string_view plain;
};

// Every letter beyond a-z in data/names.txt (a test holds it to that) and its kin.
constexpr Letter kLetters[] = {
    {"áàâãäåāăąảạấầẩẫậắằẳẵặ", "a"},
    {"ÁÀÂÃÄÅĀĂĄ", "a"},
    {"æÆ", "ae"},
    {"ß", "ss"},
    {"çćčÇĆČ", "c"},
    {"đĐðÐ", "d"},
    {"éèêëēėęěẻẽẹếềểễệÉÈÊËĒĖĘĚ", "e"},
    {"ğģĞĢ", "g"},
    {"íìîïīįıỉĩịÍÌÎÏĪĮİ", "i"},
    {"ķĶ", "k"},
    {"łļľŁĻĽ", "l"},
    {"ñńņňÑŃŅŇ", "n"},
    {"óòôõöøőơỏọốồổỗộớờởỡợÓÒÔÕÖØŐ", "o"},
    {"řŗŘŖ", "r"},
    {"śşšșŚŞŠȘ", "s"},
    {"țţťȚŢŤ", "t"},
    {"úùûüūůűųũưủụứừửữựÚÙÛÜŪŮŰŲ", "u"},
    {"ýỳỷỹỵÝ", "y"},
    {"źžżŹŽŻ", "z"},
};

std::size_t length_of_letter(char first) {
  const auto byte = static_cast<unsigned char>(first);
  if (byte < 0xC0) return 1;
  return byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

std::string_view plain_letter(std::string_view letter) {
  for (const Letter& known : kLetters) {
    for (std::string_view rest = known.accented; !rest.empty(); rest.remove_prefix(length_of_letter(rest.front()))) {
      if (rest.starts_with(letter)) return known.plain;
    }
  }
  return {};
}

constexpr std::array<std::string_view, 24> kWords = {
    "vinyl", "moon",  "beats",  "echo", "neon", "tunes",  "sunny", "ocean", "mixtape", "luna",  "groove", "cloud",
    "wave",  "tiger", "indigo", "dj",   "nova", "velvet", "bass",  "disco", "retro",   "storm", "coffee", "loops"};

std::uint64_t step_of(std::uint64_t size) {
  std::uint64_t step = size / 1000 * 618 + 7;
  while (std::gcd(step, size) != 1) ++step;
  return step;
}

constexpr std::uint64_t kFirstBlock = 10'000;
constexpr std::uint64_t kLastScrambled = 1'000'000'000;  // products stay under 2^64

std::string stem(const std::string& given, const std::string& family, random::Draws& draws) {
  const std::string_view word = kWords[draws.below(kWords.size())];
  constexpr std::array<std::string_view, 4> kJoints = {"", "", ".", "_"};
  const std::string joint(kJoints[draws.below(kJoints.size())]);
  switch (draws.below(8)) {
    case 0:
      return given + joint + family.substr(0, 1);
    case 1:
      return given.substr(0, 1) + joint + family;
    case 2:
      return given + joint + std::string(word);
    case 3:
      return std::string(word) + joint + given;
    case 4:
      return family + joint + given.substr(0, 1);
    case 5:
      return given;
    default:
      return given + joint + family;
  }
}

}  // namespace

std::string plain_letters(std::string_view name) {
  std::string plain;
  while (!name.empty()) {
    const std::size_t length = length_of_letter(name.front());
    const char first = name.front();
    if (length > 1) {
      plain += plain_letter(name.substr(0, length));
    } else if (first >= 'a' && first <= 'z') {
      plain += first;
    } else if (first >= 'A' && first <= 'Z') {
      plain += static_cast<char>(first - 'A' + 'a');
    }
    name.remove_prefix(length);
  }
  return plain;
}

std::uint64_t handle_number(std::int64_t user) {
  CHECK(user >= 0);
  const auto number = static_cast<std::uint64_t>(user);
  if (number >= kLastScrambled) return number;
  std::uint64_t low = 0;
  std::uint64_t end = kFirstBlock;
  while (number >= end) low = end, end *= 10;
  const std::uint64_t size = end - low;
  return low + ((number - low) * step_of(size) + size / 3) % size;
}

std::string draw_username(const PersonName& name, std::int64_t user, random::Draws& draws) {
  const std::string given = plain_letters(name.given.substr(0, name.given.find('_')));
  std::string username = stem(given, plain_letters(name.family), draws);
  if (draws.chance(0.15)) username += '_';
  return username + std::to_string(handle_number(user));
}

}  // namespace wrapfeed::users
