#include <benchmark/benchmark.h>

#include "base/check.h"
#include "pipeline/day_buckets.h"
#include "random/draws.h"

namespace wrapfeed::pipeline {
namespace {

constexpr base::Days kFirst = 20'089;
constexpr base::Days kDays = 30;
constexpr std::int64_t kUsers = 100;
constexpr std::size_t kRecord = 77;  // bytes, as rows have on the average

// Some users' rows, each user's rising in time.
void fill(DayBuckets& buckets) {
  for (std::int64_t user = 0; user < kUsers; ++user) {
    random::Draws draws(1, random::Purpose::Play, static_cast<std::uint64_t>(user));
    const base::Millis end = (kFirst + kDays) * base::kDay;
    for (base::Millis time = kFirst * base::kDay; time < end; time += 1 + draws.below(2'000'000)) {
      avro::Bytes& buffer = buckets.buffer();
      std::memset(buffer.prepare(kRecord), 0, kRecord);
      buffer.commit(buffer.end() + kRecord);
      buckets.end_record(time);
    }
  }
}

// Reads all days; returns how many rows there were.
std::int64_t drain(DayBuckets& buckets, avro::Bytes& out) {
  std::int64_t rows = 0;
  for (base::Days day = kFirst; day < kFirst + kDays; ++day) {
    base::Millis last = 0;
    out.clear();
    buckets.each_record(day, [&](base::Millis time, std::span<const std::byte> record) {
      CHECK(time >= last && record.size() == kRecord);
      last = time;
      out.append(record);
      ++rows;
    });
  }
  return rows;
}

void rows_by_day(benchmark::State& state) {
  DayBuckets buckets(kFirst, kDays);
  avro::Bytes out;
  std::int64_t rows = 0;
  for (auto _ : state) {
    buckets.clear();
    fill(buckets);
    rows += drain(buckets, out);
  }
  CHECK(rows > state.iterations() * kUsers * kDays * 80);  // one in 1,000 s, by and large
  state.SetItemsProcessed(rows);
}
BENCHMARK(rows_by_day)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace wrapfeed::pipeline
