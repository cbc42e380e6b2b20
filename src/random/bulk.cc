#include "random/bulk.h"

#include <immintrin.h>

#include <algorithm>

#include "base/check.h"
#include "random/draws.h"

namespace wrapfeed::random {
namespace {

constexpr std::size_t kLanes = 16;            // blocks computed side by side
constexpr std::size_t kVectors = kLanes / 4;  // each holds four blocks' words, in the low halves of 64 bits
constexpr std::size_t kWords = 4 * kLanes;

// Philox's four counter words of four blocks.
struct Counters {
  __m256i word[4];
};

[[gnu::target("avx2")]] inline void run_rounds(Counters (&counters)[kVectors], std::uint64_t seed) {
  const __m256i multiplier0 = _mm256_set1_epi64x(kPhiloxMultiplier0);
  const __m256i multiplier1 = _mm256_set1_epi64x(kPhiloxMultiplier1);
  auto key0 = static_cast<std::uint32_t>(seed);
  auto key1 = static_cast<std::uint32_t>(seed >> 32);
  for (int round = 0; round < kPhiloxRounds; ++round) {
    const __m256i low = _mm256_set1_epi64x(key0);
    const __m256i high = _mm256_set1_epi64x(key1);
    for (Counters& c : counters) {  // the high halves hold what is left of products: no multiplication looks at them
      const __m256i product0 = _mm256_mul_epu32(c.word[0], multiplier0);
      const __m256i product1 = _mm256_mul_epu32(c.word[2], multiplier1);
      c.word[0] = _mm256_xor_si256(_mm256_srli_epi64(product1, 32), _mm256_xor_si256(c.word[1], low));
      c.word[1] = product1;
      c.word[2] = _mm256_xor_si256(_mm256_srli_epi64(product0, 32), _mm256_xor_si256(c.word[3], high));
      c.word[3] = product0;
    }
    key0 += kPhiloxWeyl0;
    key1 += kPhiloxWeyl1;
  }
}

// The four blocks one after the other.
[[gnu::target("avx2")]] inline void store(const Counters& c, std::uint32_t* out) {
  const __m256i first = _mm256_blend_epi32(c.word[0], _mm256_slli_epi64(c.word[1], 32), 0xAA);
  const __m256i second = _mm256_blend_epi32(c.word[2], _mm256_slli_epi64(c.word[3], 32), 0xAA);
  const __m256i even = _mm256_unpacklo_epi64(first, second);  // blocks 0 and 2
  const __m256i odd = _mm256_unpackhi_epi64(first, second);   // blocks 1 and 3
  auto* at = reinterpret_cast<__m256i*>(out);
  _mm256_storeu_si256(at, _mm256_permute2x128_si256(even, odd, 0x20));
  _mm256_storeu_si256(at + 1, _mm256_permute2x128_si256(even, odd, 0x31));
}

[[gnu::target("avx2")]] void fill_words_avx2(std::uint64_t seed, Purpose purpose, std::uint64_t user,
                                             std::uint32_t first, std::uint16_t blocks, std::span<std::uint32_t> out) {
  const auto use = static_cast<std::uint32_t>(purpose) << 16;
  std::uint32_t index = first;
  std::uint32_t block = 0;
  for (std::size_t done = 0; done < out.size(); done += kWords) {
    Counters counters[kVectors];
    for (Counters& c : counters) {
      alignas(32) std::uint64_t indices[4];
      alignas(32) std::uint64_t uses[4];
      for (std::size_t lane = 0; lane < 4; ++lane) {
        indices[lane] = index;
        uses[lane] = use | block;
        if (++block == blocks) block = 0, ++index;
      }
      c = {{_mm256_load_si256(reinterpret_cast<const __m256i*>(indices)),
            _mm256_load_si256(reinterpret_cast<const __m256i*>(uses)),
            _mm256_set1_epi64x(static_cast<std::uint32_t>(user)),
            _mm256_set1_epi64x(static_cast<std::int64_t>(user >> 32))}};
    }
    run_rounds(counters, seed);
    for (std::size_t i = 0; i < kVectors; ++i) store(counters[i], out.data() + done + 16 * i);
  }
}

}  // namespace

void fill_words_plain(std::uint64_t seed, Purpose purpose, std::uint64_t user, std::uint32_t first,
                      std::uint16_t blocks, std::span<std::uint32_t> out) noexcept {
  for (std::size_t done = 0; done < out.size(); done += 4) {
    const std::size_t number = done / 4;
    const Block block = block_at(seed, purpose, user, first + static_cast<std::uint32_t>(number / blocks),
                                 static_cast<std::uint16_t>(number % blocks));
    std::copy(block.begin(), block.end(), out.begin() + static_cast<std::ptrdiff_t>(done));
  }
}

void fill_words(std::uint64_t seed, Purpose purpose, std::uint64_t user, std::uint32_t first, std::uint16_t blocks,
                std::span<std::uint32_t> out) noexcept {
  CHECK(out.size() % kWords == 0);
  static const bool wide = __builtin_cpu_supports("avx2") != 0;
  (wide ? fill_words_avx2 : fill_words_plain)(seed, purpose, user, first, blocks, out);
}

}  // namespace wrapfeed::random
