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
  std::byte* const begin = buffer.prepare(record.length + DayBuckets::kGap);
  std::memcpy(begin, &record.number, sizeof record.number);
  buffer.commit(buckets.end_record(record.time, begin + record.length));
}

// Takes what is gathered.
struct Numbers {
  avro::Bytes bytes;
  std::vector<std::uint32_t> numbers;

  avro::Bytes& buffer() { return bytes; }
  void end_record() {
    std::uint32_t number = 0;
    std::memcpy(&number, bytes.data(), sizeof number);
    numbers.push_back(number);
    lengths.push_back(bytes.size());
    bytes.clear();
  }
  std::vector<std::size_t> lengths;
};

std::vector<std::uint32_t> read(DayBuckets& buckets, base::Days day) {
  Numbers part;
  buckets.gather(day, part);
  return part.numbers;
}

RC_GTEST_PROP(DayBuckets, EachDayHasItsRecordsByTimeAndThenArrival, ()) {
  DayBuckets buckets(100, 3);
  put(buckets, {100 * base::kDay, 0, 4});  // of a former part, to be forgotten
  buckets.clear();
  std::map<base::Days, std::vector<Record>> expected;
  const auto times = *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange<std::uint32_t>(0, 300));
  for (std::uint32_t number = 0; number < times.size(); ++number) {
    const base::Days day = 100 + static_cast<base::Days>(times[number] % 3);
    const Record record{day * base::kDay + times[number] / 30 * 999'983, number, 4 + (times[number] % 7) * 100};
    put(buckets, record);
    expected[day].push_back(record);
  }
  for (base::Days day = 100; day < 103; ++day) {
    std::stable_sort(expected[day].begin(), expected[day].end(),
                     [](const Record& a, const Record& b) { return a.time < b.time; });
    RC_ASSERT(buckets.empty(day) == expected[day].empty());
    if (buckets.empty(day)) continue;
    Numbers part;
    const DayBuckets::Times found = buckets.gather(day, part);
    RC_ASSERT(part.numbers.size() == expected[day].size());
    for (std::size_t i = 0; i < part.numbers.size(); ++i) {
      RC_ASSERT(part.numbers[i] == expected[day][i].number);
      RC_ASSERT(part.lengths[i] == expected[day][i].length);
    }
    RC_ASSERT(found.first == expected[day].front().time);
    RC_ASSERT(found.last == expected[day].back().time);
  }
}

// Enough for the sort by digits, with every digit of a day's milliseconds in use and many equal times.
TEST(DayBuckets, ManyRecordsComeByTimeAndThenArrival) {
  DayBuckets buckets(100, 1);
  std::vector<Record> expected;
  for (std::uint32_t number = 0; number < 50'000; ++number) {
    const base::Millis time = static_cast<base::Millis>(number * 2654435761U % 20'011) * 4'317;
    expected.push_back({100 * base::kDay + time, number, 4 + number % 300});
    put(buckets, expected.back());
  }
  std::stable_sort(expected.begin(), expected.end(), [](const Record& a, const Record& b) { return a.time < b.time; });
  std::vector<std::uint32_t> numbers;
  for (const Record& record : expected) numbers.push_back(record.number);
  EXPECT_EQ(read(buckets, 100), numbers);
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
