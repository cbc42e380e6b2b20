#include <cstring>

#include "avro/encode.h"
#include "avro/primitives.h"

namespace wrapfeed::avro {
namespace {

using events::Event;

// Everything but the playlist's name: 8 numbers of at most 10 bytes, 4 more with their branch, two ids of 24 bytes, 12
// single bytes, the country, and the slack of the last store; about 210.
constexpr std::size_t kEventRoom = 256;

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

std::byte* put_country(std::byte* at, const events::Country& country) {
  at[0] = std::byte{2 * sizeof(events::Country)};
  std::memcpy(at + 1, country.data(), country.size());
  return at + 1 + country.size();
}

}  // namespace

void EventEncoder::encode(const Event& event, Bytes& out) const {
  std::byte* at = out.prepare(kEventRoom + event.playlist_name.size());
  at = put_long(at, event.event_id);
  at = put_index(at, static_cast<unsigned>(event.type));
  at = put_long(at, event.event_time);
  at = put_long(at, event.ingest_time);
  at = put_long(at, event.utc_offset_minutes);
  at = put_long(at, event.user_id);
  at = put_long(at, event.session_id);
  at = put_nullable(at, event.stream_id, event.stream_id != Event::kNoId);
  at = put_nullable_id(at, track_ids_, event.track);
  at = put_nullable(at, event.position_ms, event.position_ms != Event::kNoMillis);
  at = put_nullable(at, event.ms_played, event.ms_played != Event::kNoMillis);
  at = put_nullable_symbol(at, event.reason);
  at = put_nullable_symbol(at, event.source);
  at = put_boolean(at, event.shuffle);
  at = put_boolean(at, event.offline);
  at = put_boolean(at, event.private_session);
  at = put_index(at, static_cast<unsigned>(event.platform));
  at = put_country(at, event.country);
  at = put_nullable(at, event.playlist_id, event.playlist_id != Event::kNoId);
  at = put_nullable_text(at, event.playlist_name);
  at = put_nullable_id(at, artist_ids_, event.artist);
  out.commit(at);
}

}  // namespace wrapfeed::avro
