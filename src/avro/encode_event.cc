#include <cstring>

#include "avro/encode.h"
#include "avro/primitives.h"

namespace wrapfeed::avro {
namespace {

using events::Event;

// Everything but the playlist's name: 8 numbers of at most 10 bytes, 4 more with their branch, two ids of 24 bytes, 12
// single bytes, the country, and the slack of the last copied piece; about 250.
constexpr std::size_t kEventRoom = 320;

// ["null", long]: the number's bytes are written in either case and kept only if it is there, which spares a branch
// that the processor would guess wrong.
std::byte* put_nullable(std::byte* at, std::int64_t value, bool present) {
  *at++ = static_cast<std::byte>(present ? 2 : 0);
  std::byte* behind = put_long(at, value);
  return present ? behind : at;
}

std::byte* put_nullable_id(std::byte* at, std::span<const events::Id> ids, std::uint32_t number) {
  if (number == Event::kNoNumber) return put_index(at, 0);
  at[0] = std::byte{2};
  at[1] = std::byte{2 * sizeof(events::Id)};
  std::memcpy(at + 2, ids[number].data(), sizeof(events::Id));
  return at + 2 + sizeof(events::Id);
}

template <typename Enum>  // with an enumerator None for null
std::byte* put_nullable_symbol(std::byte* at, Enum symbol) {
  const bool present = symbol != Enum::None;
  at[0] = static_cast<std::byte>(present ? 2 : 0);
  at[1] = static_cast<std::byte>(static_cast<unsigned>(symbol) << 1);
  return at + 1 + (present ? 1 : 0);
}

std::byte* put_nullable_text(std::byte* at, std::string_view text) {
  if (text.data() == nullptr) return put_index(at, 0);
  return put_text(put_index(at, 1), text);
}

// Three booleans, the platform and the country: one store.
std::byte* put_circumstances(std::byte* at, const Event& event) {
  const auto bytes = static_cast<std::uint64_t>(event.shuffle) | static_cast<std::uint64_t>(event.offline) << 8 |
                     static_cast<std::uint64_t>(event.private_session) << 16 |
                     static_cast<std::uint64_t>(event.platform) << 25 |
                     static_cast<std::uint64_t>(2 * sizeof(events::Country)) << 32 |
                     static_cast<std::uint64_t>(static_cast<unsigned char>(event.country[0])) << 40 |
                     static_cast<std::uint64_t>(static_cast<unsigned char>(event.country[1])) << 48;
  std::memcpy(at, &bytes, sizeof(bytes));
  return at + 7;
}

}  // namespace

std::byte* EventEncoder::put_session(std::byte* at, const Event& event) {
  const bool same =
      event.session_id == session_id_ && event.user_id == user_id_ && event.utc_offset_minutes == utc_offset_minutes_;
  if (same) [[likely]] {
    std::memcpy(at, session_.bytes, Piece::kRoom);
    return at + session_.size;
  }
  std::byte* end = put_long(put_long(put_long(at, event.utc_offset_minutes), event.user_id), event.session_id);
  std::memcpy(session_.bytes, at, Piece::kRoom);
  session_.size = static_cast<std::uint32_t>(end - at);
  session_id_ = event.session_id;
  user_id_ = event.user_id;
  utc_offset_minutes_ = event.utc_offset_minutes;
  return end;
}

std::byte* EventEncoder::put_stream(std::byte* at, const Event& event) {
  if (stream_.size > 0 && event.stream_id == stream_id_ && event.track == track_) {
    std::memcpy(at, stream_.bytes, Piece::kRoom);
    return at + stream_.size;
  }
  std::byte* end = put_nullable(at, event.stream_id, event.stream_id != Event::kNoId);
  end = put_nullable_id(end, track_ids_, event.track);
  std::memcpy(stream_.bytes, at, Piece::kRoom);
  stream_.size = static_cast<std::uint32_t>(end - at);
  stream_id_ = event.stream_id;
  track_ = event.track;
  return end;
}

void EventEncoder::encode(const Event& event, Bytes& out) {
  std::byte* at = out.prepare(kEventRoom + event.playlist_name.size());
  at = put_long(at, event.event_id);
  at = put_index(at, static_cast<unsigned>(event.type));
  at = put_long(at, event.event_time);
  at = put_long(at, event.ingest_time);
  at = put_session(at, event);
  at = put_stream(at, event);
  at = put_nullable(at, event.position_ms, event.position_ms != Event::kNoMillis);
  at = put_nullable(at, event.ms_played, event.ms_played != Event::kNoMillis);
  at = put_nullable_symbol(at, event.reason);
  at = put_nullable_symbol(at, event.source);
  at = put_circumstances(at, event);
  at = put_nullable(at, event.playlist_id, event.playlist_id != Event::kNoId);
  at = put_nullable_text(at, event.playlist_name);
  at = put_nullable_id(at, artist_ids_, event.artist);
  out.commit(at);
}

}  // namespace wrapfeed::avro
