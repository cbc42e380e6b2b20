#include <benchmark/benchmark.h>

#include <vector>

#include "avro/digest.h"
#include "base/check.h"

namespace wrapfeed::avro {
namespace {

// A block of 256 KiB.
void digest(benchmark::State& state) {
  const std::vector<std::byte> block(256 * 1024, std::byte{7});
  CHECK(Digest().hex() == "99aa06d3014798d86001c324468d497f");  // XXH3-128 of nothing
  Digest digest;
  for (auto _ : state) digest.update(block);
  benchmark::DoNotOptimize(digest.hex());
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(block.size()));
}
BENCHMARK(digest);

}  // namespace
}  // namespace wrapfeed::avro
