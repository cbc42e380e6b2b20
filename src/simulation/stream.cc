#include "simulation/stream.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "random/math.h"

namespace wrapfeed::simulation {
namespace {

using events::EventType;

constexpr base::Millis kFirstAction = 3 * base::kSecond;  // of playing, before anything is done to the library
// What happens during a stream after `heard` ms of its audio.
struct Mark {
  base::Millis heard;
  LibraryAction action;  // or a pause or a seek
};
using Marks = std::array<Mark, 8>;

// Marks in the order of time, each at an instant of its own, all inside the stream.
std::span<Mark> marks_of(const Stream& stream, std::span<const LibraryAction> actions, Marks& marks) {
  std::size_t count = 0;
  const auto insert = [&](base::Millis heard, const LibraryAction& action) {
    std::size_t place = count++;
    for (; place > 0 && heard < marks[place - 1].heard; --place) marks[place] = marks[place - 1];
    marks[place] = {heard, action};
  };
  if (stream.pause > 0) insert(stream.pause_at, {EventType::Pause});
  if (stream.jump != 0) insert(stream.jump_at, {EventType::Seek});
  for (std::size_t i = 0; i < actions.size(); ++i) {
    const base::Millis room = stream.heard - kFirstAction - 1;
    const auto step = static_cast<base::Millis>(i + 1);
    insert(kFirstAction + room * step / static_cast<base::Millis>(actions.size() + 1), actions[i]);
  }
  for (std::size_t i = 0; i < count; ++i) {
    marks[i].heard = std::max(marks[i].heard, i == 0 ? 1 : marks[i - 1].heard + 1);
    CHECK(marks[i].heard < stream.heard);
  }
  return {marks.data(), count};
}

}  // namespace

const std::array<std::uint16_t, kDeliverySteps> kDeliveryDelays = [] {
  std::array<std::uint16_t, kDeliverySteps> delays;
  for (std::size_t i = 0; i < kDeliverySteps; ++i) {
    const double normal = random::normal_quantile((static_cast<double>(i) + 0.5) / kDeliverySteps);
    delays[i] = static_cast<std::uint16_t>(1 + 400 * random::exp(0.8 * normal));
  }
  return delays;
}();

// How far the writing of a stream is.
struct EventWriter::Cursor {
  const Session& session;
  base::Millis connected;
  const Stream& stream;
  std::vector<events::Event>& out;
  std::int64_t stream_id;
  std::int64_t next_event_id;
  std::uint32_t delivery;
  base::Millis paused = 0;
  base::Millis jumped = 0;
};

events::Event& EventWriter::add(Cursor& at, base::Millis time, EventType type) const {
  events::Event& event = at.out.emplace_back();
  event.event_id = at.next_event_id++;
  event.type = type;
  event.event_time = time;
  at.delivery = next_delivery(at.delivery);
  event.ingest_time = ingest_time(time, event.event_id, at.connected, at.delivery);
  event.utc_offset_minutes = at.session.offset_minutes(time);
  event.user_id = at.session.user;
  event.session_id = at.session.id;
  event.platform = at.session.platform;
  event.shuffle = at.stream.shuffle;
  event.offline = at.session.offline;
  event.private_session = at.session.private_session;
  event.country = at.session.country;
  return event;
}

events::Event& EventWriter::add_playback(Cursor& at, EventType type, base::Millis heard) const {
  events::Event& event = add(at, at.stream.start + heard + at.paused, type);
  event.stream_id = at.stream_id;
  event.track = known_[at.stream.slot].track;
  event.position_ms = static_cast<std::int32_t>(heard + at.jumped);
  event.source = at.stream.source;
  if (at.stream.playlist != KnownTrack::kNoPlaylist) event.playlist_id = library_.playlist_id(at.stream.playlist);
  return event;
}

void EventWriter::add_change(Cursor& at, base::Millis heard, const LibraryAction& action) const {
  events::Event& event = add(at, at.stream.start + heard + at.paused, action.type);
  const KnownTrack& known = known_[at.stream.slot];
  if (action.type == EventType::Like || action.type == EventType::Unlike) event.stream_id = at.stream_id;
  if (action.type == EventType::Follow || action.type == EventType::Unfollow) {
    event.artist = known.artist;
  } else if (action.type != EventType::PlaylistCreate) {
    event.track = known.track;
  }
  if (action.playlist != KnownTrack::kNoPlaylist) event.playlist_id = library_.playlist_id(action.playlist);
  if (action.type == EventType::PlaylistCreate) event.playlist_name = library_.playlist_name(action.playlist);
}

void EventWriter::add_marks(std::span<const LibraryAction> actions, Cursor& at) const {
  Marks marks;
  for (const auto& [heard, action] : marks_of(at.stream, actions, marks)) {
    if (action.type == EventType::Pause) {
      add_playback(at, EventType::Pause, heard);
      at.paused = at.stream.pause;
      add_playback(at, EventType::Resume, heard);
    } else if (action.type == EventType::Seek) {
      at.jumped = at.stream.jump;
      add_playback(at, EventType::Seek, heard);
    } else {
      add_change(at, heard, action);
    }
  }
}

void EventWriter::write_marks(const PlayedSession& played, const Stream& stream, std::span<const LibraryAction> actions,
                              std::int64_t first_event_id, std::vector<events::Event>& out) const {
  Cursor at{played.session,
            played.connected(),
            stream,
            out,
            first_event_id,
            first_event_id + 1,
            next_delivery(stream.delivery)};
  add_marks(actions, at);
}

void EventWriter::write(const PlayedSession& played, std::vector<events::Event>& out) const {
  const base::Millis connected = played.connected();
  std::int64_t event_id = played.first_event_id;
  std::span<const LibraryAction> actions(played.actions);
  for (const Stream& stream : played.streams) {
    Cursor at{played.session, connected, stream, out, event_id, event_id, stream.delivery};
    add_playback(at, EventType::Play, 0).reason = stream.start_reason;
    add_marks(actions.first(stream.actions), at);
    events::Event& end = add_playback(at, stream.ending, stream.heard);
    end.reason = stream.end_reason;
    end.ms_played = static_cast<std::int32_t>(stream.heard);
    event_id = at.next_event_id;
    actions = actions.subspan(stream.actions);
  }
}

}  // namespace wrapfeed::simulation
