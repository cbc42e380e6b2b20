#include "simulation/stream.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/error.h"
#include "random/math.h"
#include "simulation/quantiles.h"

namespace wrapfeed::simulation {
namespace {

using events::EventType;

// event_id = user * 2^24 + n: room for ten years of the heaviest listener.
constexpr int kEventBits = 24;
constexpr base::Millis kFirstAction = 3 * base::kSecond;  // of playing, before anything is done to the library
// Delivery of an online event, ms: lognormal, median 400, sigma 0.8.
const Quantiles<128> kDeliveryDelay = [] {
  Quantiles<128> filled;
  filled.fill([](double p) {
    const double inside = std::clamp(p, 0.002, 0.998);
    return 400 * random::exp(0.8 * random::normal_quantile(inside));
  });
  return filled;
}();

// What happens during a stream after `heard` ms of its audio.
struct Mark {
  base::Millis heard;
  EventType type;
  std::uint8_t playlist = TrackNote::kNoPlaylist;
};
using Marks = std::array<Mark, 8>;

// Marks in the order of time, each at an instant of its own, all inside the stream.
std::span<Mark> marks_of(const Stream& stream, std::span<const LibraryAction> actions, Marks& marks) {
  std::size_t count = 0;
  if (stream.pause > 0) marks[count++] = {stream.pause_at, EventType::Pause};
  if (stream.jump != 0) marks[count++] = {stream.jump_at, EventType::Seek};
  for (std::size_t i = 0; i < actions.size(); ++i) {
    const base::Millis room = stream.heard - kFirstAction - 1;
    const auto step = static_cast<base::Millis>(i + 1);
    marks[count++] = {kFirstAction + room * step / static_cast<base::Millis>(actions.size() + 1), actions[i].type,
                      actions[i].playlist};
  }
  std::stable_sort(marks.begin(), marks.begin() + count,
                   [](const Mark& a, const Mark& b) { return a.heard < b.heard; });
  for (std::size_t i = 0; i < count; ++i) {
    marks[i].heard = std::max(marks[i].heard, i == 0 ? 1 : marks[i - 1].heard + 1);
    CHECK(marks[i].heard < stream.heard);
  }
  return {marks.data(), count};
}

}  // namespace

// How far the writing of a stream is.
struct EventWriter::Cursor {
  std::int64_t stream_id;
  base::Millis paused = 0;
  base::Millis jumped = 0;
};

void EventWriter::begin(const users::Profile& profile) {
  user_ = profile.row.user_id;
  next_event_id_ = user_ << kEventBits;
  zone_ = nullptr;
}

std::int16_t EventWriter::offset_at(const base::Zone& zone, base::Millis time) {
  if (zone_ != &zone || time < interval_.begin || time >= interval_.end) [[unlikely]] {
    zone_ = &zone;
    interval_ = zone.interval_at(time);
  }
  return static_cast<std::int16_t>(interval_.offset_minutes);
}

events::Event& EventWriter::add(const Session& session, base::Millis time, EventType type,
                                std::vector<events::Event>& out) {
  if (next_event_id_ >> kEventBits != user_) [[unlikely]] {
    base::fail("user {}: more than {} events; a shorter period or a catalog of longer tracks has fewer", user_,
               1 << kEventBits);
  }
  events::Event& event = out.emplace_back();
  event.event_id = next_event_id_++;
  event.type = type;
  event.event_time = time;
  word_ = word_ * 0x9E3779B1 + 0x7F4A7C15;
  event.ingest_time = time + 1 + kDeliveryDelay.at(word_);
  event.utc_offset_minutes = offset_at(*session.zone, time);
  event.user_id = user_;
  event.session_id = session.id;
  event.platform = session.platform;
  event.offline = session.offline;
  event.private_session = session.private_session;
  event.country = session.country;
  return event;
}

events::Event& EventWriter::add_playback(const Session& session, const Stream& stream, Cursor& at, EventType type,
                                         base::Millis heard, std::vector<events::Event>& out) {
  events::Event& event = add(session, stream.start + heard + at.paused, type, out);
  event.stream_id = at.stream_id;
  event.track = stream.track;
  event.position_ms = static_cast<std::int32_t>(heard + at.jumped);
  event.source = stream.source;
  event.playlist_id = stream.playlist_id;
  event.shuffle = stream.shuffle;
  return event;
}

void EventWriter::write_marks(const Session& session, const Stream& stream, std::span<const LibraryAction> actions,
                              Cursor& at, std::vector<events::Event>& out) {
  const auto library_change = [&](const Mark& mark) {
    events::Event& event = add(session, stream.start + mark.heard + at.paused, mark.type, out);
    event.shuffle = stream.shuffle;
    if (mark.type == EventType::Like || mark.type == EventType::Unlike) event.stream_id = at.stream_id;
    if (mark.type == EventType::Follow || mark.type == EventType::Unfollow) {
      event.artist = catalog_.track_row(stream.track).artist;
    } else if (mark.type != EventType::PlaylistCreate) {
      event.track = stream.track;
    }
    if (mark.playlist != TrackNote::kNoPlaylist) event.playlist_id = library_.playlist_id(mark.playlist);
    if (mark.type == EventType::PlaylistCreate) event.playlist_name = library_.playlist_name(mark.playlist);
  };
  Marks marks;
  for (const Mark& mark : marks_of(stream, actions, marks)) {
    if (mark.type == EventType::Pause) {
      add_playback(session, stream, at, EventType::Pause, mark.heard, out);
      at.paused = stream.pause;
      add_playback(session, stream, at, EventType::Resume, mark.heard, out);
    } else if (mark.type == EventType::Seek) {
      at.jumped = stream.jump;
      add_playback(session, stream, at, EventType::Seek, mark.heard, out);
    } else {
      library_change(mark);
    }
  }
}

void EventWriter::write(const Session& session, const Stream& stream, std::span<const LibraryAction> actions,
                        std::uint32_t word, std::vector<events::Event>& out) {
  word_ = word;
  Cursor at{next_event_id_};
  add_playback(session, stream, at, EventType::Play, 0, out).reason = stream.start_reason;
  const bool something_happens = stream.pause > 0 || stream.jump != 0 || !actions.empty();
  if (something_happens) [[unlikely]]
    write_marks(session, stream, actions, at, out);
  events::Event& end = add_playback(session, stream, at, stream.ending, stream.heard, out);
  end.reason = stream.end_reason;
  end.ms_played = static_cast<std::int32_t>(stream.heard);
}

void EventWriter::deliver_late(const Session& session, std::span<events::Event> written) const {
  if (written.empty()) return;
  const base::Millis connected = written.back().event_time + session.reconnect_after;
  for (events::Event& event : written) event.ingest_time += connected - event.event_time + event.event_id % 1000;
}

}  // namespace wrapfeed::simulation
