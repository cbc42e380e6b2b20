#include "planted_damage.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <stdexcept>

#include "avro/encode.h"
#include "avro/tables.h"
#include "base/file.h"
#include "catalog/popularity.h"
#include "catalog/synthesize.h"
#include "feed/layout.h"
#include "feed/part_writer.h"
#include "pipeline/generate.h"
#include "simulation/listener.h"
#include "simulation/model.h"
#include "users/profile.h"

namespace wrapfeed {

namespace fs = std::filesystem;
using events::Event;
using events::EventType;
using verification::Kind;

namespace {

feed::FeedOptions small_feed(feed::Layout layout, bool truth) {
  feed::FeedOptions options;
  options.users = options.only_users_end = kUsers;
  options.to = options.only_to = kTo;
  options.tracks = 2'000;
  options.artists = 400;
  options.layout = layout;
  options.codec = avro::Codec::Null;
  options.truth = truth;
  return options;
}

}  // namespace

const catalog::Catalog& small_catalog() {
  static const catalog::Catalog catalog = catalog::synthesize({.seed = 1, .tracks = 2'000, .artists = 400});
  return catalog;
}

SimulatedRows::SimulatedRows() {
  const catalog::ArtistSampler artists(small_catalog());
  const users::Population population(small_catalog(), {.seed = 1, .from = kFrom});
  simulation::Listener listener(
      {1, kFrom, small_catalog(), artists, simulation::model_of(events::Population::Typical)});
  simulation::SessionTrace trace;
  for (std::int64_t user = 0; user < kUsers; ++user) {
    const users::Profile profile = population.profile(user);
    listener.begin(profile);
    const std::size_t first = events.size();
    std::size_t session = first;
    while (listener.next_session(kTo * base::kDay, events, &trace)) {
      add_truth(user, trace, session);
      session = events.size();
    }
    for (std::size_t i = first; i < events.size(); ++i) {
      if (events[i].playlist_name.data()) events[i].playlist_name = names.emplace_back(events[i].playlist_name);
    }
  }
  std::erase_if(events, [](const Event& event) { return event.event_time >= kTo * base::kDay; });
}

void SimulatedRows::add_truth(std::int64_t user, const simulation::SessionTrace& trace, std::size_t first_event) {
  sessions.push_back({user, trace.session});
  std::size_t stream = 0;
  for (std::size_t i = first_event; i < events.size(); ++i) {
    if (events[i].type != EventType::Play) continue;
    if (events[i].event_time < kTo * base::kDay) streams.push_back({user, trace.streams.at(stream)});
    ++stream;
  }
}

void PlantedDamage::SetUp() {
  feed_ = fs::path(testing::TempDir()) / ("planted_damage_" + std::to_string(getpid()));
  fs::remove_all(feed_);
}

void PlantedDamage::TearDown() { fs::remove_all(feed_); }

void PlantedDamage::generate(feed::Layout layout) {
  pipeline::Counters counters;
  std::atomic<bool> stop = false;
  const pipeline::GenerateOptions options{
      .feed = small_feed(layout, truth_), .out = feed_, .start = feed::Start::Replace};
  pipeline::generate(options, small_catalog(), counters, stop);
}

void PlantedDamage::plant(const std::function<void(Events&)>& change) {
  generate();
  SimulatedRows rows;
  change(rows.events);
  feed::PartWriter part({.root = feed_, .codec = avro::Codec::Null}, "event/part-00000.avro",
                        avro::event_table().schema_json);
  avro::EventEncoder encoder(small_catalog().track_ids(), small_catalog().artist_ids());
  base::Millis first = rows.events.front().event_time, last = first;
  for (const Event& event : rows.events) {
    encoder.encode(event, part.buffer());
    part.end_record();
    first = std::min(first, event.event_time);
    last = std::max(last, event.event_time);
  }
  feed::FileEntry entry = part.finish();
  entry.min_event_time = first;
  entry.max_event_time = last;
  change_manifest([&](feed::Manifest& manifest) { manifest.add("event", {entry}); });
}

void PlantedDamage::change_manifest(const std::function<void(feed::Manifest&)>& change) const {
  feed::Manifest manifest = feed::read_manifest(feed_);
  change(manifest);
  base::write_whole(feed_ / feed::kManifestName, feed::to_json(manifest));
}

void PlantedDamage::expect_found(Kind kind) const {
  const verification::Verdict verdict = verification::verify(feed_);
  EXPECT_GT(verdict.findings.count(kind), 0) << verification::name_of(kind) << " was not found";
  EXPECT_FALSE(verdict.findings.first(kind).empty());
}

void PlantedDamage::expect_only(Kind kind) const {
  expect_found(kind);
  const verification::Findings findings = verification::verify(feed_).findings;
  for (std::size_t i = 0; i < verification::kKinds; ++i) {
    const auto other = static_cast<Kind>(i);
    if (other == kind) continue;
    EXPECT_EQ(findings.count(other), 0) << verification::name_of(other) << ": " << findings.first(other);
  }
}

Event& first_of(Events& events, EventType type, std::size_t after) {
  for (std::size_t i = after; i < events.size(); ++i) {
    if (events[i].type == type) return events[i];
  }
  throw std::runtime_error("the small feed has no event of that type");
}

std::size_t index_of(const Events& events, const Event& event) {
  return static_cast<std::size_t>(&event - events.data());
}

bool is_ending(const Event& event) { return event.ms_played >= 0; }

}  // namespace wrapfeed
