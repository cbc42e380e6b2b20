#include "pipeline/day_buckets.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <vector>

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

// What is gathered of a day from the users of one buffer.
struct Day {
  Day(const DayBuckets& buckets, std::size_t users, base::Days day) {
    for (std::size_t user = 0; user < users; ++user) order.add(buckets.of(user, day));
    if (!order.empty()) times = order.gather(day, part);
  }
  DayOrder order;
  Numbers part;
  DayOrder::Times times{};
};

using Users = std::vector<std::vector<Record>>;  // each user's records rise in time

bool before(const Record& a, const Record& b) { return a.time < b.time; }

void fill(DayBuckets& buckets, const Users& users) {
  buckets.clear();
  for (std::size_t user = 0; user < users.size(); ++user) {
    EXPECT_EQ(buckets.begin_user(), user);
    for (const Record& record : users[user]) put(buckets, record);
    buckets.end_user();
  }
}

Users some_users() {
  Users users(*rc::gen::inRange<std::size_t>(1, 5));
  std::uint32_t number = 0;
  for (std::vector<Record>& records : users) {
    const auto times = *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange<std::uint32_t>(0, 300));
    for (const std::uint32_t time : times)
      records.push_back({(100 + time % 3) * base::kDay + time / 30 * 999'983, 0, 4 + (time % 7) * 100});
    std::ranges::stable_sort(records, before);
    for (Record& record : records) record.number = number++;
  }
  return users;
}

RC_GTEST_PROP(DayBuckets, EachDayHasItsRecordsByTimeAndThenArrival, ()) {
  DayBuckets buckets(100, 3);
  fill(buckets, {{{100 * base::kDay, 0, 4}}});  // of a former part, to be forgotten
  const Users users = some_users();
  fill(buckets, users);
  for (base::Days day = 100; day < 103; ++day) {
    std::vector<Record> expected;
    for (const std::vector<Record>& records : users)
      std::ranges::copy_if(records, std::back_inserter(expected),
                           [day](const Record& record) { return base::day_of(record.time) == day; });
    std::ranges::stable_sort(expected, before);
    const Day found(buckets, users.size(), day);
    RC_ASSERT(found.part.numbers.size() == expected.size());
    RC_ASSERT(found.order.empty() == expected.empty());
    if (expected.empty()) continue;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      RC_ASSERT(found.part.numbers[i] == expected[i].number);
      RC_ASSERT(found.part.lengths[i] == expected[i].length);
    }
    RC_ASSERT(found.times.first == expected.front().time);
    RC_ASSERT(found.times.last == expected.back().time);
  }
}

// Enough for the sort by digits, with every digit of a day's milliseconds in use and many equal times.
TEST(DayBuckets, ManyRecordsComeByTimeAndThenArrival) {
  Users users(50);
  std::vector<Record> expected;
  std::uint32_t number = 0;
  for (std::vector<Record>& records : users) {
    for (std::uint32_t i = 0; i < 1'000; ++i) {
      const base::Millis time = static_cast<base::Millis>(++number * 2654435761U % 20'011) * 4'317;
      records.push_back({100 * base::kDay + time, 0, 4 + number % 300});
    }
    std::ranges::stable_sort(records, before);
    for (Record& record : records) {
      record.number = static_cast<std::uint32_t>(expected.size());
      expected.push_back(record);
    }
  }
  std::ranges::stable_sort(expected, before);
  DayBuckets buckets(100, 1);
  fill(buckets, users);
  std::vector<std::uint32_t> numbers;
  for (const Record& record : expected) numbers.push_back(record.number);
  EXPECT_EQ(Day(buckets, users.size(), 100).part.numbers, numbers);
}

TEST(DayBuckets, TheLastMillisecondOfADayIsStillIn) {
  DayBuckets buckets(100, 2);
  fill(buckets, {{{101 * base::kDay - 1, 1, 4}, {101 * base::kDay, 2, 4}}});
  EXPECT_EQ(Day(buckets, 1, 100).part.numbers, std::vector<std::uint32_t>{1});
  EXPECT_EQ(Day(buckets, 1, 101).part.numbers, std::vector<std::uint32_t>{2});
}

TEST(DayBuckets, DaysWithoutRecordsAreEmpty) {
  DayBuckets buckets(100, 5);
  fill(buckets, {{}, {{102 * base::kDay, 7, 4}}, {}});
  for (const base::Days day : {100, 101, 103, 104}) EXPECT_TRUE(Day(buckets, 3, day).order.empty()) << day;
  EXPECT_EQ(Day(buckets, 3, 102).part.numbers, std::vector<std::uint32_t>{7});
}

}  // namespace
}  // namespace wrapfeed::pipeline
