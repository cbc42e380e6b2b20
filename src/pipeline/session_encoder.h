#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "avro/bytes.h"
#include "avro/encode.h"
#include "base/time.h"
#include "events/event.h"
#include "pipeline/stream_stencil.h"
#include "simulation/listener.h"
#include "simulation/stream.h"

namespace wrapfeed::pipeline {

// Encodes a session's events straight from its streams: the bytes that EventWriter's rows give through EventEncoder (a
// test compares them), at a fraction of their cost. What is rare still goes through rows. For the sessions of one
// listener; one thread.
class SessionEncoder {
 public:
  SessionEncoder(const catalog::Catalog& catalog, const simulation::Listener& listener)
      : known_(listener.known()),
        library_(listener.library()),
        writer_(known_, library_),
        row_encoder_(catalog.track_ids(), catalog.artist_ids()) {}

  struct Encoded {
    std::int64_t records = 0;
    base::Millis first = 0;  // event_time, where there are records
    base::Millis last = 0;
  };
  // Appends the session's events that happen from `begin` to before `end` (ms, UTC) and goes on at
  // ended(event_time, end) behind each record's last byte (see StreamStencil).
  template <typename Ended>
  Encoded encode(const simulation::PlayedSession& played, base::Millis begin, base::Millis end, avro::Bytes& out,
                 Ended ended) {
    if (is_plain(played, begin, end)) [[likely]] {
      static const bool deposits = avro::Deposit::is_there();
      return deposits ? encode_streams<avro::Deposit>(played, out, ended)
                      : encode_streams<avro::Shifts>(played, out, ended);
    }
    rows_.clear();
    writer_.write(played, rows_);
    Encoded encoded;
    for (const events::Event& event : rows_) {
      if (event.event_time < begin || event.event_time >= end) continue;
      encode_row(event, out, ended);
      if (encoded.records++ == 0) encoded.first = event.event_time;
      encoded.last = event.event_time;
    }
    return encoded;
  }

 private:
  static constexpr base::Millis kLongestDelivery = 366 * base::kDay;

  static bool is_plain(const simulation::PlayedSession& played, base::Millis begin, base::Millis end) {
    const simulation::Session& session = played.session;
    return played.streams.front().start >= std::max({begin, session.clock.begin, kSixGroupsFrom}) &&
           played.streams.back().end() < std::min({end, session.clock.end, kSixGroupsTo - kLongestDelivery});
  }

  template <typename Ended>
  void encode_row(const events::Event& event, avro::Bytes& out, Ended ended) {
    row_encoder_.encode(event, out);
    out.prepare(StreamStencil<avro::Shifts>::kGap);
    out.commit(ended(event.event_time, out.end()));
  }

  template <typename Spread, typename Ended>
  Encoded encode_streams(const simulation::PlayedSession& played, avro::Bytes& out, Ended ended) {
    const StreamStencil<Spread> stencil(played);
    const base::Millis connected = played.connected();
    std::int64_t event_id = played.first_event_id;
    const simulation::LibraryAction* actions = played.actions.data();
    for (const simulation::Stream& stream : played.streams) {
      if (stream.actions == 0) [[likely]] {
        std::byte* at = out.prepare(StreamStencil<Spread>::kRoom);
        out.commit(stencil.put(stream, known_[stream.slot].id, event_id, playlist_id(stream), at, ended));
      } else {
        rows_.clear();
        writer_.write(played.session, connected, stream, {actions, stream.actions}, event_id, rows_);
        actions += stream.actions;
        for (const events::Event& event : rows_) encode_row(event, out, ended);
      }
      event_id += stream.event_count();
    }
    return {event_id - played.first_event_id, played.streams.front().start, played.streams.back().end()};
  }

  std::int64_t playlist_id(const simulation::Stream& stream) const {
    const bool listed = stream.playlist != simulation::KnownTrack::kNoPlaylist;
    return listed ? library_.playlist_id(stream.playlist) : events::Event::kNoId;
  }

  const simulation::Repertoire& known_;
  const simulation::Library& library_;
  simulation::EventWriter writer_;
  avro::EventEncoder row_encoder_;
  std::vector<events::Event> rows_;
};

}  // namespace wrapfeed::pipeline
