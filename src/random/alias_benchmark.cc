#include <benchmark/benchmark.h>

#include <vector>

#include "base/check.h"
#include "random/alias.h"
#include "random/draws.h"

namespace wrapfeed::random {
namespace {

constexpr std::size_t kDraws = 4096;

std::vector<std::uint64_t> some_bits() {
  std::vector<std::uint64_t> bits(kDraws);
  Draws draws(1, Purpose::Play, 0);
  for (std::uint64_t& each : bits) each = draws.word64();
  return bits;
}

// Choosing among so many, weights falling as 1/rank.
void pick(benchmark::State& state) {
  std::vector<double> weights(static_cast<std::size_t>(state.range(0)));
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = 1.0 / static_cast<double>(i + 1);
  const AliasTable table(weights);
  const std::vector<std::uint64_t> bits = some_bits();
  std::size_t first = 0;
  for (const std::uint64_t each : bits) first += table.pick(each) == 0;
  CHECK(first > kDraws / 40 && first < kDraws / 4);  // 1/5 of 100, 1/12 of 100,000, 1/15 of 2 million
  for (auto _ : state) {
    std::uint32_t sum = 0;
    for (const std::uint64_t each : bits) sum += table.pick(each);
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kDraws));
}
BENCHMARK(pick)->Arg(100)->Arg(100'000)->Arg(2'000'000);

}  // namespace
}  // namespace wrapfeed::random
