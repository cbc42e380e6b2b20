#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "avro/primitives.h"
#include "base/time.h"
#include "events/event.h"
#include "events/id.h"
#include "pipeline/piece.h"
#include "simulation/stream.h"

namespace wrapfeed::pipeline {

// Milliseconds between 2004 and 2039 are six groups of seven bits: nobody needs to count them.
inline constexpr base::Millis kSixGroupsFrom = base::Millis{1} << 40;
inline constexpr base::Millis kSixGroupsTo = base::Millis{1} << 41;

// Avro bytes of the playback events of a session's streams, one stream after the other; `Spread` says how varints are
// made (avro/primitives.h), which changes no byte. Only for a session whose events all have the offset that it begins
// with and event_ids of one size, lie between kSixGroupsFrom and kSixGroupsTo and are delivered by then. It is small
// and copied where a function is not to be inlined: so the compiler can keep it in registers.
template <typename Spread>
class StreamStencil {
 public:
  static constexpr std::size_t kRecord = 128;  // bytes of an event, with the slack of the last piece

  explicit StreamStencil(const simulation::PlayedSession& played)
      : session_(session_piece<Spread>(played.session)),
        circumstances_(circumstances_of(played.session)),
        tail_(tail_piece(circumstances_)),
        connected_(played.connected()),
        event_id_(played.first_event_id),
        id_(avro::varint_of<Spread>(avro::zigzag(played.first_event_id))) {}

  // Begins the next stream, of this track; playlist_id() is asked for where it is played from one.
  template <typename PlaylistId>
  void begin(const simulation::Stream& stream, const events::Id& track, PlaylistId playlist_id) {
    stream_id_ = id_.bytes();
    delivery_ = stream.delivery;
    flow_ = 2 | static_cast<std::uint64_t>(stream.source) << 9 | std::uint64_t{stream.shuffle} << 16;
    std::memcpy(&track_front_, track.data(), sizeof(Wide));
    std::memcpy(&track_back_, track.data() + kTrackBack, sizeof(Wide));
    if (stream.playlist == playlist_) [[likely]]
      return;
    playlist_ = stream.playlist;
    const bool listed = playlist_ != simulation::KnownTrack::kNoPlaylist;
    tail_ = listed ? tail_piece<Spread>(circumstances_, playlist_id()) : tail_piece(circumstances_);
  }
  // Of the next event.
  std::int64_t event_id() const { return event_id_; }
  // Leaves the stream's next events, fewer than 64, to somebody else.
  void leave_out(std::uint32_t events) {
    event_id_ += events;
    id_.add(2 * std::uint64_t{events});
    for (std::uint32_t i = 0; i < events; ++i) delivery_ = simulation::next_delivery(delivery_);
  }

  // Each writes an event of the stream that has begun, the next in number, and returns its end.
  std::byte* put_play(const simulation::Stream& stream, std::byte* at);
  std::byte* put_mark(events::EventType type, base::Millis time, std::uint32_t position, std::byte* at);
  // `kStraight`: the stream is known to be.
  template <bool kStraight>
  std::byte* put_end(const simulation::Stream& stream, std::byte* at);

 private:
  static constexpr std::size_t kTrackBack = sizeof(events::Id) - sizeof(Wide);

  static std::byte* put_word(std::byte* at, std::uint64_t word, std::size_t size) {
    std::memcpy(at, &word, sizeof(word));
    return at + size;
  }
  static std::uint64_t time_groups(base::Millis time) {
    return Spread::spread(static_cast<std::uint64_t>(time) << 1) | 0x8080808080;
  }
  // ["null", int], not null: at most six bytes.
  static avro::Varint millis_of(std::uint32_t millis) {
    const avro::Varint varint = avro::varint_of<Spread>(std::uint64_t{millis} << 1);
    return {2 | varint.bytes << 8, 1 + varint.size};
  }
  // From the event's beginning to its track_id.
  [[gnu::always_inline]] std::byte* put_head(events::EventType type, base::Millis time, std::byte* at) {
    at = put_word(at, id_.bytes(), id_.size());
    at = put_word(at, static_cast<std::uint64_t>(type) << 1 | time_groups(time) << 8, 7);
    delivery_ = simulation::next_delivery(delivery_);
    at = put_word(at, time_groups(simulation::ingest_time(time, event_id_, connected_, delivery_)), 6);
    at = avro::put_index(session_.put(at), 1);
    at = put_word(at, stream_id_, id_.size());
    at = avro::put_index(avro::put_index(at, 1), sizeof(events::Id));
    std::memcpy(at, &track_front_, sizeof(Wide));
    std::memcpy(at + kTrackBack, &track_back_, sizeof(Wide));
    ++event_id_;
    id_.add(2);
    return at + sizeof(events::Id);
  }

  Piece session_;
  std::uint64_t circumstances_;
  Piece tail_;
  base::Millis connected_;
  std::int64_t event_id_;
  avro::CountedVarint id_;  // the event_id's
  std::uint8_t playlist_ = simulation::KnownTrack::kNoPlaylist;
  // Of the stream:
  std::uint64_t stream_id_ = 0;
  std::uint64_t flow_ = 0;  // source and shuffle: three bytes
  std::uint32_t delivery_ = 0;
  Wide track_front_{};
  Wide track_back_{};
};

// position 0, no ms_played, why it starts.
template <typename Spread>
[[gnu::always_inline]] inline std::byte* StreamStencil<Spread>::put_play(const simulation::Stream& stream,
                                                                         std::byte* at) {
  at = put_head(events::EventType::Play, stream.start, at);
  constexpr std::uint64_t kBeginning = 2 | std::uint64_t{2} << 24;
  const std::uint64_t reason = static_cast<std::uint64_t>(stream.start_reason) << 33;
  return tail_.put(put_word(at, kBeginning | reason | flow_ << 40, 8));
}

// In the middle of the stream: no ms_played, no reason.
template <typename Spread>
[[gnu::always_inline]] inline std::byte* StreamStencil<Spread>::put_mark(events::EventType type, base::Millis time,
                                                                         std::uint32_t position, std::byte* at) {
  const avro::Varint millis = millis_of(position);
  at = put_word(put_head(type, time, at), millis.bytes, millis.size);
  return tail_.put(put_word(at, flow_ << 16, 5));
}

template <typename Spread>
template <bool kStraight>
[[gnu::always_inline]] inline std::byte* StreamStencil<Spread>::put_end(const simulation::Stream& stream,
                                                                        std::byte* at) {
  at = put_head(stream.ending, kStraight ? stream.start + stream.heard : stream.end(), at);
  const avro::Varint heard = millis_of(stream.heard);
  avro::Varint position = heard;
  if (!kStraight && stream.jump != 0) position = millis_of(stream.heard + static_cast<std::uint32_t>(stream.jump));
  at = put_word(put_word(at, position.bytes, position.size), heard.bytes, heard.size);
  const std::uint64_t reason = static_cast<std::uint64_t>(stream.end_reason) << 9;
  return tail_.put(put_word(at, 2 | reason | flow_ << 16, 5));
}

}  // namespace wrapfeed::pipeline
