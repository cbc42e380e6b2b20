// Damage to what is played and to what is done with it: streams, likes, playlists.
#include "planted_damage.h"

namespace wrapfeed {
namespace {

using events::Event;
using events::EventType;
using verification::Kind;

TEST_F(PlantedDamage, AStreamNeverEnds) {
  plant([](Events& events) {
    const Event& skip = first_of(events, EventType::Skip);
    events.erase(events.begin() + static_cast<std::ptrdiff_t>(index_of(events, skip)));
  });
  expect_only(Kind::StreamNotEnded);
}

TEST_F(PlantedDamage, AStreamEndsWithAnotherTrack) {
  plant([](Events& events) {
    Event& skip = first_of(events, EventType::Skip);
    skip.track = skip.track == 0 ? 1 : 0;
  });
  expect_only(Kind::StreamMixed);
}

TEST_F(PlantedDamage, ASkipClaimsTheTrackWasDone) {
  plant([](Events& events) { first_of(events, EventType::Skip).reason = events::Reason::Trackdone; });
  expect_only(Kind::EndingWithoutReason);
}

TEST_F(PlantedDamage, AStreamHasNoPlay) {
  plant([](Events& events) {
    const Event& play = first_of(events, EventType::Play, 100);
    events.erase(events.begin() + static_cast<std::ptrdiff_t>(index_of(events, play)));
  });
  expect_found(Kind::StreamWithoutPlay);
}

TEST_F(PlantedDamage, AStreamEndsTwice) {
  plant([](Events& events) {
    const std::size_t at = index_of(events, first_of(events, EventType::Complete));
    for (std::size_t i = at + 1; i < events.size() && events[i].user_id == events[at].user_id; ++i)
      ++events[i].event_id;
    for (Event& event : events) {
      if (event.stream_id > events[at].event_id) ++event.stream_id;
    }
    Event again = events[at];
    again.event_id += 1;
    again.event_time += 1;
    events.insert(events.begin() + static_cast<std::ptrdiff_t>(at) + 1, again);
  });
  expect_found(Kind::EventAfterEnd);
}

TEST_F(PlantedDamage, APauseHasNoResume) {
  plant([](Events& events) {
    const Event& resume = first_of(events, EventType::Resume);
    events.erase(events.begin() + static_cast<std::ptrdiff_t>(index_of(events, resume)));
  });
  expect_found(Kind::PauseResumeOutOfTurn);
}

TEST_F(PlantedDamage, MsPlayedIsOffByOne) {
  plant([](Events& events) { first_of(events, EventType::Skip).ms_played += 1; });
  expect_only(Kind::MsPlayedDiffers);
}

TEST_F(PlantedDamage, ThePlayheadIsOffByOne) {
  plant([](Events& events) { first_of(events, EventType::Skip).position_ms += 1; });
  expect_only(Kind::PositionImpossible);
}

TEST_F(PlantedDamage, ACompleteHasNotHeardTheEnd) {
  plant([](Events& events) {
    const std::size_t stop = index_of(events, first_of(events, EventType::Stop));
    events[stop].type = EventType::Complete;
    events[stop].reason = events::Reason::Trackdone;
  });
  expect_only(Kind::CompleteBeforeTheEnd);
}

TEST_F(PlantedDamage, ATrackIsPlayedBeforeItsRelease) {
  plant([](Events& events) {
    std::uint32_t unreleased = 0;
    while (small_catalog().track_row(unreleased).release_day < kTo) ++unreleased;
    for (std::size_t i = 0; i < events.size(); ++i) {
      if (events[i].type != EventType::Play || !is_ending(events[i + 1])) continue;
      events[i].track = events[i + 1].track = unreleased;
      events[i + 1].type = EventType::Stop;
      break;
    }
  });
  expect_found(Kind::BeforeRelease);
}

TEST_F(PlantedDamage, APlaylistWasNeverCreated) {
  plant([](Events& events) {
    const Event& create = first_of(events, EventType::PlaylistCreate);
    events.erase(events.begin() + static_cast<std::ptrdiff_t>(index_of(events, create)));
  });
  expect_only(Kind::PlaylistUnknown);
}

TEST_F(PlantedDamage, APlaylistIsCreatedTwice) {
  plant([](Events& events) {
    Event& add = first_of(events, EventType::PlaylistAdd);
    add.type = EventType::PlaylistCreate;
    add.track = Event::kNoNumber;
    add.playlist_name = "again";
  });
  expect_found(Kind::PlaylistTwice);
}

TEST_F(PlantedDamage, ATrackIsRemovedFromAPlaylistItIsNotOn) {
  plant([](Events& events) { first_of(events, EventType::PlaylistAdd).type = EventType::PlaylistRemove; });
  expect_found(Kind::NotOnPlaylist);
}

TEST_F(PlantedDamage, AnUnlikedTrackIsUnliked) {
  plant([](Events& events) { first_of(events, EventType::Like).type = EventType::Unlike; });
  expect_found(Kind::UnlikeOfUnliked);
}

TEST_F(PlantedDamage, AnUnfollowedArtistIsUnfollowed) {
  plant([](Events& events) { first_of(events, EventType::Follow).type = EventType::Unfollow; });
  expect_found(Kind::UnfollowOfUnfollowed);
}

TEST_F(PlantedDamage, ATrackIsLikedTwice) {
  plant([](Events& events) {
    // One user's like and their next one.
    Event* like = &first_of(events, EventType::Like);
    Event* next = &first_of(events, EventType::Like, index_of(events, *like) + 1);
    while (next->user_id != like->user_id) {
      like = next;
      next = &first_of(events, EventType::Like, index_of(events, *like) + 1);
    }
    next->track = like->track;
  });
  expect_found(Kind::LikeOfLiked);
}

}  // namespace
}  // namespace wrapfeed
