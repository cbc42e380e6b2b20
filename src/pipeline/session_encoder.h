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

  static constexpr std::size_t kGap = 16;
  struct Encoded {
    std::int64_t records = 0;
    base::Millis first = 0;  // event_time, where there are records
    base::Millis last = 0;
  };
  // Appends the session's events that happen from `begin` to before `end` (ms, UTC) and goes on
  // where ended(event_time, end) says behind each record, at most kGap bytes beyond its end.
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
  // Of a stream without actions: five events at most.
  static constexpr std::size_t kRoom = 5 * (StreamStencil<avro::Shifts>::kRecord + kGap);

  static bool is_plain(const simulation::PlayedSession& played, base::Millis begin, base::Millis end) {
    const simulation::Session& session = played.session;
    const std::int64_t most = 5 * std::ssize(played.streams) + std::ssize(played.actions);  // events
    return size_of_id(played.first_event_id) == size_of_id(played.first_event_id + most) &&
           played.streams.front().start >= std::max({begin, session.clock.begin, kSixGroupsFrom}) &&
           played.streams.back().end() < std::min({end, session.clock.end, kSixGroupsTo - kLongestDelivery});
  }

  static unsigned size_of_id(std::int64_t event_id) { return avro::varint_of(avro::zigzag(event_id)).size; }

  template <typename Ended>
  void encode_row(const events::Event& event, avro::Bytes& out, Ended ended) {
    row_encoder_.encode(event, out);
    out.prepare(kGap);
    out.commit(ended(event.event_time, out.end()));
  }

  template <typename Spread, typename Ended>
  Encoded encode_streams(const simulation::PlayedSession& played, avro::Bytes& out, Ended ended) {
    StreamStencil<Spread> stencil(played);
    const simulation::KnownTrack* const tracks = &known_[0];
    const simulation::LibraryAction* actions = played.actions.data();
    std::byte* at = out.prepare(kRoom * played.streams.size());
    for (const simulation::Stream& stream : played.streams) {
      if (stream.is_straight()) [[likely]] {
        begin(stencil, stream, tracks[stream.slot]);
        at = ended(stream.start, stencil.put_play(stream, at));
        at = ended(stream.start + stream.heard, stencil.template put_end<true>(stream, at));
      } else {
        out.commit(at);
        encode_marked(stencil, played, stream, actions, out, ended);
        at = out.prepare(kRoom * static_cast<std::size_t>(&played.streams.back() - &stream));
        stencil.leave_out(stream.event_count());
        actions += stream.actions;
      }
    }
    out.commit(at);
    return {stencil.event_id() - played.first_event_id, played.streams.front().start, played.streams.back().end()};
  }

  template <typename Spread>
  void begin(StreamStencil<Spread>& stencil, const simulation::Stream& stream,
             const simulation::KnownTrack& track) const {
    stencil.begin(stream, track.id, [&] { return library_.playlist_id(stream.playlist); });
  }

  // A stream with a pause, a seek or actions.
  template <typename Spread, typename Ended>
  [[gnu::noinline]] void encode_marked(StreamStencil<Spread> stencil, const simulation::PlayedSession& played,
                                       const simulation::Stream& stream, const simulation::LibraryAction* actions,
                                       avro::Bytes& out, Ended ended) {
    begin(stencil, stream, known_[stream.slot]);
    std::byte* at = ended(stream.start, stencil.put_play(stream, out.prepare(kRoom)));
    if (stream.actions == 0) [[likely]] {
      at = put_marks(stencil, stream, at, ended);
    } else {
      out.commit(at);
      rows_.clear();
      writer_.write_marks(played, stream, {actions, stream.actions}, stencil.event_id() - 1, rows_);
      for (const events::Event& event : rows_) encode_row(event, out, ended);
      stencil.leave_out(static_cast<std::uint32_t>(rows_.size()));
      at = out.prepare(kRoom);
    }
    out.commit(ended(stream.end(), stencil.template put_end<false>(stream, at)));
  }

  template <typename Spread, typename Ended>
  static std::byte* put_marks(StreamStencil<Spread>& stencil, const simulation::Stream& stream, std::byte* at,
                              Ended ended) {
    using events::EventType;
    if (stream.pause > 0) {
      const base::Millis paused = stream.start + stream.pause_at;
      at = ended(paused, stencil.put_mark(EventType::Pause, paused, stream.pause_at, at));
      at =
          ended(paused + stream.pause, stencil.put_mark(EventType::Resume, paused + stream.pause, stream.pause_at, at));
    }
    if (stream.jump != 0) {
      const base::Millis sought = stream.start + stream.jump_at;
      const std::uint32_t to = stream.jump_at + static_cast<std::uint32_t>(stream.jump);
      at = ended(sought, stencil.put_mark(EventType::Seek, sought, to, at));
    }
    return at;
  }

  const simulation::Repertoire& known_;
  const simulation::Library& library_;
  simulation::EventWriter writer_;
  avro::EventEncoder row_encoder_;
  std::vector<events::Event> rows_;
};

}  // namespace wrapfeed::pipeline
