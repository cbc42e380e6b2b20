#pragma once

#include <cstdint>
#include <vector>

#include "avro/bytes.h"
#include "catalog/catalog.h"
#include "catalog/popularity.h"
#include "catalog/synthesize.h"
#include "events/event.h"
#include "simulation/listener.h"
#include "users/profile.h"

namespace wrapfeed::bench {

struct SampleSize {
  std::int64_t users = 200;
  base::Days days = 60;
  std::uint32_t tracks = 100'000;
};

// Events as they are encoded into blocks of 256 KiB.
struct Blocks {
  std::vector<avro::Bytes> blocks;
  std::int64_t events = 0;
  std::int64_t bytes = 0;
};

// What a feed's limits are measured on: some users' real events, in memory.
class SampleFeed {
 public:
  explicit SampleFeed(const SampleSize& size);

  // All listening once more, events thrown away; returns their number.
  std::int64_t simulate() const;
  // Likewise, each session encoded as generate does, into blocks that go nowhere.
  std::int64_t simulate_and_encode() const;

  const std::vector<events::Event>& by_user() const { return by_user_; }
  std::vector<events::Event> by_time() const;  // as layout day has them
  Blocks encode(const std::vector<events::Event>& events) const;
  // The same into one buffer, over and over; returns the bytes.
  std::int64_t encode_only(const std::vector<events::Event>& events) const;

 private:
  base::Millis end() const;
  template <typename Take>
  void each_user(Take take) const;
  template <typename Take>
  void each_block(const std::vector<events::Event>& events, Take take) const;

  SampleSize size_;
  catalog::Catalog catalog_;
  catalog::ArtistSampler artists_;
  users::Population population_;
  simulation::World world_;
  std::vector<events::Event> by_user_;
};

}  // namespace wrapfeed::bench
