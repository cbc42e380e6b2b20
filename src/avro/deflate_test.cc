#include "avro/deflate.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "avro/isal_deflate.h"
#include "avro/test_file.h"

namespace wrapfeed::avro {
namespace {

std::string compressed(Compressor& compressor, std::string_view block) {
  const auto bytes = compressor.compress(std::as_bytes(std::span(block)));
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string random_text(std::size_t size, std::mt19937& generator) {
  std::string text(size, ' ');
  for (char& byte : text) byte = static_cast<char>(generator());
  return text;
}

std::vector<std::unique_ptr<Compressor>> compressors() {
  std::vector<std::unique_ptr<Compressor>> all;
  all.push_back(make_libdeflate_compressor());
  if (has_isal_processor()) all.push_back(make_isal_compressor());
  return all;
}

TEST(Deflate, EitherLibraryIsRead) {
  std::mt19937 generator(1);
  for (const auto& compressor : compressors()) {
    // Around where ISA-L's first call ends.
    for (const std::size_t size : {0, 1, 3, 15, 16, 17, 18, 32, 33, 1'000, 70'000, 300'000}) {
      const std::string text = std::string(size / 2, 'a') + random_text(size - size / 2, generator);
      Bytes out;
      decompress_deflate(std::as_bytes(std::span<const char>(compressed(*compressor, text))), size + 1, out);
      EXPECT_EQ(std::string(reinterpret_cast<const char*>(out.data()), out.size()), text) << size;
    }
  }
}

// ISA-L by itself: for a stream whose address has the same hash as the bytes from the second on, the match that begins
// there is not found. Of 8 streams and 10,000 blocks about ten would come out differently.
TEST(Deflate, TheAddressOfTheStreamDecidesNothing) {
  if (!has_isal_processor()) GTEST_SKIP() << "a processor without SSE4.2";
  std::vector<std::unique_ptr<Compressor>> streams;
  while (streams.size() < 8) streams.push_back(make_isal_compressor());
  std::mt19937 generator(2);
  for (int i = 0; i < 10'000; ++i) {
    const std::string repeated = random_text(30, generator);
    const std::string block = "a" + repeated + "b" + repeated;
    const std::string expected = compressed(*streams[0], block);
    for (const auto& stream : streams) ASSERT_EQ(compressed(*stream, block), expected) << i;
  }
}

TEST(Deflate, NeitherPlaceNorWhatLiesBehindDecidesAnything) {
  std::mt19937 generator(3);
  std::string block;
  while (block.size() < 100'000) block += "record " + random_text(5, generator);
  for (const auto& compressor : compressors()) {
    const std::string expected = compressed(*compressor, block);
    for (const std::size_t before : {0, 1, 7, 31, 63}) {
      compressed(*compressor, random_text(50'000, generator));
      const std::string around = random_text(before, generator) + block + random_text(600, generator);
      EXPECT_EQ(compressed(*compressor, std::string_view(around).substr(before, block.size())), expected) << before;
    }
  }
}

}  // namespace
}  // namespace wrapfeed::avro
