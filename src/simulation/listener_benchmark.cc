#include <benchmark/benchmark.h>

#include "base/check.h"
#include "simulation/listener.h"
#include "simulation/world_for_test.h"

namespace wrapfeed::simulation {
namespace {

// A user's events of so many days, sessions thrown away.
std::int64_t listen(Listener& listener, const users::Profile& profile, base::Days days, PlayedSession& session) {
  std::int64_t events = 0;
  listener.begin(profile);
  while (listener.next_session((WorldForTest::kFrom + days) * base::kDay, session)) events += session.event_count();
  return events;
}

// One user after the other, 5,000 tracks; items are events.
void listening(benchmark::State& state) {
  const WorldForTest& world = WorldForTest::get();
  const auto days = static_cast<base::Days>(state.range(0));
  Listener listener(world.world);
  PlayedSession session;
  CHECK(listen(listener, world.population.profile(0), 30, session) ==
        static_cast<std::int64_t>(world.listen(0, 30).size()));
  std::int64_t events = 0;
  std::int64_t user = 0;
  for (auto _ : state) events += listen(listener, world.population.profile(user++), days, session);
  state.SetItemsProcessed(events);
}
BENCHMARK(listening)->Arg(30)->Arg(365)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace wrapfeed::simulation
