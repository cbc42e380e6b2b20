#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "avro/primitives.h"
#include "base/time.h"
#include "events/event.h"
#include "events/id.h"
#include "simulation/stream.h"

namespace wrapfeed::pipeline {

// Some bytes of a record that other records have too, held in registers: stored whole, eight at a time, of which only
// the first `size` bytes stay. (Moves of sixteen would have to wait for the two stores that a piece may have gone
// through in memory.)
template <std::size_t kWords>
struct Piece {
  std::array<std::uint64_t, kWords> words{};
  std::size_t size = 0;

  std::byte* put(std::byte* at) const {
    for (std::size_t i = 0; i < kWords; ++i) std::memcpy(at + 8 * i, &words[i], 8);
    return at + size;
  }
};

// utc_offset_minutes, user_id, session_id.
Piece<3> session_piece(const simulation::Session& session);
// offline, private_session, platform, country: six bytes.
std::uint64_t circumstances_of(const simulation::Session& session);
// From source to artist_id.
inline Piece<3> tail_piece(const simulation::Stream& stream, std::uint64_t circumstances, std::int64_t playlist_id) {
  Piece<3> tail;
  tail.words[0] =
      2 | static_cast<std::uint64_t>(stream.source) << 9 | std::uint64_t{stream.shuffle} << 16 | circumstances << 24;
  tail.words[1] = circumstances >> 40;
  tail.size = 12;  // with three nulls: playlist_id, playlist_name, artist_id
  if (playlist_id == events::Event::kNoId) return tail;
  const avro::Varint id = avro::varint_of(avro::zigzag(playlist_id));
  tail.words[1] |= 2 << 8 | id.bytes << 16;
  tail.words[2] = id.bytes >> 48;
  tail.size += id.size;
  return tail;
}

// Milliseconds between 2004 and 2039 are six groups of seven bits: nobody needs to count them.
inline constexpr base::Millis kSixGroupsFrom = base::Millis{1} << 40;
inline constexpr base::Millis kSixGroupsTo = base::Millis{1} << 41;

// Avro bytes of playback events, written straight from a session's streams; `Spread` says how varints are made (avro/
// primitives.h), which changes no byte. Only for a session whose events all have the offset that it begins with, lie
// between kSixGroupsFrom and kSixGroupsTo and are delivered by then.
template <typename Spread>
class StreamStencil {
 public:
  // Bytes of a stream's events, with the slack of the last piece.
  static constexpr std::size_t kGap = 16;
  static constexpr std::size_t kRoom = 5 * (192 + kGap);

  explicit StreamStencil(const simulation::PlayedSession& played)
      : session_(session_piece(played.session)),
        circumstances_(circumstances_of(played.session)),
        connected_(played.connected()) {}

  // Writes the events of a stream without changes to the library, of this track, the first of this number;
  // `playlist_id` is kNoId where it is played from none. Calls ended(event_time, end) for each; returns the last one's
  // end.
  template <typename Ended>
  std::byte* put(const simulation::Stream& stream, const events::Id& track, std::int64_t event_id,
                 std::int64_t playlist_id, std::byte* at, Ended ended) const;

 private:
  // What the events of a stream share, and how far they are.
  struct Cursor {
    Cursor(const simulation::Stream& stream, const events::Id& of_track, std::int64_t first_event_id,
           const Piece<3>& tail_of)
        : track(of_track),
          tail(tail_of),
          event_id(first_event_id),
          id(avro::varint_of<Spread>(avro::zigzag(first_event_id))),
          delivery(stream.delivery) {
      stream_id.words[0] = 2 | id.bytes << 8;
      stream_id.words[1] = id.bytes >> 56;
      stream_id.size = 1 + id.size;
    }

    Piece<2> stream_id;
    const events::Id& track;
    Piece<3> tail;  // source to artist_id
    std::int64_t event_id;
    avro::Varint id;  // the event_id's
    std::uint32_t delivery;

    // One more is two more zigzagged, mostly without a carry from the lowest group.
    void count() {
      ++event_id;
      if ((id.bytes & 0x7F) < 0x7E) [[likely]] {
        id.bytes += 2;
      } else {
        id = avro::varint_of<Spread>(avro::zigzag(event_id));
      }
    }
  };

  // From the event's beginning to its track_id.
  [[gnu::always_inline]] std::byte* put_head(events::EventType type, base::Millis time, Cursor& cursor,
                                             std::byte* at) const {
    std::memcpy(at, &cursor.id.bytes, sizeof(cursor.id.bytes));
    at += cursor.id.size;
    at = avro::put_index(at, static_cast<unsigned>(type));
    at = put_time(at, time);
    cursor.delivery = simulation::next_delivery(cursor.delivery);
    at = put_time(at, simulation::ingest_time(time, cursor.event_id, connected_, cursor.delivery));
    at = cursor.stream_id.put(session_.put(at));
    at = avro::put_index(avro::put_index(at, 1), sizeof(events::Id));
    std::memcpy(at, cursor.track.data(), sizeof(events::Id));
    return at + sizeof(events::Id);
  }
  // An event in the middle of the stream: no ms_played, no reason.
  std::byte* put_mark(events::EventType type, base::Millis time, std::uint32_t position, Cursor& cursor,
                      std::byte* at) const {
    cursor.count();
    at = put_millis(put_head(type, time, cursor, at), position);
    return cursor.tail.put(put_null(put_null(at)));
  }

  static std::byte* put_null(std::byte* at) { return avro::put_index(at, 0); }
  static std::byte* put_time(std::byte* at, base::Millis time) {
    const std::uint64_t bytes = Spread::spread(static_cast<std::uint64_t>(time) << 1) | 0x8080808080;
    std::memcpy(at, &bytes, sizeof(bytes));
    return at + 6;
  }
  // ["null", int], not null: at most six bytes.
  static std::byte* put_millis(std::byte* at, avro::Varint millis) {
    const std::uint64_t bytes = 2 | millis.bytes << 8;
    std::memcpy(at, &bytes, sizeof(bytes));
    return at + 1 + millis.size;
  }
  static std::byte* put_millis(std::byte* at, std::uint32_t millis) {
    return put_millis(at, avro::varint_of<Spread>(std::uint64_t{millis} << 1));
  }
  static std::byte* put_reason(std::byte* at, events::Reason reason) {
    return avro::put_index(avro::put_index(at, 1), static_cast<unsigned>(reason));
  }

  Piece<3> session_;             // utc_offset_minutes, user_id, session_id
  std::uint64_t circumstances_;  // offline, private_session, platform, country: six bytes
  base::Millis connected_;
};

template <typename Spread>
template <typename Ended>
std::byte* StreamStencil<Spread>::put(const simulation::Stream& stream, const events::Id& track, std::int64_t event_id,
                                      std::int64_t playlist_id, std::byte* at, Ended ended) const {
  using events::EventType;
  Cursor cursor(stream, track, event_id, tail_piece(stream, circumstances_, playlist_id));
  // position 0, no ms_played, why it starts: five bytes.
  at = put_head(EventType::Play, stream.start, cursor, at);
  const std::uint64_t beginning = 2 | std::uint64_t{2} << 24 | static_cast<std::uint64_t>(stream.start_reason) << 33;
  std::memcpy(at, &beginning, sizeof(beginning));
  at = cursor.tail.put(at + 5);
  at = ended(stream.start, at);
  if (stream.pause > 0) [[unlikely]] {
    const base::Millis paused = stream.start + stream.pause_at;
    at = put_mark(EventType::Pause, paused, stream.pause_at, cursor, at);
    at = ended(paused, at);
    at = put_mark(EventType::Resume, paused + stream.pause, stream.pause_at, cursor, at);
    at = ended(paused + stream.pause, at);
  }
  if (stream.jump != 0) [[unlikely]] {
    const base::Millis sought = stream.start + stream.jump_at;
    at = put_mark(EventType::Seek, sought, stream.jump_at + static_cast<std::uint32_t>(stream.jump), cursor, at);
    at = ended(sought, at);
  }
  cursor.count();
  at = put_head(stream.ending, stream.end(), cursor, at);
  const avro::Varint heard = avro::varint_of<Spread>(std::uint64_t{stream.heard} << 1);
  at =
      stream.jump == 0 ? put_millis(at, heard) : put_millis(at, stream.heard + static_cast<std::uint32_t>(stream.jump));
  at = cursor.tail.put(put_reason(put_millis(at, heard), stream.end_reason));
  return ended(stream.end(), at);
}

}  // namespace wrapfeed::pipeline
