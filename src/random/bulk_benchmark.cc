#include <benchmark/benchmark.h>

#include <numeric>
#include <vector>

#include "base/check.h"
#include "random/bulk.h"
#include "random/draws.h"

namespace wrapfeed::random {
namespace {

constexpr std::uint64_t kSeed = 1;
constexpr std::uint64_t kUser = 42;
constexpr std::size_t kPlays = 64;
constexpr std::size_t kBlocks = 3;  // a play
constexpr std::size_t kWords = kPlays * kBlocks * 4;

using Fill = void (*)(std::uint64_t, Purpose, std::uint64_t, std::span<const std::uint32_t>, std::size_t,
                      std::uint32_t*) noexcept;

void words(benchmark::State& state, Fill fill) {
  std::vector<std::uint32_t> out(kWords);
  std::vector<std::uint32_t> plays(kPlays);
  std::iota(plays.begin(), plays.end(), 0);
  fill(kSeed, Purpose::Play, kUser, plays, kBlocks, out.data());
  CHECK(out[4 * kBlocks + 1] == block_at(kSeed, Purpose::Play, kUser, 1)[1]);
  for (auto _ : state) {
    fill(kSeed, Purpose::Play, kUser, plays, kBlocks, out.data());
    benchmark::DoNotOptimize(out.data());
    benchmark::ClobberMemory();
    for (std::uint32_t& play : plays) play += kPlays;
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kWords));
}
BENCHMARK_CAPTURE(words, bulk, fill_words);
BENCHMARK_CAPTURE(words, bulk_plain, fill_words_plain);

void words_one_by_one(benchmark::State& state) {
  CHECK(Draws(kSeed, Purpose::Play, kUser).word() == block_at(kSeed, Purpose::Play, kUser, 0)[0]);
  std::uint32_t index = 0;
  for (auto _ : state) {
    Draws draws(kSeed, Purpose::Play, kUser, index++);
    for (int word = 0; word < 16; ++word) benchmark::DoNotOptimize(draws.word());
  }
  state.SetItemsProcessed(state.iterations() * 16);
}
BENCHMARK(words_one_by_one);

}  // namespace
}  // namespace wrapfeed::random
