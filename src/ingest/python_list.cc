#include "ingest/python_list.h"

#include <cstdint>

namespace wrapfeed::ingest {
namespace {

void append_utf8(std::uint32_t point, std::string& out) {
  const auto byte = [&](std::uint32_t value) { out += static_cast<char>(value); };
  const auto tail = [&](unsigned shift) { byte(0x80 | ((point >> shift) & 0x3F)); };
  if (point < 0x80) return byte(point);
  if (point < 0x800) {
    byte(0xC0 | point >> 6);
  } else if (point < 0x10000) {
    byte(0xE0 | point >> 12);
    tail(6);
  } else {
    byte(0xF0 | point >> 18);
    tail(12);
    tail(6);
  }
  tail(0);
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  bool list(std::vector<std::string>& items) {
    items.clear();
    if (!take('[')) return false;
    if (take(']')) return at_end();
    do {
      items.emplace_back();
      if (!quoted(items.back())) return false;
    } while (take(','));
    return take(']') && at_end();
  }

 private:
  void skip_spaces() {
    while (next_ < text_.size() && (text_[next_] == ' ' || text_[next_] == '\n')) ++next_;
  }

  bool take(char wanted) {
    skip_spaces();
    if (next_ == text_.size() || text_[next_] != wanted) return false;
    ++next_;
    return true;
  }

  bool at_end() {
    skip_spaces();
    return next_ == text_.size();
  }

  bool quoted(std::string& item) {
    skip_spaces();
    if (next_ == text_.size()) return false;
    const char quote = text_[next_++];
    if (quote != '\'' && quote != '"') return false;
    while (next_ < text_.size()) {
      const char c = text_[next_++];
      if (c == quote) return true;
      if (c != '\\') {
        item += c;
      } else if (!escape(item)) {
        return false;
      }
    }
    return false;
  }

  bool escape(std::string& item) {
    if (next_ == text_.size()) return false;
    switch (const char c = text_[next_++]) {
      case '\\':
      case '\'':
      case '"':
        item += c;
        return true;
      case 'n':
        item += '\n';
        return true;
      case 't':
        item += '\t';
        return true;
      case 'r':
        item += '\r';
        return true;
      case 'x':
        return code_point(2, item);
      case 'u':
        return code_point(4, item);
      case 'U':
        return code_point(8, item);
      default:
        return false;
    }
  }

  bool code_point(std::size_t digits, std::string& item) {
    std::uint32_t point = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      if (next_ == text_.size()) return false;
      const std::size_t digit = std::string_view("0123456789abcdefABCDEF").find(text_[next_++]);
      if (digit == std::string_view::npos) return false;
      point = point * 16 + static_cast<std::uint32_t>(digit < 16 ? digit : digit - 6);
    }
    const bool surrogate = point >= 0xD800 && point < 0xE000;
    if (point == 0 || point > 0x10FFFF || surrogate) return false;
    append_utf8(point, item);
    return true;
  }

  std::string_view text_;
  std::size_t next_ = 0;
};

}  // namespace

bool parse_python_list(std::string_view text, std::vector<std::string>& items) { return Parser(text).list(items); }

}  // namespace wrapfeed::ingest
