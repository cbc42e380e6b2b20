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

// Encoded records of users on their way from user order to day order: in one buffer, user after user as they come, with
// a key for each and where each user's days begin. Reused for part after part, so memory stays at that of the largest.
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
  void end_user() { begin_days_until(days_ + 1); }  // the end of the last is where the next would begin

  using Length = std::uint32_t;  // stands before each record
  static constexpr std::size_t kGap = sizeof(Length);
  static constexpr std::size_t kSlack = 32;  // bytes that may be read behind a record

  // 27 bits of milliseconds in the day, then where the record begins.
  using Key = std::uint64_t;
  static constexpr unsigned kPlaceBits = 37;
  static constexpr std::uint64_t kPlaceMask = (std::uint64_t{1} << kPlaceBits) - 1;

  // The keys of a user's records of one day.
  std::span<const Key> of(std::size_t user, base::Days day) const {
    const std::size_t* const begin = &begins_[user * (days_ + 1) + static_cast<std::size_t>(day - first_)];
    return {keys_.data() + begin[0], begin[1] - begin[0]};
  }
  const std::byte* records() const { return records_.data(); }

 private:
  void begin_days_until(std::size_t end);

  base::Days first_;
  std::size_t days_;
  avro::Bytes records_;              // each behind its length; room for kSlack behind the last
  std::vector<Key> keys_;            // in order of arrival
  std::vector<std::size_t> begins_;  // among the keys: of each user's days, and behind the last one's end
  std::size_t record_begin_ = 0;
  std::size_t begun_ = 0;  // days of the user that have begun
  base::Millis day_begin_ = 0;
};

inline std::byte* DayBuckets::end_record(base::Millis event_time, std::byte* end) {
  auto ms = static_cast<std::uint64_t>(event_time - day_begin_);
  if (ms >= base::kDay || begun_ == 0) [[unlikely]] {
    const base::Days day = base::day_of(event_time);
    CHECK(day >= first_ && static_cast<std::size_t>(day - first_) < days_ && record_begin_ <= kPlaceMask);
    begin_days_until(static_cast<std::size_t>(day - first_) + 1);
    day_begin_ = day * base::kDay;
    ms = static_cast<std::uint64_t>(event_time - day_begin_);
  }
  std::byte* const begin = records_.data() + record_begin_;
  const auto length = static_cast<Length>(end - begin);
  std::memcpy(begin - kGap, &length, kGap);
  keys_.push_back(ms << kPlaceBits | record_begin_);
  record_begin_ += length + kGap;
  return end + kGap;
}

// Puts users' records of one day in order. Keeps its memory between days. One thread.
class DayOrder {
 public:
  void clear() {
    keys_.clear();
    records_.clear();
  }
  // Records of one user, by their keys; those of the next come behind them where times are equal.
  void add(std::span<const DayBuckets::Key> keys, const std::byte* records);
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
      if (i + kAhead < keys_.size()) prefetch(record(keys_[i + kAhead]));
      append(record(keys_[i]), part.buffer());
      part.end_record();
    }
    return {day * base::kDay + ms_of_day(keys_.front()), day * base::kDay + ms_of_day(keys_.back())};
  }

 private:
  // As of DayBuckets, but with the record's number here, so that keys rise by time and then arrival.
  using Key = DayBuckets::Key;
  static constexpr std::size_t kStep = DayBuckets::kSlack;  // bytes copied at once, over a record's end
  static constexpr std::size_t kAhead = 12;                 // records that are on their way from memory

  static base::Millis ms_of_day(Key key) { return static_cast<base::Millis>(key >> DayBuckets::kPlaceBits); }
  const std::byte* record(Key key) const { return records_[key & DayBuckets::kPlaceMask]; }
  static void prefetch(const std::byte* record) {
    __builtin_prefetch(record - DayBuckets::kGap);
    __builtin_prefetch(record + 60);
  }
  static void append(const std::byte* from, avro::Bytes& out) {
    DayBuckets::Length length = 0;
    std::memcpy(&length, from - sizeof length, sizeof length);
    std::byte* const to = out.prepare(length + kStep);
    for (std::size_t done = 0; done < length; done += kStep) std::memcpy(to + done, from + done, kStep);
    out.commit(to + length);
  }
  void sort();

  std::vector<Key> keys_;
  std::vector<Key> spare_;                 // for sorting
  std::vector<const std::byte*> records_;  // in order of arrival
};

}  // namespace wrapfeed::pipeline
