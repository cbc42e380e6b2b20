#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "avro/bytes.h"
#include "base/time.h"

namespace wrapfeed::pipeline {

// Encoded records on their way from user order to day order. Records go one behind the other into one buffer, a key of
// 8 bytes for each into its UTC day; a day is then sorted and gathered. Reused for part after part, so memory stays at
// that of the largest. One thread.
class DayBuckets {
 public:
  DayBuckets(base::Days first, base::Days days);

  void clear();
  // Where to append the next records; say of each when it happened and where in the buffer it ends, and go on where the
  // answer is, which kGap bytes beyond must still be room for. `event_time` lies within the days.
  avro::Bytes& buffer() { return records_; }
  std::byte* end_record(base::Millis event_time, std::byte* end);
  static constexpr std::size_t kGap = sizeof(std::uint32_t);  // between records: the length of the second

  bool empty(base::Days day) const { return keys_of(day).empty(); }
  struct Times {
    base::Millis first;
    base::Millis last;
  };
  // Appends the records of a day that is not empty to part.buffer(), each followed by part.end_record(): by time, what
  // came first first where times are equal.
  template <typename Part>
  Times gather(base::Days day, Part& part) {
    const std::span<const Key> keys = sorted(day);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (i + kAhead < keys.size()) prefetch(keys[i + kAhead]);
      append(keys[i], part.buffer());
      part.end_record();
    }
    return {day * base::kDay + ms_of_day(keys.front()), day * base::kDay + ms_of_day(keys.back())};
  }

 private:
  // 27 bits of milliseconds in the day, then where the record begins, so that keys rise by time and then arrival.
  using Key = std::uint64_t;
  static constexpr unsigned kPlaceBits = 37;
  static constexpr std::size_t kStep = 32;   // bytes copied at once, over a record's end
  static constexpr std::size_t kAhead = 12;  // records that are on their way from memory

  static base::Millis ms_of_day(Key key) { return static_cast<base::Millis>(key >> kPlaceBits); }
  const std::byte* record(Key key) const { return records_.data() + (key & ((Key{1} << kPlaceBits) - 1)); }

  void prefetch(Key key) const {
    __builtin_prefetch(record(key) - kGap);
    __builtin_prefetch(record(key) + 60);
  }

  void append(Key key, avro::Bytes& out) const {
    const std::byte* const from = record(key);
    std::uint32_t length = 0;
    std::memcpy(&length, from - kGap, kGap);
    std::byte* const to = out.prepare(length + kStep);
    for (std::size_t done = 0; done < length; done += kStep) std::memcpy(to + done, from + done, kStep);
    out.commit(to + length);
  }

  const std::vector<Key>& keys_of(base::Days day) const { return keys_[static_cast<std::size_t>(day - first_)]; }
  std::span<const Key> sorted(base::Days day);

  base::Days first_;
  avro::Bytes records_;  // each behind its length; room for a step behind the last
  std::size_t record_begin_ = 0;
  std::vector<std::vector<Key>> keys_;  // by day
  std::vector<Key> spare_;              // for sorting
};

}  // namespace wrapfeed::pipeline
