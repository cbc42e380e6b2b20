#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include "avro/primitives.h"
#include "base/error.h"

namespace wrapfeed::avro {

// Walks over encoded values and never beyond their end: every read checks, and throws Error with the reason alone.
class Cursor {
 public:
  Cursor() = default;
  explicit Cursor(std::span<const std::byte> bytes) : begin_(bytes.data()), at_(begin_), end_(begin_ + bytes.size()) {}

  std::size_t position() const { return static_cast<std::size_t>(at_ - begin_); }
  std::size_t remaining() const { return static_cast<std::size_t>(end_ - at_); }

  std::int64_t read_long() { return unzigzag(read_varint()); }

  std::int32_t read_int() {
    const std::int64_t value = read_long();
    if (value != static_cast<std::int32_t>(value)) [[unlikely]]
      base::fail("{} does not fit an int", value);
    return static_cast<std::int32_t>(value);
  }

  bool read_boolean() {
    const auto value = std::to_integer<unsigned>(*take(1));
    if (value > 1) [[unlikely]]
      base::fail("boolean has the value {}", value);
    return value == 1;
  }

  template <typename Number>
  Number read_real() {
    Number value;
    std::memcpy(&value, take(sizeof(value)), sizeof(value));
    return value;
  }

  std::string_view read_fixed(std::size_t size) { return {reinterpret_cast<const char*>(take(size)), size}; }

  std::string_view read_text() {
    const std::int64_t size = read_long();
    if (size < 0 || static_cast<std::uint64_t>(size) > remaining()) [[unlikely]] {
      base::fail("text of {} bytes, {} are left", size, remaining());
    }
    return read_fixed(static_cast<std::size_t>(size));
  }

 private:
  const std::byte* take(std::size_t size) {
    if (size > remaining()) [[unlikely]]
      base::fail("a value runs past the end");
    const std::byte* taken = at_;
    at_ += size;
    return taken;
  }

  std::uint64_t read_varint() {
    if (remaining() < sizeof(std::uint64_t)) [[unlikely]]
      return read_long_varint();
    std::uint64_t bytes;
    std::memcpy(&bytes, at_, sizeof(bytes));
    if ((bytes & 0x80) == 0) {
      ++at_;
      return bytes & 0x7F;
    }
    const std::uint64_t ends = ~bytes & 0x8080808080808080;  // bytes without the sign that more follow
    if (ends == 0) [[unlikely]]
      return read_long_varint();
    at_ += std::countr_zero(ends) / 8 + 1;
    return gather_groups(bytes & (ends ^ (ends - 1)));
  }

  // The inverse of spread_groups: the low 7 bits of each byte, end to end.
  static std::uint64_t gather_groups(std::uint64_t bytes) {
    bytes = (bytes & 0x7F007F007F007F00) >> 1 | (bytes & 0x007F007F007F007F);
    bytes = (bytes & 0x3FFF00003FFF0000) >> 2 | (bytes & 0x00003FFF00003FFF);
    return (bytes & 0x0FFFFFFF00000000) >> 4 | (bytes & 0x000000000FFFFFFF);
  }

  std::uint64_t read_long_varint() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const auto byte = std::to_integer<std::uint64_t>(*take(1));
      if (shift == 63 && byte > 1) break;
      value |= (byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    base::fail("a number is longer than 64 bits");
  }

  const std::byte* begin_ = nullptr;
  const std::byte* at_ = nullptr;
  const std::byte* end_ = nullptr;
};

}  // namespace wrapfeed::avro
