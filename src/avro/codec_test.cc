#include "avro/codec.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>
#include <zstd.h>

#include "avro/test_file.h"

namespace wrapfeed::avro {
namespace {

using ::testing::HasSubstr;

constexpr std::size_t kLimit = 1 << 20;
constexpr Codec kCodecs[] = {Codec::Null, Codec::Deflate, Codec::Snappy, Codec::Zstandard};

Bytes bytes_of(std::string_view text) {
  Bytes bytes;
  bytes.append(std::as_bytes(std::span(text)));
  return bytes;
}

std::string text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string round_trip(Codec codec, std::string_view text) {
  const auto compressor = make_compressor(codec);
  const Bytes compressed = bytes_of(text_of(compressor->compress(bytes_of(text))));
  Bytes out;
  decompress(codec, compressed, std::max(text.size(), std::size_t{1}), out);
  return text_of(out);
}

TEST(Codec, NamesGoBothWays) {
  for (const Codec codec : kCodecs) EXPECT_EQ(parse_codec(codec_name(codec)), codec);
  EXPECT_EQ(codec_name(Codec::Zstandard), "zstandard");
  EXPECT_EQ(error_of([] { parse_codec("lzma"); }), "codec \"lzma\" is none of null, deflate, snappy, zstandard");
}

TEST(Codec, NamesItsLibrary) {
  EXPECT_THAT(codec_library(Codec::Deflate), HasSubstr("level 1"));
  EXPECT_THAT(codec_library(Codec::Zstandard), HasSubstr("zstd 1."));
}

RC_GTEST_PROP(Codec, BlocksComeBack, (std::string text, std::uint16_t repeats)) {
  std::string block;
  for (int i = 0; i < repeats % 50; ++i) block += text;
  for (const Codec codec : kCodecs) RC_ASSERT(round_trip(codec, block) == block);
}

TEST(Codec, LargeBlocksComeBack) {
  std::string incompressible(700'000, ' ');
  std::uint32_t state = 1;
  for (char& byte : incompressible) byte = static_cast<char>((state = state * 1'664'525 + 1'013'904'223) >> 24);
  for (const Codec codec : kCodecs) {
    EXPECT_EQ(round_trip(codec, incompressible), incompressible) << codec_name(codec);
    EXPECT_EQ(round_trip(codec, std::string(5'000'000, 'x')).size(), 5'000'000u) << codec_name(codec);
  }
}

TEST(Codec, CompressorsAreUsedAgain) {
  for (const Codec codec : kCodecs) {
    const auto compressor = make_compressor(codec);
    const std::string first = text_of(compressor->compress(bytes_of("some block, some block, some block")));
    compressor->compress(bytes_of(std::string(100'000, 'z')));
    EXPECT_EQ(text_of(compressor->compress(bytes_of("some block, some block, some block"))), first);
  }
}

// CRC-32 of "123456789" is cbf43926 (the check value of the standard), and it stands big-endian at the end.
TEST(Codec, SnappyEndsInTheBigEndianChecksum) {
  const auto compressor = make_compressor(Codec::Snappy);
  const auto block = compressor->compress(bytes_of("123456789"));
  EXPECT_EQ(hex(block.last(4)), "cbf43926");
}

TEST(Codec, SnappyChecksumIsChecked) {
  const auto compressor = make_compressor(Codec::Snappy);
  Bytes block = bytes_of(text_of(compressor->compress(bytes_of("123456789"))));
  block[block.size() - 1] ^= std::byte{1};
  Bytes out;
  EXPECT_EQ(error_of([&] { decompress(Codec::Snappy, block, kLimit, out); }),
            "snappy checksum is cbf43927, the data have cbf43926");
}

TEST(Codec, ZstandardFramesTellTheirSize) {
  const auto compressor = make_compressor(Codec::Zstandard);
  const auto block = compressor->compress(bytes_of(std::string(1234, 'a')));
  EXPECT_EQ(ZSTD_getFrameContentSize(block.data(), block.size()), 1234u);
}

// Other writers stream: no size in the frame, or several frames.
TEST(Codec, ZstandardFramesWithoutSizeAreRead) {
  const std::string text(300'000, 'q');
  Bytes streamed;
  streamed.resize(ZSTD_compressBound(text.size()));
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_outBuffer output{streamed.data(), streamed.size(), 0};
  for (const bool last : {false, true}) {
    ZSTD_inBuffer input{text.data(), text.size() / 2, 0};
    EXPECT_EQ(ZSTD_compressStream2(context, &output, &input, last ? ZSTD_e_end : ZSTD_e_flush), 0u);
  }
  ZSTD_freeCCtx(context);
  streamed.resize(output.pos);
  EXPECT_EQ(ZSTD_getFrameContentSize(streamed.data(), streamed.size()), ZSTD_CONTENTSIZE_UNKNOWN);
  const Bytes frame = streamed;
  streamed.append(frame);
  Bytes out;
  decompress(Codec::Zstandard, streamed, kLimit, out);
  EXPECT_EQ(text_of(out), text + text);
}

TEST(Codec, BombsAreRefused) {
  for (const Codec codec : kCodecs) {
    const auto compressor = make_compressor(codec);
    const Bytes bomb = bytes_of(text_of(compressor->compress(bytes_of(std::string(kLimit + 1, 'b')))));
    Bytes out;
    EXPECT_THAT(error_of([&] { decompress(codec, bomb, kLimit, out); }), HasSubstr("the limit of 1048576"));
    EXPECT_LE(out.capacity(), 2 * kLimit);
  }
}

TEST(Codec, DamageIsAnError) {
  for (const Codec codec : {Codec::Deflate, Codec::Snappy, Codec::Zstandard}) {
    const auto compressor = make_compressor(codec);
    std::string text;
    for (int i = 0; i < 500; ++i) text += fmt::format("record {} ", i * i);
    const std::string block = text_of(compressor->compress(bytes_of(text)));
    Bytes out;
    EXPECT_NE(error_of([&] { decompress(codec, bytes_of(""), kLimit, out); }), "") << codec_name(codec);
    EXPECT_NE(error_of([&] { decompress(codec, bytes_of("garbage!"), kLimit, out); }), "") << codec_name(codec);
    EXPECT_NE(error_of([&] { decompress(codec, bytes_of(block + "x"), kLimit, out); }), "") << codec_name(codec);
    for (std::size_t size = 0; size < block.size(); ++size) {
      EXPECT_NE(error_of([&] { decompress(codec, bytes_of(block.substr(0, size)), kLimit, out); }), "") << size;
    }
  }
}

}  // namespace
}  // namespace wrapfeed::avro
