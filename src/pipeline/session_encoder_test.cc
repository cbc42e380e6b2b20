#include "pipeline/session_encoder.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "simulation/world_for_test.h"

namespace wrapfeed::pipeline {
namespace {

using simulation::WorldForTest;

struct Record {
  base::Millis event_time;
  std::vector<std::byte> bytes;
  bool operator==(const Record&) const = default;
};

std::vector<Record> straight(simulation::Listener& listener, const simulation::PlayedSession& played,
                             base::Millis begin, base::Millis end) {
  SessionEncoder encoder(WorldForTest::get().catalog, listener);
  avro::Bytes out;
  std::vector<base::Millis> times;
  std::vector<std::size_t> ends{0};
  const auto encoded = encoder.encode(played, begin, end, out, [&](base::Millis event_time, std::byte* behind) {
    times.push_back(event_time);
    ends.push_back(static_cast<std::size_t>(behind - out.data()));
    return behind;
  });
  EXPECT_EQ(encoded.records, static_cast<std::int64_t>(times.size()));
  EXPECT_EQ(ends.back(), out.size());
  EXPECT_EQ(encoded.first, times.empty() ? 0 : times.front());
  EXPECT_EQ(encoded.last, times.empty() ? 0 : times.back());
  std::vector<Record> records;
  for (std::size_t i = 0; i < times.size(); ++i) {
    records.push_back({times[i], {out.data() + ends[i], out.data() + ends[i + 1]}});
  }
  return records;
}

// The plain way: a row an event, each encoded by itself.
std::vector<Record> by_rows(simulation::Listener& listener, const simulation::PlayedSession& played, base::Millis begin,
                            base::Millis end) {
  const catalog::Catalog& catalog = WorldForTest::get().catalog;
  std::vector<events::Event> rows;
  simulation::EventWriter(listener.known(), listener.library()).write(played, rows);
  std::vector<Record> records;
  for (const events::Event& row : rows) {
    if (row.event_time < begin || row.event_time >= end) continue;
    avro::Bytes out;
    avro::EventEncoder(catalog.track_ids(), catalog.artist_ids()).encode(row, out);
    records.push_back({row.event_time, {out.begin(), out.end()}});
  }
  return records;
}

// Daylight saving time begins within these days, and their ends cut sessions and streams.
TEST(SessionEncoder, GivesTheBytesOfRowsEncodedOneByOne) {
  const auto& test = WorldForTest::get();
  const base::Millis begin = (WorldForTest::kFrom + 5) * base::kDay + 12 * base::kHour;
  const base::Millis end = (WorldForTest::kFrom + 100) * base::kDay + 19 * base::kHour;
  simulation::Listener listener(test.world);
  int compared = 0, offline = 0, changed = 0;
  for (std::int64_t user = 0; user < 60; ++user) {
    const users::Profile profile = test.population.profile(user);
    listener.begin(profile);
    simulation::PlayedSession played;
    while (listener.next_session(end, played)) {
      ASSERT_EQ(straight(listener, played, begin, end), by_rows(listener, played, begin, end));
      ++compared;
      offline += played.session.offline;
      changed += !played.actions.empty();
    }
  }
  EXPECT_GT(compared, 1000);
  EXPECT_GT(offline, 10);
  EXPECT_GT(changed, 100);
}

template <typename Spread>
std::vector<std::byte> stencilled(const simulation::PlayedSession& played, const events::Id& id) {
  avro::Bytes out;
  StreamStencil<Spread> stencil(played);
  for (const simulation::Stream& stream : played.streams) {
    stencil.begin(stream, id, [&] { return std::int64_t{stream.playlist}; });
    out.commit(stencil.put_play(stream, out.prepare(stencil.kRecord)));
    const base::Millis sought = stream.start + stream.jump_at;
    out.commit(stencil.put_mark(events::EventType::Seek, sought, stream.jump_at, out.prepare(stencil.kRecord)));
    out.commit(stencil.template put_end<false>(stream, out.prepare(stencil.kRecord)));
  }
  return {out.begin(), out.end()};
}

TEST(StreamStencil, GivesTheSameBytesInAllInstructions) {
  if (!avro::Deposit::is_there()) GTEST_SKIP() << "this processor has no BMI2";
  const auto& test = WorldForTest::get();
  simulation::Listener listener(test.world);
  for (std::int64_t user = 0; user < 20; ++user) {
    const users::Profile profile = test.population.profile(user);
    listener.begin(profile);
    simulation::PlayedSession played;
    while (listener.next_session((WorldForTest::kFrom + 60) * base::kDay, played)) {
      const events::Id& id = test.catalog.track_ids()[0];
      ASSERT_EQ(stencilled<avro::Deposit>(played, id), stencilled<avro::Shifts>(played, id));
    }
  }
}

}  // namespace
}  // namespace wrapfeed::pipeline
