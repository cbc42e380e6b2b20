#pragma once

#include <string_view>

namespace wrapfeed::users {

// Well-formed UTF-8 without control characters (RFC 3629: no overlong forms, no surrogates, up to U+10FFFF).
inline bool is_clean_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    if (length == 0 || lead < 0x20 || lead == 0x7F || i + length > text.size()) return false;
    char32_t point = length == 1 ? lead : lead & (0x7F >> length);
    for (std::size_t k = 1; k < length; ++k) {
      const auto next = static_cast<unsigned char>(text[i + k]);
      if ((next & 0xC0) != 0x80) return false;
      point = point << 6 | (next & 0x3F);
    }
    constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
    if (point < kLeast[length] || (point >= 0xD800 && point < 0xE000) || point > 0x10FFFF) return false;
    if (point >= 0x80 && point < 0xA0) return false;
    i += length;
  }
  return !text.empty();
}

}  // namespace wrapfeed::users
