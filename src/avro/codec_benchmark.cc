#include <benchmark/benchmark.h>

#include <algorithm>

#include "avro/codec.h"
#include "avro/deflate.h"
#include "avro/listening_for_benchmark.h"
#include "base/check.h"

namespace wrapfeed::avro {
namespace {

using Make = std::unique_ptr<Compressor> (*)();

void rates(benchmark::State& state, std::size_t records, std::size_t bytes, std::size_t compressed) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(records));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
  state.counters["B/event"] = static_cast<double>(compressed) / static_cast<double>(records);
}

void check_round_trip(Codec codec, std::span<const std::byte> compressed, std::span<const std::byte> block) {
  Bytes back;
  decompress(codec, compressed, block.size(), back);
  CHECK(std::ranges::equal(back, block));
}

// A block of about 256 KiB.
void compress(benchmark::State& state, Codec codec, Make make) {
  const ListeningForBenchmark listening(1'600);
  const Bytes block = listening.block();
  const auto compressor = make();
  const std::size_t size = compressor->compress(block).size();
  check_round_trip(codec, compressor->compress(block), block);
  for (auto _ : state) benchmark::DoNotOptimize(compressor->compress(block).data());
  rates(state, listening.events.size(), block.size(), size);
}
template <Codec codec>
std::unique_ptr<Compressor> make() {
  return make_compressor(codec);
}
BENCHMARK_CAPTURE(compress, deflate, Codec::Deflate, make<Codec::Deflate>)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(compress, deflate_of_libdeflate, Codec::Deflate, make_libdeflate_compressor)
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(compress, snappy, Codec::Snappy, make<Codec::Snappy>)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(compress, zstandard, Codec::Zstandard, make<Codec::Zstandard>)->Unit(benchmark::kMicrosecond);

void uncompress(benchmark::State& state, Codec codec) {
  const ListeningForBenchmark listening(1'600);
  const Bytes block = listening.block();
  const auto compressor = make_compressor(codec);
  const auto compressed = compressor->compress(block);
  check_round_trip(codec, compressed, block);
  Bytes out;
  for (auto _ : state) {
    decompress(codec, compressed, block.size(), out);
    benchmark::DoNotOptimize(out.data());
  }
  rates(state, listening.events.size(), block.size(), compressed.size());
}
BENCHMARK_CAPTURE(uncompress, deflate, Codec::Deflate)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(uncompress, snappy, Codec::Snappy)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(uncompress, zstandard, Codec::Zstandard)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace wrapfeed::avro
