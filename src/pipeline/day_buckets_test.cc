#include "pipeline/day_buckets.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstring>
#include <map>

namespace wrapfeed::pipeline {
namespace {

struct Record {
  base::Millis time;
  std::uint32_t number;  // in order of arrival
  std::uint32_t length;  // of the record, at least that of its number
};

void put(DayBuckets& buckets, const Record& record) {
  avro::Bytes& buffer = buckets.buffer();
  const std::size_t begin = buffer.size();
  buffer.resize(begin + record.length);
  std::memcpy(buffer.data() + begin, &record.number, sizeof record.number);
  buckets.end_record(record.time, buckets.buffer().end());
}

std::vector<std::uint32_t> read(DayBuckets& buckets, base::Days day) {
  std::vector<std::uint32_t> numbers;
  buckets.each_record(day, [&](base::Millis, std::span<const std::byte> bytes) {
    std::uint32_t number = 0;
    std::memcpy(&number, bytes.data(), sizeof number);
    numbers.push_back(number);
  });
  return numbers;
}

RC_GTEST_PROP(DayBuckets, EachDayHasItsRecordsByTimeAndThenArrival, ()) {
  DayBuckets buckets(100, 3);
  put(buckets, {100 * base::kDay, 0, 4});  // of a former part, to be forgotten
  buckets.clear();
  std::map<base::Days, std::vector<Record>> expected;
  const auto times = *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange<std::uint32_t>(0, 300));
  for (std::uint32_t number = 0; number < times.size(); ++number) {
    const base::Days day = 100 + static_cast<base::Days>(times[number] % 3);
    // Long records, so that chunks fill up.
    const Record record{day * base::kDay + times[number] / 30, number, 4 + (times[number] % 7) * 100'000};
    put(buckets, record);
    expected[day].push_back(record);
  }
  for (base::Days day = 100; day < 103; ++day) {
    std::stable_sort(expected[day].begin(), expected[day].end(),
                     [](const Record& a, const Record& b) { return a.time < b.time; });
    std::vector<std::uint32_t> numbers;
    for (const Record& record : expected[day]) numbers.push_back(record.number);
    RC_ASSERT(buckets.empty(day) == numbers.empty());
    RC_ASSERT(read(buckets, day) == numbers);
  }
}

TEST(DayBuckets, TheLastMillisecondOfADayIsStillIn) {
  DayBuckets buckets(100, 2);
  put(buckets, {101 * base::kDay - 1, 1, 4});
  put(buckets, {101 * base::kDay, 2, 4});
  EXPECT_EQ(read(buckets, 100), std::vector<std::uint32_t>{1});
  EXPECT_EQ(read(buckets, 101), std::vector<std::uint32_t>{2});
}

}  // namespace
}  // namespace wrapfeed::pipeline
