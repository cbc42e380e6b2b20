#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "avro/codec.h"
#include "base/time.h"

namespace wrapfeed::pipeline {

// Encoded records on their way from user order to day order. Records go into 4 MiB chunks one after the other, a key
// for each into its UTC day; a day is then sorted and read. Reused for part after part, so memory stays at that of the
// largest. One thread.
class DayBuckets {
 public:
  DayBuckets(base::Days first, base::Days days) : first_(first), keys_(static_cast<std::size_t>(days)) {}

  void clear();
  // Where to append the next records; then say of each when it happened and where in the buffer it ends. `event_time`
  // lies within the days.
  avro::Bytes& buffer();
  void end_record(base::Millis event_time, const std::byte* end);

  // Sorts one day by time, what came first first where times are equal, and calls
  // take(event_time, record) for each.
  template <typename Take>
  void each_record(base::Days day, Take take) {
    for (const Key& key : sorted(day))
      take(day * base::kDay + key.ms_of_day,
           std::span<const std::byte>(chunks_[key.chunk]).subspan(key.offset, key.length));
  }
  bool empty(base::Days day) const { return keys_[static_cast<std::size_t>(day - first_)].empty(); }

 private:
  struct Key {
    std::uint32_t ms_of_day;
    std::uint32_t chunk;
    std::uint32_t offset;
    std::uint32_t length;
  };
  std::span<const Key> sorted(base::Days day);

  base::Days first_;
  std::vector<avro::Bytes> chunks_;
  std::size_t chunk_ = 0;               // the one being filled
  std::size_t record_begin_ = 0;        // in it
  std::vector<std::vector<Key>> keys_;  // by day
};

}  // namespace wrapfeed::pipeline
