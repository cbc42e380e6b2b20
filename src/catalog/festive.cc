#include "catalog/festive.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace wrapfeed::catalog {
namespace {

// In lower case. "~" at the end: the word may go on; "~" at the beginning: anywhere, for scripts without spaces.
constexpr auto kPhrases = std::to_array<std::string_view>({
    // English
    "christmas~",
    "xmas~",
    "x-mas",
    "noel",
    "noël",
    "yuletide",
    "mistletoe",
    "sleigh",
    "sleighride",
    "reindeer~",
    "rudolph",
    "santa claus",
    "santa baby",
    "santa tell me",
    "santa's",
    "santa’s",
    "dear santa",
    "hey santa",
    "secret santa",
    "jingle bell~",
    "jingle all",
    "let it snow",
    "silent night",
    "holy night",
    "winter wonderland",
    "holly jolly",
    "frosty the snowman",
    "deck the halls",
    "drummer boy",
    "away in a manger",
    "joy to the world",
    "carol of the bells",
    "auld lang syne",
    "most wonderful time of the year",
    "chestnuts roasting",
    // Romance languages
    "navidad~",
    "navideñ~",
    "villancico~",
    "noche de paz",
    "natale",
    "natalizi~",
    "tu scendi dalle stelle",
    "feliz natal",
    "de natal",
    "o natal",
    "natal feliz",
    "noite feliz",
    "papai noel",
    "mon beau sapin",
    "vive le vent",
    // German, Dutch, Scandinavian
    "weihnacht~",
    "stille nacht",
    "o tannenbaum",
    "kerst",
    "kerstmis",
    "kerstfeest",
    "god jul",
    "julen",
    "jul igen",
    "en jul",
    "i jul",
    "julnatt~",
    "julsång~",
    "glædelig jul",
    "joulu~",
    // others
    "kolęd~",
    "pasko",
    "karácsony~",
    "vánoce",
    "vánoční",
    "crăciun~",
    "~クリスマス",
    "~크리스마스",
    "~圣诞",
    "~聖誕",
});

constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
}

// ASCII and the Latin-1 letters of UTF-8 (U+00C0 ... U+00DE are C3 80 ... C3 9E) in lower case.
char lower(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  const auto byte = static_cast<unsigned char>(c);
  if (at > 0 && text[at - 1] == '\xC3' && byte >= 0x80 && byte <= 0x9E) return static_cast<char>(byte + 0x20);
  return c;
}

bool stands_at(std::string_view phrase, std::string_view text, std::size_t at) {
  const bool anywhere = phrase.front() == '~';
  const bool open_ended = anywhere || phrase.back() == '~';
  if (anywhere) phrase.remove_prefix(1);
  if (!anywhere && open_ended) phrase.remove_suffix(1);
  if (text.size() - at < phrase.size()) return false;
  if (!anywhere && at > 0 && is_letter(text[at - 1])) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (lower(text, at + i) != phrase[i]) return false;
  }
  const std::size_t end = at + phrase.size();
  return open_ended || end == text.size() || !is_letter(text[end]);
}

// The phrases that begin with each byte, so that a title costs a few comparisons and not one for each phrase.
struct Index {
  std::array<std::uint8_t, 257> begin{};
  std::array<std::uint8_t, kPhrases.size()> phrases{};
};
constexpr std::uint8_t first_byte(std::string_view phrase) {
  return static_cast<std::uint8_t>(phrase[phrase.front() == '~' ? 1 : 0]);
}
constexpr Index make_index() {
  Index index;
  std::size_t place = 0;
  for (std::size_t byte = 0; byte < 256; ++byte) {
    index.begin[byte] = static_cast<std::uint8_t>(place);
    for (std::size_t i = 0; i < kPhrases.size(); ++i) {
      if (first_byte(kPhrases[i]) == byte) index.phrases[place++] = static_cast<std::uint8_t>(i);
    }
  }
  index.begin[256] = static_cast<std::uint8_t>(place);
  return index;
}
constexpr Index kIndex = make_index();

}  // namespace

bool is_festive(std::string_view name) noexcept {
  bool inside_word = false;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const bool begins_word = !inside_word;
    inside_word = is_letter(name[at]);
    if (!begins_word && static_cast<std::uint8_t>(name[at]) < 0x80) continue;  // as other scripts' phrases alone may
    const auto byte = static_cast<std::uint8_t>(lower(name, at));
    for (std::size_t i = kIndex.begin[byte]; i < kIndex.begin[byte + 1U]; ++i) {
      if (stands_at(kPhrases[kIndex.phrases[i]], name, at)) return true;
    }
  }
  return false;
}

}  // namespace wrapfeed::catalog
