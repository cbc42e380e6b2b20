#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"

namespace wrapfeed::catalog {

// A piece of a TextArena in 8 bytes: up to 1 TiB of text, 16 MiB a piece.
struct Text {
  std::uint64_t offset : 40;
  std::uint64_t length : 24;
};

// Names end to end in one buffer: no allocation and no terminator for each of millions of strings.
class TextArena {
 public:
  Text add(std::string_view text) {
    if (text.size() >= (1U << 24)) base::fail("a name of {} bytes; names hold less than 16 MiB", text.size());
    const Text piece{buffer_.size(), text.size()};
    buffer_.append(text);
    return piece;
  }
  // Valid until the next add().
  std::string_view view(Text piece) const noexcept { return {buffer_.data() + piece.offset, piece.length}; }
  void reserve(std::size_t bytes) { buffer_.reserve(bytes); }

 private:
  std::string buffer_;
};

}  // namespace wrapfeed::catalog
