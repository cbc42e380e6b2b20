#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "base/time.h"
#include "events/event.h"
#include "simulation/library.h"
#include "simulation/repertoire.h"
#include "simulation/session.h"

namespace wrapfeed::simulation {

// One track playback, before its events are written: times in ms, within the stream by what was heard of it.
struct Stream {
  base::Millis start = 0;                           // UTC
  Repertoire::Slot slot = 0;                        // of the track
  std::uint32_t heard = 1;                          // audio, a pause and a seek's jump left out
  std::uint32_t pause = 0;                          // idle time inside it, 0 = none
  std::uint32_t pause_at = 0;                       // after that much was heard
  std::int32_t jump = 0;                            // of a seek: forward > 0, back < 0, none = 0
  std::uint32_t jump_at = 0;                        // after that much was heard, not where the pause is
  std::uint32_t delivery = 0;                       // a word: how long each event is on its way
  std::uint8_t playlist = KnownTrack::kNoPlaylist;  // the listener's, that it is played from
  std::uint8_t actions = 0;                         // on the library, while it plays
  events::Source source = events::Source::Unknown;
  bool shuffle = false;
  events::Reason start_reason = events::Reason::Unknown;
  events::EventType ending = events::EventType::Complete;
  events::Reason end_reason = events::Reason::Trackdone;

  base::Millis end() const { return start + heard + pause; }
  // Whether nothing happens between its two events.
  bool is_straight() const { return (pause | static_cast<std::uint32_t>(jump) | actions) == 0; }
  std::uint32_t event_count() const { return 2u + 2u * (pause > 0) + (jump != 0) + actions; }
};

// A session as it was played.
struct PlayedSession {
  Session session;
  std::int64_t first_event_id = 0;     // event_ids rise by one from event to event
  std::vector<Stream> streams;         // by time
  std::vector<LibraryAction> actions;  // of the streams, one after the other

  std::int64_t event_count() const {
    std::int64_t count = 0;
    for (const Stream& stream : streams) count += stream.event_count();
    return count;
  }
  // When its events reach the service at the earliest: an offline device keeps them until it is connected again.
  base::Millis connected() const { return session.offline ? streams.back().end() + session.reconnect_after : kAtOnce; }
  static constexpr base::Millis kAtOnce = 0;  // long before any feed
};

// How long an event is on its way to the service, ms: lognormal, median 400, sigma 0.8. The next event of a stream
// takes the next word.
inline constexpr std::size_t kDeliverySteps = 2048;
extern const std::array<std::uint16_t, kDeliverySteps> kDeliveryDelays;
inline base::Millis delivery_delay(std::uint32_t word) noexcept {
  return kDeliveryDelays[std::uint64_t{word} * kDeliverySteps >> 32];
}
// When an event of that number reaches it; those of an offline device one after the other.
inline base::Millis ingest_time(base::Millis event_time, std::int64_t event_id, base::Millis connected,
                                std::uint32_t word) noexcept {
  return delivery_delay(word) + (connected == PlayedSession::kAtOnce ? event_time : connected + event_id % 1000);
}
constexpr std::uint32_t next_delivery(std::uint32_t word) noexcept { return word * 0x9E3779B1 + 0x7F4A7C15; }

// Writes the events of one listener's sessions as rows.
class EventWriter {
 public:
  EventWriter(const Repertoire& known, const Library& library) : known_(known), library_(library) {}

  // Appends the events of the session in the order of time.
  void write(const PlayedSession& played, std::vector<events::Event>& out) const;
  // Those between the first, which has this number, and the last of one stream with its actions.
  void write_marks(const PlayedSession& played, const Stream& stream, std::span<const LibraryAction> actions,
                   std::int64_t first_event_id, std::vector<events::Event>& out) const;

 private:
  struct Cursor;

  events::Event& add(Cursor& at, base::Millis time, events::EventType type) const;
  events::Event& add_playback(Cursor& at, events::EventType type, base::Millis heard) const;
  void add_change(Cursor& at, base::Millis heard, const LibraryAction& action) const;
  void add_marks(std::span<const LibraryAction> actions, Cursor& at) const;

  const Repertoire& known_;
  const Library& library_;
};

}  // namespace wrapfeed::simulation
