#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "avro/codec.h"
#include "events/event.h"
#include "events/id.h"
#include "events/track.h"
#include "events/user.h"

namespace wrapfeed::avro {

// Appends one record's Avro binary encoding, fields in the order of the .avsc (a test decodes each by its schema).
void encode(const events::User& user, Bytes& out);
void encode(const events::Track& track, Bytes& out);
void encode(const events::Artist& artist, Bytes& out);

// Events hold track and artist numbers; the encoder turns them into ids of the catalog it was given (spans must
// outlive it). Events of one session, and of one stream, share fields: their bytes are kept and copied. One thread at a
// time; noexcept but for memory.
class EventEncoder {
 public:
  EventEncoder(std::span<const events::Id> track_ids, std::span<const events::Id> artist_ids)
      : track_ids_(track_ids), artist_ids_(artist_ids) {}
  void encode(const events::Event& event, Bytes& out);

 private:
  // Bytes that the event before had too.
  struct Piece {
    static constexpr std::size_t kRoom = 48;
    std::byte bytes[kRoom]{};
    std::uint32_t size = 0;
  };
  std::byte* put_session(std::byte* at, const events::Event& event);
  std::byte* put_stream(std::byte* at, const events::Event& event);

  std::span<const events::Id> track_ids_;
  std::span<const events::Id> artist_ids_;
  Piece session_;  // utc_offset_minutes, user_id, session_id
  std::int64_t session_id_ = events::Event::kNoId;
  std::int64_t user_id_ = events::Event::kNoId;
  std::int16_t utc_offset_minutes_ = 0;
  Piece stream_;  // stream_id, track_id
  std::int64_t stream_id_ = events::Event::kNoId;
  std::uint32_t track_ = events::Event::kNoNumber;
};

}  // namespace wrapfeed::avro
