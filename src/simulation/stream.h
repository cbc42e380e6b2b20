#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/time.h"
#include "events/event.h"
#include "simulation/library.h"
#include "simulation/session.h"

namespace wrapfeed::simulation {

// One track playback, decided before its events are written.
struct Stream {
  std::uint32_t track = 0;
  base::Millis start = 0;     // UTC
  base::Millis heard = 1;     // ms of audio, a pause and a seek's jump left out
  base::Millis pause = 0;     // idle time inside it, 0 = none
  base::Millis pause_at = 0;  // after that much was heard
  base::Millis jump = 0;      // of a seek: forward > 0, back < 0, none = 0
  base::Millis jump_at = 0;   // after that much was heard, not where the pause is
  events::Source source = events::Source::Unknown;
  std::int64_t playlist_id = events::Event::kNoId;
  bool shuffle = false;
  events::Reason start_reason = events::Reason::Unknown;
  events::EventType ending = events::EventType::Complete;
  events::Reason end_reason = events::Reason::Trackdone;

  base::Millis end() const { return start + heard + pause; }
};

// Writes events: numbers them, stamps zone, session and ingest time.
class EventWriter {
 public:
  EventWriter(const catalog::Catalog& catalog, const Library& library) : catalog_(catalog), library_(library) {}

  void begin(const users::Profile& profile);
  // The event_id of the next event.
  std::int64_t next_event_id() const { return next_event_id_; }
  // Appends a stream's events in the order of time; actions fall into its playing time.
  void write(const Session& session, const Stream& stream, std::span<const LibraryAction> actions, std::uint32_t word,
             std::vector<events::Event>& out);
  // After an offline session: its events reached the service only when the device was connected again.
  void deliver_late(const Session& session, std::span<events::Event> written) const;

 private:
  struct Cursor;

  events::Event& add(const Session& session, base::Millis time, events::EventType type,
                     std::vector<events::Event>& out);
  events::Event& add_playback(const Session& session, const Stream& stream, Cursor& at, events::EventType type,
                              base::Millis heard, std::vector<events::Event>& out);
  void write_marks(const Session& session, const Stream& stream, std::span<const LibraryAction> actions, Cursor& at,
                   std::vector<events::Event>& out);
  std::int16_t offset_at(const base::Zone& zone, base::Millis time);

  const catalog::Catalog& catalog_;
  const Library& library_;
  std::int64_t user_ = 0;
  std::int64_t next_event_id_ = 0;
  const base::Zone* zone_ = nullptr;
  base::Zone::Interval interval_{};  // of the zone, that holds the last event
  std::uint32_t word_ = 0;           // of the stream: delays of its events
};

}  // namespace wrapfeed::simulation
