#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/processor.h"

// Avro's primitive values as bytes (specification, "Binary Encoding"), written through a raw pointer: each function
// returns the place behind what it wrote. Up to 8 bytes behind that may be overwritten too, so leave slack.
namespace wrapfeed::avro {

static_assert(std::endian::native == std::endian::little, "Avro is little-endian, and so are these stores");

inline constexpr std::size_t kMaxVarint = 10;  // bytes of a 64-bit number in groups of 7 bits

constexpr std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}
constexpr std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

// The low 56 bits of `value` in groups of 7, a group a byte.
constexpr std::uint64_t spread_groups(std::uint64_t value) {
  value = (value & 0x00FFFFFFF0000000) << 4 | (value & 0x000000000FFFFFFF);
  value = (value & 0x0FFFC0000FFFC000) << 2 | (value & 0x00003FFF00003FFF);
  return (value & 0x3F803F803F803F80) << 1 | (value & 0x007F007F007F007F);
}

inline std::byte* put_long_varint(std::byte* at, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) *at++ = static_cast<std::byte>(value | 0x80);
  *at++ = static_cast<std::byte>(value);
  return at;
}

// How groups are spread: by shifts, which every processor has, or by the one instruction for it, where there is BMI2.
struct Shifts {
  static constexpr std::uint64_t spread(std::uint64_t value) { return spread_groups(value); }
};
struct Deposit {
  static bool is_there() { return base::has_bmi2(); }
  static std::uint64_t spread(std::uint64_t value) {
    std::uint64_t bytes;
    asm("pdep %2, %1, %0" : "=r"(bytes) : "r"(value), "r"(0x7F7F7F7F7F7F7F7F));
    return bytes;
  }
};

// The bytes of a varint in the order of their places, from the lowest on.
struct Varint {
  std::uint64_t bytes;
  unsigned size;
};
// Of a number below 2^56, without a loop.
template <typename Spread = Shifts>
constexpr Varint varint_of(std::uint64_t value) {
  const auto size = static_cast<unsigned>(std::bit_width(value | 1) * 9 + 64) >> 6;  // groups of 7, rounded up
  const std::uint64_t more = 0x8080808080808080 & ((std::uint64_t{1} << (8 * (size - 1))) - 1);
  return {Spread::spread(value) | more, size};
}

// Every number of the feed fits 56 bits.
template <typename Spread = Shifts>
inline std::byte* put_varint(std::byte* at, std::uint64_t value) {
  if (value >> 56 != 0) [[unlikely]]
    return put_long_varint(at, value);
  const Varint varint = varint_of<Spread>(value);
  std::memcpy(at, &varint.bytes, sizeof(varint.bytes));
  return at + varint.size;
}

inline std::byte* put_long(std::byte* at, std::int64_t value) { return put_varint(at, zigzag(value)); }

// A small index: an enum's symbol or a union's branch, below 64 (one byte).
inline std::byte* put_index(std::byte* at, unsigned index) {
  *at = static_cast<std::byte>(index << 1);
  return at + 1;
}

inline std::byte* put_boolean(std::byte* at, bool value) {
  *at = static_cast<std::byte>(value);
  return at + 1;
}

template <typename Number>  // float or double: IEEE 754, little-endian
inline std::byte* put_real(std::byte* at, Number value) {
  std::memcpy(at, &value, sizeof(value));
  return at + sizeof(value);
}

inline std::byte* put_text(std::byte* at, std::string_view text) {
  at = put_long(at, static_cast<std::int64_t>(text.size()));
  if (!text.empty()) std::memcpy(at, text.data(), text.size());
  return at + text.size();
}

}  // namespace wrapfeed::avro
