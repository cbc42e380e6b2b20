#include "pipeline/day_buckets.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/large_vector.h"

namespace wrapfeed::pipeline {

namespace {

constexpr unsigned kDigitBits = 9;
constexpr std::size_t kDigits = 3;  // 27 bits: all of a day's milliseconds
static_assert(base::kDay <= std::int64_t{1} << (kDigitBits * kDigits));

using Counts = std::array<std::array<std::uint32_t, std::size_t{1} << kDigitBits>, kDigits>;

std::size_t digit(std::uint64_t key, std::size_t place, unsigned shift) {
  return key >> (shift + kDigitBits * place) & ((std::size_t{1} << kDigitBits) - 1);
}

// Where the keys of each digit begin.
Counts count_digits(std::span<const std::uint64_t> keys, unsigned shift) {
  Counts begins{};
  for (const std::uint64_t key : keys) {
    for (std::size_t place = 0; place < kDigits; ++place) ++begins[place][digit(key, place, shift)];
  }
  for (auto& counts : begins) {
    std::uint32_t sum = 0;
    for (std::uint32_t& count : counts) count = std::exchange(sum, sum + count);
  }
  return begins;
}

// Sorts by the bits from `shift` on, lowest digit first; what is equal stays in order.
void radix_sort(std::vector<std::uint64_t>& keys, std::vector<std::uint64_t>& spare, unsigned shift) {
  Counts begins = count_digits(keys, shift);
  spare.resize(keys.size());
  for (std::size_t place = 0; place < kDigits; ++place) {
    for (const std::uint64_t key : keys) spare[begins[place][digit(key, place, shift)]++] = key;
    keys.swap(spare);
  }
}

}  // namespace

// Fresh memory is what layout day costs most in a short feed, and gathering jumps about in it: with huge pages both
// take a fraction. What is never used takes no memory, and a part that needs more just does without.
DayBuckets::DayBuckets(base::Days first, base::Days days) : first_(first), days_(static_cast<std::size_t>(days)) {
  constexpr std::size_t kUsual = std::size_t{384} << 20;
  records_.reserve(kUsual);
  clear();
  base::prefer_huge_pages(records_.data(), kUsual);
}

void DayBuckets::clear() {
  records_.resize(kGap);  // where the first record's head goes
  head_begin_ = 0;
  begins_.clear();
}

std::size_t DayBuckets::begin_user() {
  begun_ = 0;
  return begins_.size() / (days_ + 1);
}

void DayBuckets::begin_days_until(std::size_t end) {
  CHECK(begun_ <= end && end <= days_ + 1);
  for (; begun_ < end; ++begun_) begins_.push_back(head_begin_);
}

void DayOrder::add(std::span<const std::byte> records) {
  const std::byte* const end = records.data() + records.size();
  for (const std::byte* record = records.data(); record < end;) {
    const DayBuckets::Head head = head_of(record);
    keys_.push_back(Key{head.ms} << kNumberBits | keys_.size());
    records_.push_back(record);
    record += DayBuckets::kGap + head.length;
  }
}

void DayOrder::prefetch(std::span<const std::byte> records) {
  constexpr std::size_t kLine = 64;
  constexpr int kSecondCache = 2;  // the first is too small for what is on its way
  for (std::size_t at = 0; at < records.size(); at += kLine) __builtin_prefetch(records.data() + at, 0, kSecondCache);
}

// Only the time is to be sorted by; for few keys counting digits does not pay.
void DayOrder::sort() {
  constexpr std::size_t kFew = 200;
  if (keys_.size() < kFew) {
    std::sort(keys_.begin(), keys_.end());
  } else {
    radix_sort(keys_, spare_, kNumberBits);
  }
}

}  // namespace wrapfeed::pipeline
