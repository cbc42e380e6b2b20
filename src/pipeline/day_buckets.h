#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "avro/bytes.h"
#include "base/check.h"
#include "base/time.h"

namespace wrapfeed::pipeline {

// Encoded records of users on their way from user order to day order: in one buffer, user after user as they come, each
// behind a head that says when it happened and how long it is, with where each user's days begin. Reused for part after
// part, so memory stays at that of the largest.
// One thread fills it; then any number may read it.
class DayBuckets {
 public:
  DayBuckets(base::Days first, base::Days days);

  void clear();
  // Begins the next user; returns their place among the users here.
  std::size_t begin_user();
  // Where to append the user's next records; say of each when it happened and where in the buffer it ends, and go on
  // where the answer is, which kGap bytes beyond must still be room for. The times lie within the days and rise.
  avro::Bytes& buffer() { return records_; }
  std::byte* end_record(base::Millis event_time, std::byte* end);
  void end_user() {
    begin_days_until(days_ + 1);  // the end of the last is where the next would begin
    records_.prepare(kSlack);
  }

  struct Head {
    std::uint32_t ms;      // of the day
    std::uint32_t length;  // of the record behind
  };
  static constexpr std::size_t kGap = sizeof(Head);
  static constexpr std::size_t kSlack = 96;  // bytes that may be read behind a record

  // A user's records of one day, with their heads.
  std::span<const std::byte> of(std::size_t user, base::Days day) const {
    const std::size_t* const begin = &begins_[user * (days_ + 1) + static_cast<std::size_t>(day - first_)];
    return {records_.data() + begin[0], begin[1] - begin[0]};
  }

 private:
  void begin_days_until(std::size_t end);

  base::Days first_;
  std::size_t days_;
  avro::Bytes records_;              // each behind its head; room for a head and kSlack behind the last
  std::vector<std::size_t> begins_;  // of each user's days in there, and behind the last one's end
  std::size_t head_begin_ = 0;       // of the next record
  std::size_t begun_ = 0;            // days of the user that have begun
  base::Millis day_begin_ = 0;
};

inline std::byte* DayBuckets::end_record(base::Millis event_time, std::byte* end) {
  auto ms = static_cast<std::uint64_t>(event_time - day_begin_);
  if (ms >= base::kDay || begun_ == 0) [[unlikely]] {
    const base::Days day = base::day_of(event_time);
    CHECK(day >= first_ && static_cast<std::size_t>(day - first_) < days_);
    begin_days_until(static_cast<std::size_t>(day - first_) + 1);
    day_begin_ = day * base::kDay;
    ms = static_cast<std::uint64_t>(event_time - day_begin_);
  }
  std::byte* const begin = records_.data() + head_begin_;
  const Head head{static_cast<std::uint32_t>(ms), static_cast<std::uint32_t>(end - begin - kGap)};
  std::memcpy(begin, &head, sizeof head);
  head_begin_ += kGap + head.length;
  return end + kGap;
}

// Puts users' records of one day in order. Keeps its memory between days. One thread.
class DayOrder {
 public:
  void clear() {
    keys_.clear();
    records_.clear();
  }
  // A user's records of the day, as DayBuckets has them; those of the next come behind them where times are equal.
  void add(std::span<const std::byte> records);
  // Calls the records of a user who comes soon from memory.
  static void prefetch(std::span<const std::byte> records);
  bool empty() const { return keys_.empty(); }

  struct Times {
    base::Millis first;
    base::Millis last;
  };
  // Appends all records, of which there are some, to part.buffer(), each followed by part.end_record(), by time.
  template <typename Part>
  Times gather(base::Days day, Part& part) {
    sort();
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      append(records_[keys_[i] & kNumberMask], part.buffer());
      part.end_record();
    }
    return {day * base::kDay + ms_of_day(keys_.front()), day * base::kDay + ms_of_day(keys_.back())};
  }

 private:
  // 27 bits of milliseconds in the day, then the record's number here: so keys rise by time and then arrival.
  using Key = std::uint64_t;
  static constexpr unsigned kNumberBits = 37;
  static constexpr Key kNumberMask = (Key{1} << kNumberBits) - 1;
  // Bytes copied at once, over a record's end: nearly all records are shorter, so no jump is guessed wrongly.
  static constexpr std::size_t kStep = DayBuckets::kSlack;

  static base::Millis ms_of_day(Key key) { return static_cast<base::Millis>(key >> kNumberBits); }
  static DayBuckets::Head head_of(const std::byte* record) {
    DayBuckets::Head head;
    std::memcpy(&head, record, sizeof head);
    return head;
  }
  static void append(const std::byte* record, avro::Bytes& out) {
    const std::size_t length = head_of(record).length;
    const std::byte* const from = record + DayBuckets::kGap;
    std::byte* const to = out.prepare(length + kStep);
    for (std::size_t done = 0; done < length; done += kStep) std::memcpy(to + done, from + done, kStep);
    out.commit(to + length);
  }
  void sort();

  std::vector<Key> keys_;
  std::vector<Key> spare_;                 // for sorting
  std::vector<const std::byte*> records_;  // with their heads, in order of arrival
};

}  // namespace wrapfeed::pipeline
