#include "feed/layout.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace wrapfeed::feed {
namespace {

TEST(Layout, PathsAreThoseOfTheContract) {
  EXPECT_EQ(part_path("user", 0, Format::Avro), "user/part-00000.avro");
  EXPECT_EQ(part_path("track", 123'456, Format::Parquet), "track/part-123456.parquet");
  EXPECT_EQ(day_part_path("event", 20'089, 7, Format::Csv), "event/event_date=2025-01-01/part-00007.csv");
}

TEST(Layout, NothingIsOneEmptyPart) {
  const Split nothing{5, 5, 10};
  ASSERT_EQ(nothing.parts(), 1U);
  EXPECT_EQ(nothing.part(0).first, 5);
  EXPECT_EQ(nothing.part(0).last, 5);
}

RC_GTEST_PROP(Layout, PartsCoverTheRangeOnceInOrder, ()) {
  const auto first = *rc::gen::inRange<std::int64_t>(0, 1000);
  const auto last = first + *rc::gen::inRange<std::int64_t>(1, 1000);
  const auto size = *rc::gen::inRange<std::int64_t>(1, 300);
  std::int64_t next = first;
  const Split split{first, last, size};
  for (std::uint32_t number = 0; number < split.parts(); ++number) {
    const PartRange part = split.part(number);
    RC_ASSERT(part.part == number);
    RC_ASSERT(part.first == next);
    RC_ASSERT(part.last > part.first && part.last - part.first <= size);
    next = part.last;
  }
  RC_ASSERT(next == last);
}

}  // namespace
}  // namespace wrapfeed::feed
