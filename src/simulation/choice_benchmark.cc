#include <benchmark/benchmark.h>

#include <vector>

#include "base/check.h"
#include "random/draws.h"
#include "simulation/recency.h"
#include "simulation/skip_times.h"

namespace wrapfeed::simulation {
namespace {

constexpr std::size_t kDraws = 4096;

std::vector<std::uint32_t> some_bits() {
  std::vector<std::uint32_t> bits(kDraws);
  random::Draws draws(1, random::Purpose::Play, 0);
  for (std::uint32_t& each : bits) each = draws.word();
  return bits;
}

// The draw of each of many bits.
template <typename Draw>
void run(benchmark::State& state, Draw draw) {
  const std::vector<std::uint32_t> bits = some_bits();
  for (auto _ : state) {
    std::int64_t sum = 0;
    for (const std::uint32_t each : bits) sum += draw(each);
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kDraws));
}

void recency(benchmark::State& state) {
  constexpr std::uint32_t kHistory = 20'000;
  const Recency recency(20, kHistory);
  CHECK(recency.back(0) == 0 && recency.back(0xFFFFFFFF) == kHistory - 1);
  run(state, [&](std::uint32_t bits) { return recency.back(bits); });
}
BENCHMARK(recency);

void skip_times(benchmark::State& state) {
  const SkipTimes times(1.0);
  CHECK(times.at(0) < times.at(0x80000000) && times.at(0x80000000) < times.at(0xFFFFFFFF));
  run(state, [&](std::uint32_t bits) { return times.at(bits); });
}
BENCHMARK(skip_times);

}  // namespace
}  // namespace wrapfeed::simulation
