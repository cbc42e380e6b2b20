#include "random/bulk.h"

#include <immintrin.h>

#include <algorithm>

#include "base/check.h"
#include "base/processor.h"
#include "random/draws.h"

namespace wrapfeed::random {
namespace {

// Philox's four counter words at four indices, in the low halves of 64 bits; the high halves hold what is left of
// products, and no multiplication looks at them.
struct Counters {
  __m256i word[4];
};

template <std::size_t kBlocks>
[[gnu::target("avx2")]] inline void run_rounds(Counters (&counters)[kBlocks], std::uint64_t seed) {
  const __m256i multiplier0 = _mm256_set1_epi64x(kPhiloxMultiplier0);
  const __m256i multiplier1 = _mm256_set1_epi64x(kPhiloxMultiplier1);
  __m256i key0 = _mm256_set1_epi64x(static_cast<std::uint32_t>(seed));
  __m256i key1 = _mm256_set1_epi64x(static_cast<std::uint32_t>(seed >> 32));
  for (int round = 0; round < kPhiloxRounds; ++round) {
#pragma GCC unroll 4
    for (Counters& c : counters) {
      const __m256i product0 = _mm256_mul_epu32(c.word[0], multiplier0);
      const __m256i product1 = _mm256_mul_epu32(c.word[2], multiplier1);
      c.word[0] = _mm256_xor_si256(_mm256_srli_epi64(product1, 32), _mm256_xor_si256(c.word[1], key0));
      c.word[1] = product1;
      c.word[2] = _mm256_xor_si256(_mm256_srli_epi64(product0, 32), _mm256_xor_si256(c.word[3], key1));
      c.word[3] = product0;
    }
    key0 = _mm256_add_epi32(key0, _mm256_set1_epi64x(kPhiloxWeyl0));
    key1 = _mm256_add_epi32(key1, _mm256_set1_epi64x(kPhiloxWeyl1));
  }
}

// One block of each of the four indices, whose words lie `stride` apart.
[[gnu::target("avx2")]] inline void store(const Counters& c, std::size_t stride, std::uint32_t* out) {
  const __m256i first = _mm256_blend_epi32(c.word[0], _mm256_slli_epi64(c.word[1], 32), 0xAA);
  const __m256i second = _mm256_blend_epi32(c.word[2], _mm256_slli_epi64(c.word[3], 32), 0xAA);
  const __m256i even = _mm256_unpacklo_epi64(first, second);  // indices 0 and 2
  const __m256i odd = _mm256_unpackhi_epi64(first, second);   // indices 1 and 3
  const auto at = [&](std::size_t index) { return reinterpret_cast<__m128i*>(out + index * stride); };
  _mm_storeu_si128(at(0), _mm256_castsi256_si128(even));
  _mm_storeu_si128(at(1), _mm256_castsi256_si128(odd));
  _mm_storeu_si128(at(2), _mm256_extracti128_si256(even, 1));
  _mm_storeu_si128(at(3), _mm256_extracti128_si256(odd, 1));
}

template <std::size_t kBlocks>
[[gnu::target("avx2")]] void fill_blocks(std::uint64_t seed, Purpose purpose, std::uint64_t user,
                                         std::span<const std::uint32_t> indices, std::uint32_t* out) {
  const std::int64_t use = static_cast<std::int64_t>(purpose) << 16;
  const __m256i user_low = _mm256_set1_epi64x(static_cast<std::uint32_t>(user));
  const __m256i user_high = _mm256_set1_epi64x(static_cast<std::int64_t>(user >> 32));
  for (std::size_t i = 0; i < indices.size(); i += kSideBySide, out += kSideBySide * 4 * kBlocks) {
    const __m128i four = _mm_loadu_si128(reinterpret_cast<const __m128i*>(indices.data() + i));
    Counters counters[kBlocks];
    for (std::size_t block = 0; block < kBlocks; ++block) {
      const __m256i which = _mm256_set1_epi64x(use | static_cast<std::int64_t>(block));
      counters[block] = {{_mm256_cvtepu32_epi64(four), which, user_low, user_high}};
    }
    run_rounds(counters, seed);
    for (std::size_t block = 0; block < kBlocks; ++block) store(counters[block], 4 * kBlocks, out + 4 * block);
  }
}

using FillBlocks = void (*)(std::uint64_t, Purpose, std::uint64_t, std::span<const std::uint32_t>, std::uint32_t*);
constexpr FillBlocks kFillBlocks[kMostBlocks] = {fill_blocks<1>, fill_blocks<2>, fill_blocks<3>, fill_blocks<4>};

}  // namespace

void fill_words_plain(std::uint64_t seed, Purpose purpose, std::uint64_t user, std::span<const std::uint32_t> indices,
                      std::size_t blocks, std::uint32_t* out) noexcept {
  for (const std::uint32_t index : indices) {
    for (std::size_t block = 0; block < blocks; ++block) {
      const Block words = block_at(seed, purpose, user, index, static_cast<std::uint16_t>(block));
      out = std::copy(words.begin(), words.end(), out);
    }
  }
}

void fill_words(std::uint64_t seed, Purpose purpose, std::uint64_t user, std::span<const std::uint32_t> indices,
                std::size_t blocks, std::uint32_t* out) noexcept {
  CHECK(indices.size() % kSideBySide == 0 && blocks >= 1 && blocks <= kMostBlocks);
  static const bool wide = base::has_avx2();
  if (wide) return kFillBlocks[blocks - 1](seed, purpose, user, indices, out);
  fill_words_plain(seed, purpose, user, indices, blocks, out);
}

}  // namespace wrapfeed::random
