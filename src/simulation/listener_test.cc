#include "simulation/listener.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <tuple>

#include "simulation/world_for_test.h"
#include "users/trips.h"

namespace wrapfeed::simulation {
namespace {

using events::Event;
using events::EventType;

constexpr base::Days kFrom = WorldForTest::kFrom;

bool same(const Event& a, const Event& b) {
  const auto key = [](const Event& e) {
    return std::tuple(e.event_id, e.event_time, e.ingest_time, e.user_id, e.session_id, e.stream_id, e.playlist_id,
                      e.track, e.artist, e.position_ms, e.ms_played, e.utc_offset_minutes, e.type, e.reason, e.source,
                      e.platform, e.shuffle, e.offline, e.private_session, e.country);
  };
  return key(a) == key(b);
}

bool is_ending(EventType type) {
  return type == EventType::Skip || type == EventType::Complete || type == EventType::Stop;
}

void expect_prefix(const std::vector<Event>& shorter, const std::vector<Event>& longer) {
  ASSERT_LE(shorter.size(), longer.size());
  for (std::size_t i = 0; i < shorter.size(); ++i) ASSERT_TRUE(same(shorter[i], longer[i])) << "event " << i;
}

TEST(Listener, ALaterEndChangesNoEarlierEvent) {
  const auto& test = WorldForTest::get();
  for (std::int64_t user = 0; user < 20; ++user) expect_prefix(test.listen(user, 20), test.listen(user, 90));
}

TEST(Listener, GoesOnWhereItStopped) {
  const auto& test = WorldForTest::get();
  for (std::int64_t user = 0; user < 20; ++user) {
    Listener listener(test.world);
    const users::Profile profile = test.population.profile(user);
    listener.begin(profile);
    std::vector<Event> events;
    for (base::Days day = 1; day <= 60; ++day) {
      while (listener.next_session((kFrom + day) * base::kDay, events)) {
      }
    }
    const std::vector<Event> at_once = test.listen(user, 60);
    ASSERT_EQ(events.size(), at_once.size());
    expect_prefix(events, at_once);
  }
}

TEST(Listener, DoesNotRememberTheUserBefore) {
  const auto& test = WorldForTest::get();
  Listener listener(test.world);
  std::vector<Event> events;
  const users::Profile first = test.population.profile(3);
  listener.begin(first);
  for (int i = 0; i < 50 && listener.next_session((kFrom + 90) * base::kDay, events); ++i) {
  }
  events.clear();
  const users::Profile second = test.population.profile(11);
  listener.begin(second);
  while (listener.next_session((kFrom + 30) * base::kDay, events)) {
  }
  const std::vector<Event> fresh = test.listen(11, 30);
  ASSERT_EQ(events.size(), fresh.size());
  expect_prefix(events, fresh);
}

TEST(Listener, IdsAndTimesRiseAndSessionsDoNotOverlap) {
  const auto& test = WorldForTest::get();
  for (std::int64_t user = 0; user < 40; ++user) {
    const std::vector<Event> events = test.listen(user, 120);
    for (std::size_t i = 1; i < events.size(); ++i) {
      ASSERT_EQ(events[i].event_id, events[i - 1].event_id + 1);
      ASSERT_GT(events[i].event_time, events[i - 1].event_time);
      ASSERT_GE(events[i].session_id, events[i - 1].session_id);
      if (events[i].session_id == events[i - 1].session_id) continue;
      ASSERT_GE(events[i].event_time - events[i - 1].event_time, 30 * base::kMinute);
    }
  }
}

TEST(Listener, EveryStreamIsPlayedPausedResumedAndEndedInTurn) {
  const auto& test = WorldForTest::get();
  for (std::int64_t user = 0; user < 40; ++user) {
    const Event* play = nullptr;
    bool playing = false;
    std::int64_t heard = 0, position = 0, since = 0;
    for (const Event& event : test.listen(user, 120)) {
      if (event.position_ms < 0) continue;
      if (event.type == EventType::Play) {
        ASSERT_EQ(play, nullptr);
        ASSERT_EQ(event.stream_id, event.event_id);
        play = &event, playing = true, heard = position = 0, since = event.event_time;
        continue;
      }
      ASSERT_NE(play, nullptr);
      ASSERT_EQ(event.stream_id, play->event_id);
      ASSERT_EQ(event.track, play->track);
      if (playing) heard += event.event_time - since, position += event.event_time - since;
      since = event.event_time;
      ASSERT_EQ(playing, event.type != EventType::Resume);
      if (event.type == EventType::Seek) position = event.position_ms;
      ASSERT_EQ(event.position_ms, position);
      ASSERT_GE(position, 0);
      ASSERT_LE(position, test.catalog.track_row(event.track).duration_ms);
      playing = event.type != EventType::Pause;
      if (!is_ending(event.type)) continue;
      ASSERT_EQ(event.ms_played, heard);
      if (event.type == EventType::Complete) {
        ASSERT_EQ(position, test.catalog.track_row(event.track).duration_ms);
      }
      play = nullptr;
    }
  }
}

TEST(Listener, PlaysNothingBeforeItsReleaseOrBeforeRegistration) {
  const auto& test = WorldForTest::get();
  int new_releases = 0;
  for (std::int64_t user = 0; user < 60; ++user) {
    const std::int64_t registered = test.population.profile(user).row.registered_at;
    for (const Event& event : test.listen(user, 200)) {
      ASSERT_GE(event.event_time, registered);
      if (event.type != EventType::Play) continue;
      const base::Days released = test.catalog.track_row(event.track).release_day;
      ASSERT_LE(released, base::day_of(event.event_time));
      ASSERT_LE(released, base::day_of(event.event_time + event.utc_offset_minutes * base::kMinute));
      new_releases += released >= kFrom;
    }
  }
  EXPECT_GT(new_releases, 20);
}

// A flight west once took a listener back before the release of the track that was playing.
TEST(Listener, ReleasesStayOutWhenFlyingWest) {
  const auto& test = WorldForTest::get();
  for (std::int64_t user = 0; user < 150; ++user) {
    for (const Event& event : test.listen(user, 360)) {
      if (event.type != EventType::Play) continue;
      ASSERT_LE(test.catalog.track_row(event.track).release_day, base::day_of(event.event_time - 12 * base::kHour));
    }
  }
}

// An artist of the moment without any track that is out once ended in a division by zero.
TEST(Listener, ListensInACatalogOfFewReleases) {
  const catalog::Catalog catalog = catalog::synthesize({.seed = 4, .tracks = 600, .artists = 300});
  const catalog::ArtistSampler artists(catalog);
  constexpr base::Days kEarly = 12'000;  // 2002: most of the catalog is not out yet
  const users::Population population(catalog, {.seed = 4, .from = kEarly});
  const World world{4, kEarly, catalog, artists, model_of(events::Population::Typical)};
  Listener listener(world);
  std::vector<Event> events;
  for (std::int64_t user = 0; user < 200; ++user) {
    const users::Profile profile = population.profile(user);
    listener.begin(profile);
    while (listener.next_session((kEarly + 30) * base::kDay, events)) {
    }
  }
  EXPECT_GT(events.size(), 10'000u);
  for (const Event& event : events) {
    if (event.type != EventType::Play) continue;
    ASSERT_LE(catalog.track_row(event.track).release_day, base::day_of(event.event_time));
  }
}

TEST(Listener, EveryKindOfEventHappens) {
  const auto& test = WorldForTest::get();
  std::map<EventType, int> seen;
  for (std::int64_t user = 0; user < 150; ++user) {
    for (const Event& event : test.listen(user, 180)) ++seen[event.type];
  }
  for (int type = 1; type <= static_cast<int>(EventType::Unfollow); ++type) {
    EXPECT_GT(seen[static_cast<EventType>(type)], 0) << "event type " << type;
  }
}

TEST(Listener, LibraryChangesFollowFromEarlierOnes) {
  const auto& test = WorldForTest::get();
  for (std::int64_t user = 0; user < 60; ++user) {
    std::set<std::uint32_t> liked, followed;
    std::set<std::int64_t> playlists;
    std::set<std::pair<std::int64_t, std::uint32_t>> on;
    for (const Event& event : test.listen(user, 180)) {
      switch (event.type) {
        case EventType::Like:
          ASSERT_TRUE(liked.insert(event.track).second);
          break;
        case EventType::Unlike:
          ASSERT_TRUE(liked.erase(event.track));
          break;
        case EventType::Follow:
          ASSERT_TRUE(followed.insert(event.artist).second);
          break;
        case EventType::Unfollow:
          ASSERT_TRUE(followed.erase(event.artist));
          break;
        case EventType::PlaylistCreate:
          ASSERT_TRUE(playlists.insert(event.playlist_id).second);
          break;
        case EventType::PlaylistAdd:
          ASSERT_TRUE(playlists.contains(event.playlist_id));
          ASSERT_TRUE(on.emplace(event.playlist_id, event.track).second);
          break;
        case EventType::PlaylistRemove:
          ASSERT_TRUE(on.erase({event.playlist_id, event.track}));
          break;
        case EventType::Play:
          ASSERT_EQ(event.source == events::Source::Playlist, event.playlist_id != Event::kNoId);
          ASSERT_TRUE(event.playlist_id == Event::kNoId || on.contains({event.playlist_id, event.track}));
          break;
        default:
          break;
      }
    }
  }
}

TEST(Listener, AnAlbumRunIsThatAlbumInOrder) {
  const auto& test = WorldForTest::get();
  int in_order = 0, album_plays = 0;
  for (std::int64_t user = 0; user < 60; ++user) {
    std::uint32_t before = Event::kNoNumber;
    std::int64_t session = -1;
    auto source_before = events::Source::None;
    for (const Event& event : test.listen(user, 120)) {
      if (event.type != EventType::Play) continue;
      if (event.source == events::Source::Album) {
        ++album_plays;
        ASSERT_FALSE(event.shuffle);
        const bool goes_on = event.track == before + 1 && test.catalog.album_first(event.track) != event.track;
        const bool put_on = source_before != events::Source::Album || event.reason == events::Reason::Clickrow ||
                            event.session_id != session;
        ASSERT_TRUE(goes_on || put_on || event.track == before) << "user " << user << ", event " << event.event_id;
        in_order += goes_on;
      }
      before = event.track;
      source_before = event.source;
      session = event.session_id;
    }
  }
  EXPECT_GT(album_plays, 500);
  EXPECT_GT(in_order, album_plays / 4);
}

TEST(Listener, OfflineEventsArriveLateAndInOrder) {
  const auto& test = WorldForTest::get();
  int offline = 0;
  for (std::int64_t user = 0; user < 80; ++user) {
    for (const Event& event : test.listen(user, 120)) {
      ASSERT_GT(event.ingest_time, event.event_time);
      if (!event.offline) {
        ASSERT_LT(event.ingest_time - event.event_time, base::kMinute);
        continue;
      }
      ++offline;
      ASSERT_GT(event.ingest_time - event.event_time, base::kMinute);
    }
  }
  EXPECT_GT(offline, 100);
}

TEST(Listener, LocalTimeIsRightAcrossDaylightSavingTimeAndTrips) {
  const auto& test = WorldForTest::get();
  std::set<std::string_view> changed;
  int events = 0, away = 0;
  for (std::int64_t user = 0; user < 80; ++user) {
    const users::Profile profile = test.population.profile(user);
    users::Itinerary itinerary;
    itinerary.begin(WorldForTest::kSeed, user, profile.row.country, profile.zone);
    std::set<int> offsets;
    for (const Event& event : test.listen(user, 200)) {
      // The listening day begins at four; near it, or across a flight, either day's place is right.
      const base::Millis local = event.event_time + event.utc_offset_minutes * base::kMinute;
      bool right = false;
      for (base::Days day = base::day_of(local) - 1; day <= base::day_of(local) + 1; ++day) {
        const users::Place* place = itinerary.away_on(day);
        const base::Zone& zone = place ? *place->zone : *profile.zone;
        right = right || (event.utc_offset_minutes == zone.offset_minutes(event.event_time) &&
                          event.country == (place ? place->country : profile.row.country));
      }
      ASSERT_TRUE(right) << "user " << user << ", event " << event.event_id;
      ++events;
      away += event.country != profile.row.country;
      if (event.country == profile.row.country) offsets.insert(event.utc_offset_minutes);
    }
    if (offsets.size() > 1) changed.insert(profile.zone->name());
  }
  EXPECT_GT(changed.size(), 5u);
  EXPECT_NEAR(static_cast<double>(away) / events, 0.035, 0.025);
}

}  // namespace
}  // namespace wrapfeed::simulation
