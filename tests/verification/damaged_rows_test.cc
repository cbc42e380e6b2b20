// Damage to single events and to their order.
#include <algorithm>

#include "planted_damage.h"

namespace wrapfeed {
namespace {

using events::Event;
using events::EventType;
using verification::Kind;

TEST_F(PlantedDamage, TimesFall) {
  plant([](Events& events) {
    Event& like = first_of(events, EventType::Like);
    like.event_time -= 10 * base::kMinute;
  });
  expect_only(Kind::TimeNotRising);
}

TEST_F(PlantedDamage, AnEventIdIsUsedTwice) {
  plant([](Events& events) {
    Event& like = first_of(events, EventType::Like);
    like.event_id -= 1;
  });
  expect_only(Kind::EventIdNotRising);
}

TEST_F(PlantedDamage, TwoUsersShareEventIds) {
  plant([](Events& events) {
    const std::int64_t user = events.back().user_id;
    for (Event& event : events) {
      if (event.user_id != user) continue;
      event.event_id -= 1 << 24;
      if (event.stream_id != Event::kNoId) event.stream_id -= 1 << 24;
    }
  });
  expect_only(Kind::EventIdShared);
}

TEST_F(PlantedDamage, TwoUsersShareSessionIds) {
  plant([](Events& events) {
    const std::int64_t user = events.back().user_id;
    for (Event& event : events) {
      if (event.user_id == user) event.session_id -= 1 << 20;
    }
  });
  expect_only(Kind::SessionIdShared);
}

TEST_F(PlantedDamage, ASessionGoesOnAfterTheNext) {
  plant([](Events& events) {
    std::size_t i = 1;
    while (events[i].session_id == events[0].session_id) ++i;
    const std::int64_t second = events[i].session_id;
    while (events[i].session_id == second) ++i;
    for (const std::int64_t third = events[i].session_id; events[i].session_id == third; ++i) {
      events[i].session_id = events[0].session_id;
    }
  });
  expect_only(Kind::SessionResumed);
}

TEST_F(PlantedDamage, UsersStandOutOfOrder) {
  plant([](Events& events) {
    const auto next = std::find_if(events.begin(), events.end(),
                                   [&](const Event& event) { return event.user_id != events.front().user_id; });
    std::rotate(events.begin(), next, events.end());
  });
  expect_only(Kind::RowsOutOfOrder);
}

TEST_F(PlantedDamage, AnEventArrivedBeforeItHappened) {
  plant([](Events& events) { events[5].ingest_time = events[5].event_time; });
  expect_only(Kind::IngestNotAfterEvent);
}

TEST_F(PlantedDamage, AnOffsetIsNoneOfTheCountry) {
  plant([](Events& events) { events[5].utc_offset_minutes += 45; });
  expect_only(Kind::UtcOffsetWrong);
}

TEST_F(PlantedDamage, AnEventLiesOutsideTheWindow) {
  plant([](Events& events) {
    Event& last = events.back();
    last.event_time = kTo * base::kDay + base::kHour;
    last.ingest_time = last.event_time + 1;
  });
  expect_found(Kind::OutsideWindow);
}

TEST_F(PlantedDamage, AFieldIsNull) {
  plant([](Events& events) { first_of(events, EventType::Play).reason = events::Reason::None; });
  expect_only(Kind::FieldMissing);
}

TEST_F(PlantedDamage, AnUnknownUserListens) {
  plant([](Events& events) {
    const std::int64_t last = events.back().user_id;
    for (Event& event : events) {
      if (event.user_id == last) event.user_id = kUsers + 5;
    }
  });
  expect_found(Kind::UnknownUser);
}

}  // namespace
}  // namespace wrapfeed
