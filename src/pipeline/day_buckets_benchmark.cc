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
    buckets.begin_user();
    const base::Millis end = (kFirst + kDays) * base::kDay;
    for (base::Millis time = kFirst * base::kDay; time < end; time += 1 + draws.below(2'000'000)) {
      avro::Bytes& buffer = buckets.buffer();
      std::byte* const begin = buffer.prepare(kRecord + DayBuckets::kGap);
      std::memset(begin, 0, kRecord);
      buffer.commit(buckets.end_record(time, begin + kRecord));
    }
    buckets.end_user();
  }
}

// Takes a day's rows.
struct Part {
  avro::Bytes bytes;
  std::int64_t rows = 0;

  avro::Bytes& buffer() { return bytes; }
  void end_record() { ++rows; }
};

// Gathers all days; returns how many rows there were.
std::int64_t drain(const DayBuckets& buckets, DayOrder& order, Part& part) {
  part.rows = 0;
  for (base::Days day = kFirst; day < kFirst + kDays; ++day) {
    part.bytes.clear();
    order.clear();
    for (std::size_t user = 0; user < kUsers; ++user) order.add(buckets.of(user, day));
    const DayOrder::Times times = order.gather(day, part);
    CHECK(times.first <= times.last && part.bytes.size() % kRecord == 0);
  }
  return part.rows;
}

void rows_by_day(benchmark::State& state) {
  DayBuckets buckets(kFirst, kDays);
  DayOrder order;
  Part part;
  std::int64_t rows = 0;
  for (auto _ : state) {
    buckets.clear();
    fill(buckets);
    rows += drain(buckets, order, part);
  }
  CHECK(rows > state.iterations() * kUsers * kDays * 80);  // one in 1,000 s, by and large
  state.SetItemsProcessed(rows);
}
BENCHMARK(rows_by_day)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace wrapfeed::pipeline
