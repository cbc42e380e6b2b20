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
  static constexpr std::uint64_t low_bits(std::uint64_t value, std::uint64_t count) {  // fewer than 64
    return value & ((std::uint64_t{1} << count) - 1);
  }
};
struct Deposit {
  static bool is_there() { return base::has_bmi2(); }
  static std::uint64_t spread(std::uint64_t value) {
    std::uint64_t bytes;
    asm("pdep %2, %1, %0" : "=r"(bytes) : "r"(value), "r"(0x7F7F7F7F7F7F7F7F));
    return bytes;
  }
  static std::uint64_t low_bits(std::uint64_t value, std::uint64_t count) {
    std::uint64_t bits;
    asm("bzhi %2, %1, %0" : "=r"(bits) : "rm"(value), "r"(count) : "cc");
    return bits;
  }
};

// The bytes of a varint in the order of their places, from the lowest on.
struct Varint {
  std::uint64_t bytes;
  unsigned size;
};
inline constexpr std::uint64_t kMoreFollow = 0x8080808080808080;  // the bit of each group that is not the last
// Of a number below 2^56, without a loop.
template <typename Spread = Shifts>
constexpr Varint varint_of(std::uint64_t value) {
  const std::uint64_t groups = Spread::spread(value);
  const auto last = static_cast<unsigned>(63 ^ std::countl_zero(groups | 1)) & ~7u;  // its lowest bit
  return {groups | Spread::low_bits(kMoreFollow, last), last / 8 + 1};
}

// A varint that is counted up, as long as its size stays. What a full group carries passes through its bit of
// kMoreFollow into the next group, and the bit is set again.
class CountedVarint {
 public:
  CountedVarint(const Varint& first)
      : bytes_(first.bytes), more_(Shifts::low_bits(kMoreFollow, 8 * (first.size - 1))), size_(first.size) {}
  std::uint64_t bytes() const { return bytes_; }
  std::size_t size() const { return size_; }
  void add(std::uint64_t count) { bytes_ = (bytes_ + count) | more_; }  // at most 128

 private:
  std::uint64_t bytes_;
  std::uint64_t more_;
  std::size_t size_;
};

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
