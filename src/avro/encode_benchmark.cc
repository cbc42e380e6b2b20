#include <benchmark/benchmark.h>

#include "avro/cursor.h"
#include "avro/decoder.h"
#include "avro/encode.h"
#include "avro/listening_for_benchmark.h"
#include "avro/plan.h"
#include "avro/primitives.h"
#include "avro/tables.h"
#include "base/check.h"

namespace wrapfeed::avro {
namespace {

void check_decodes(const Bytes& block, const ListeningForBenchmark& listening) {
  const Resolution resolution(event_table().schema, event_table().schema);
  Decoder decoder(resolution.plan());
  Cursor cursor(block);
  Row row;
  for (const events::Event& event : listening.events) {
    decoder.decode(cursor, row);
    CHECK(row[0].integer == event.event_id);
  }
  CHECK(cursor.remaining() == 0);
}

void events_to_bytes(benchmark::State& state) {
  const ListeningForBenchmark listening(1'600);
  check_decodes(listening.block(), listening);
  EventEncoder encoder(listening.track_ids, listening.artist_ids);
  Bytes out;
  for (auto _ : state) {
    out.clear();
    for (const events::Event& event : listening.events) encoder.encode(event, out);
    benchmark::DoNotOptimize(out.data());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(listening.events.size()));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(out.size()));
}
BENCHMARK(events_to_bytes)->Unit(benchmark::kMicrosecond);

std::vector<std::int64_t> numbers_of_all_sizes() {
  std::mt19937_64 generator(1);
  std::vector<std::int64_t> numbers(4096);
  for (std::int64_t& number : numbers) number = static_cast<std::int64_t>(generator() >> (9 + generator() % 54));
  return numbers;
}

void longs(benchmark::State& state) {
  const std::vector<std::int64_t> numbers = numbers_of_all_sizes();
  Bytes out;
  std::byte* const begin = out.prepare(numbers.size() * 2 * kMaxVarint);
  std::byte* at = begin;
  for (const std::int64_t number : numbers) at = put_long(at, number);
  Cursor cursor({begin, at});
  for (const std::int64_t number : numbers) CHECK(cursor.read_long() == number);
  for (auto _ : state) {
    at = begin;
    for (const std::int64_t number : numbers) at = put_long(at, number);
    benchmark::DoNotOptimize(at);
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(numbers.size()));
}
BENCHMARK(longs);

}  // namespace
}  // namespace wrapfeed::avro
