#include "cli/columns.h"

#include <locale.h>
#include <wchar.h>

#include <algorithm>

namespace wrapfeed::cli {
namespace {

// The C library's table of widths, whatever the user's locale.
class Utf8 {
 public:
  Utf8() : before_(::uselocale(locale())) {}
  ~Utf8() { ::uselocale(before_); }
  Utf8(const Utf8&) = delete;
  Utf8& operator=(const Utf8&) = delete;

 private:
  static locale_t locale() {
    static const locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return utf8 == nullptr ? LC_GLOBAL_LOCALE : utf8;
  }
  locale_t before_;
};

struct Character {
  std::string_view bytes;  // "?" for what is not to be shown
  std::size_t columns;
};

// Takes the first character off the text.
Character next(std::string_view& text) {
  wchar_t wide = 0;
  mbstate_t state{};
  const std::size_t length = ::mbrtowc(&wide, text.data(), text.size(), &state);
  const bool valid = length > 0 && length <= text.size();
  const int width = valid ? ::wcwidth(wide) : -1;
  const std::string_view bytes = width < 0 ? "?" : text.substr(0, length);
  text.remove_prefix(valid ? length : 1);
  return {bytes, static_cast<std::size_t>(std::abs(width))};
}

}  // namespace

std::size_t columns_of(std::string_view text) {
  const Utf8 utf8;
  std::size_t columns = 0;
  while (!text.empty()) columns += next(text).columns;
  return columns;
}

std::string fit(std::string_view text, std::size_t columns) {
  const bool cut = columns_of(text) > columns;
  const std::size_t room = cut ? columns - 1 : columns;
  const Utf8 utf8;
  std::string fitted;
  std::size_t used = 0;
  while (!text.empty()) {
    const Character character = next(text);
    if (used + character.columns > room) break;
    fitted += character.bytes;
    used += character.columns;
  }
  if (cut) {
    fitted += "…";
    ++used;
  }
  return fitted.append(columns - used, ' ');
}

}  // namespace wrapfeed::cli
