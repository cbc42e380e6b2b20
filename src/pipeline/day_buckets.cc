#include "pipeline/day_buckets.h"

#include <algorithm>
#include <tuple>

#include "base/check.h"

namespace wrapfeed::pipeline {

namespace {
constexpr std::size_t kChunkBytes = 4 << 20;
constexpr std::size_t kRoom = 4096;  // for the record that fills a chunk; a longer one makes it grow
}  // namespace

void DayBuckets::clear() {
  for (avro::Bytes& chunk : chunks_) chunk.clear();
  for (std::vector<Key>& keys : keys_) keys.clear();
  chunk_ = 0;
}

avro::Bytes& DayBuckets::buffer() {
  if (chunk_ < chunks_.size() && chunks_[chunk_].size() >= kChunkBytes) ++chunk_;
  if (chunk_ == chunks_.size()) chunks_.emplace_back().reserve(kChunkBytes + kRoom);
  record_begin_ = chunks_[chunk_].size();
  return chunks_[chunk_];
}

void DayBuckets::end_record(base::Millis event_time, const std::byte* end) {
  const base::Days day = base::day_of(event_time);
  const std::size_t index = static_cast<std::size_t>(day - first_);
  CHECK(index < keys_.size());
  const auto record_end = static_cast<std::size_t>(end - chunks_[chunk_].data());
  keys_[index].push_back({static_cast<std::uint32_t>(event_time - day * base::kDay), static_cast<std::uint32_t>(chunk_),
                          static_cast<std::uint32_t>(record_begin_),
                          static_cast<std::uint32_t>(record_end - record_begin_)});
  record_begin_ = record_end;
}

std::span<const DayBuckets::Key> DayBuckets::sorted(base::Days day) {
  std::vector<Key>& keys = keys_[static_cast<std::size_t>(day - first_)];
  std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) {
    return std::tie(a.ms_of_day, a.chunk, a.offset) < std::tie(b.ms_of_day, b.chunk, b.offset);
  });
  return keys;
}

}  // namespace wrapfeed::pipeline
