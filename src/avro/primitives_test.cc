#include "avro/primitives.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <limits>

#include "avro/cursor.h"
#include "avro/test_file.h"

namespace wrapfeed::avro {
namespace {

std::string encoded(std::int64_t value) {
  std::byte buffer[32];
  return hex({buffer, static_cast<std::size_t>(put_long(buffer, value) - buffer)});
}

// The table of the specification, "Binary Encoding", and both ends of the range.
TEST(Primitives, LongsAreAsTheSpecificationSays) {
  EXPECT_EQ(encoded(0), "00");
  EXPECT_EQ(encoded(-1), "01");
  EXPECT_EQ(encoded(1), "02");
  EXPECT_EQ(encoded(-2), "03");
  EXPECT_EQ(encoded(2), "04");
  EXPECT_EQ(encoded(-64), "7f");
  EXPECT_EQ(encoded(64), "8001");
  EXPECT_EQ(encoded(std::numeric_limits<std::int64_t>::max()), "feffffffffffffffff01");
  EXPECT_EQ(encoded(std::numeric_limits<std::int64_t>::min()), "ffffffffffffffffff01");
}

TEST(Primitives, TextIsAsTheSpecificationSays) {
  std::byte buffer[32];
  EXPECT_EQ(hex({buffer, static_cast<std::size_t>(put_text(buffer, "foo") - buffer)}), "06666f6f");
}

TEST(Primitives, LongsOfEveryLengthComeBack) {
  for (int bits = 0; bits < 64; ++bits) {
    for (const std::int64_t near : {-1, 0, 1}) {
      for (const std::int64_t sign : {-1, 1}) {
        const auto value = static_cast<std::int64_t>((std::uint64_t{1} << bits) + static_cast<std::uint64_t>(near)) *
                           (bits == 63 ? 1 : sign);
        const Bytes bytes = from_hex(encoded(value) + "ffffffffffffffffffff");
        Cursor whole(bytes);
        EXPECT_EQ(whole.read_long(), value);
        Cursor exact(std::span<const std::byte>(bytes).first(bytes.size() - 10));
        EXPECT_EQ(exact.read_long(), value);
        EXPECT_EQ(exact.remaining(), 0u);
      }
    }
  }
}

RC_GTEST_PROP(Primitives, LongsComeBack, (std::int64_t value, std::uint8_t shift)) {
  value >>= shift % 64;
  const Bytes bytes = from_hex(encoded(value) + encoded(~value));
  Cursor cursor(bytes);
  RC_ASSERT(cursor.read_long() == value);
  RC_ASSERT(cursor.read_long() == ~value);
  RC_ASSERT(cursor.remaining() == 0u);
}

TEST(Primitives, CountedVarintsAreThoseOfTheNumbers) {
  for (const std::uint64_t first : {std::uint64_t{0}, std::uint64_t{16'200}, (std::uint64_t{1} << 49) - 400}) {
    CountedVarint counted(varint_of(first));
    for (std::uint64_t value = first, step = 1; varint_of(value).size == counted.size();
         value += step, step = step % 128 + 1) {
      ASSERT_EQ(counted.bytes(), varint_of(value).bytes) << value;
      counted.add(step);
    }
  }
}

TEST(Primitives, ReadsOverlongFormsOfSmallNumbers) {
  const Bytes bytes = from_hex("8280808080808000");
  EXPECT_EQ(Cursor(bytes).read_long(), 1);
  const Bytes longest = from_hex("82808080808080808000");
  EXPECT_EQ(Cursor(longest).read_long(), 1);
}

TEST(Primitives, RefusesNumbersWithoutAnEnd) {
  EXPECT_EQ(error_of([] { Cursor(from_hex("")).read_long(); }), "a value runs past the end");
  EXPECT_EQ(error_of([] { Cursor(from_hex("80")).read_long(); }), "a value runs past the end");
  EXPECT_EQ(error_of([] { Cursor(from_hex("ffffffffffffffff")).read_long(); }), "a value runs past the end");
  EXPECT_EQ(error_of([] { Cursor(from_hex("ffffffffffffffffffff01")).read_long(); }),
            "a number is longer than 64 bits");
  EXPECT_EQ(error_of([] { Cursor(from_hex("ffffffffffffffffff02")).read_long(); }), "a number is longer than 64 bits");
}

TEST(Primitives, RefusesWhatDoesNotFit) {
  const Bytes big = from_hex("8080808010");  // 2^31
  EXPECT_EQ(error_of([&] { Cursor(big).read_int(); }), "2147483648 does not fit an int");
  const Bytes two = from_hex("02");
  EXPECT_EQ(error_of([&] { Cursor(two).read_boolean(); }), "boolean has the value 2");
  const Bytes text = from_hex("066162");
  EXPECT_EQ(error_of([&] { Cursor(text).read_text(); }), "text of 3 bytes, 2 are left");
  const Bytes negative = from_hex("016162");
  EXPECT_EQ(error_of([&] { Cursor(negative).read_text(); }), "text of -1 bytes, 2 are left");
}

}  // namespace
}  // namespace wrapfeed::avro
