#include "sample_feed.h"

#include <algorithm>

#include "avro/encode.h"
#include "pipeline/session_encoder.h"
#include "simulation/model.h"

namespace wrapfeed::bench {
namespace {

constexpr std::uint64_t kSeed = 1;
constexpr base::Days kFrom = 20'089;  // 2025-01-01
constexpr std::size_t kBlockBytes = 256 * 1024;

}  // namespace

SampleFeed::SampleFeed(const SampleSize& size)
    : size_(size),
      catalog_(catalog::synthesize({.seed = kSeed, .tracks = size.tracks, .artists = size.tracks / 5})),
      artists_(catalog_),
      population_(catalog_, {.seed = kSeed, .from = kFrom}),
      world_{.seed = kSeed,
             .from = kFrom,
             .catalog = catalog_,
             .artists = artists_,
             .model = simulation::model_of(events::Population::Typical)} {
  each_user([&](simulation::Listener& listener) {
    while (listener.next_session(end(), by_user_)) {
    }
  });
  for (events::Event& event : by_user_)
    if (event.playlist_name.data() != nullptr) event.playlist_name = "a name";  // theirs lived no longer than the user
}

base::Millis SampleFeed::end() const { return (kFrom + size_.days) * base::kDay; }

template <typename Take>
void SampleFeed::each_user(Take take) const {
  simulation::Listener listener(world_);
  for (std::int64_t user = 0; user < size_.users; ++user) {
    const users::Profile profile = population_.profile(user);
    listener.begin(profile);
    take(listener);
  }
}

std::int64_t SampleFeed::simulate() const {
  std::int64_t events = 0;
  simulation::PlayedSession played;
  each_user([&](simulation::Listener& listener) {
    while (listener.next_session(end(), played)) events += played.event_count();
  });
  return events;
}

std::int64_t SampleFeed::simulate_and_encode() const {
  std::int64_t events = 0;
  simulation::PlayedSession played;
  avro::Bytes block;
  each_user([&](simulation::Listener& listener) {
    pipeline::SessionEncoder encoder(catalog_, listener);
    while (listener.next_session(end(), played)) {
      if (block.size() >= kBlockBytes) block.clear();
      const auto encoded =
          encoder.encode(played, kFrom * base::kDay, end(), block, [](base::Millis, std::byte* at) { return at; });
      events += encoded.records;
    }
  });
  return events;
}

std::vector<events::Event> SampleFeed::by_time() const {
  std::vector<events::Event> events = by_user_;
  std::ranges::stable_sort(events, {}, &events::Event::event_time);
  return events;
}

template <typename Take>
void SampleFeed::each_block(const std::vector<events::Event>& events, Take take) const {
  avro::EventEncoder encoder(catalog_.track_ids(), catalog_.artist_ids());
  avro::Bytes block;
  block.reserve(kBlockBytes + 4096);
  for (const events::Event& event : events) {
    encoder.encode(event, block);
    if (block.size() < kBlockBytes && &event != &events.back()) continue;
    take(block);
    block.clear();
  }
}

Blocks SampleFeed::encode(const std::vector<events::Event>& events) const {
  Blocks encoded;
  each_block(events, [&](const avro::Bytes& block) {
    encoded.blocks.push_back(block);
    encoded.bytes += static_cast<std::int64_t>(block.size());
  });
  encoded.events = static_cast<std::int64_t>(events.size());
  return encoded;
}

std::int64_t SampleFeed::encode_only(const std::vector<events::Event>& events) const {
  std::int64_t bytes = 0;
  each_block(events, [&](const avro::Bytes& block) { bytes += static_cast<std::int64_t>(block.size()); });
  return bytes;
}

}  // namespace wrapfeed::bench
