#include "pipeline/stream_stencil.h"

#include "base/check.h"

namespace wrapfeed::pipeline {
namespace {

__extension__ using Bits = unsigned __int128;

constexpr Bits at_byte(std::size_t place, Bits bytes) { return bytes << (8 * place); }

// The first bytes, from the lowest on.
Piece piece_of(Bits bytes, std::size_t size) {
  CHECK(size <= sizeof(Wide));
  return {Wide{static_cast<std::uint64_t>(bytes), static_cast<std::uint64_t>(bytes >> 64)}, size};
}

constexpr std::size_t kCircumstances = 6;  // bytes: offline, private_session, platform, country
constexpr std::size_t kNulls = 3;          // playlist_id, playlist_name, artist_id

}  // namespace

Piece session_piece(const simulation::Session& session) {
  const avro::Varint offset = avro::varint_of(avro::zigzag(session.clock.offset_minutes));
  const avro::Varint user = avro::varint_of(avro::zigzag(session.user));
  const avro::Varint id = avro::varint_of(avro::zigzag(session.id));
  return piece_of(offset.bytes | at_byte(offset.size, user.bytes | at_byte(user.size, id.bytes)),
                  offset.size + user.size + id.size);
}

Piece tail_piece(const simulation::Session& session) {
  return piece_of(Bits{session.offline} | at_byte(1, session.private_session) |
                      at_byte(2, static_cast<unsigned>(session.platform) << 1) |
                      at_byte(3, 2 * sizeof(events::Country)) |
                      at_byte(4, static_cast<unsigned char>(session.country[0])) |
                      at_byte(5, static_cast<unsigned char>(session.country[1])),
                  kCircumstances + kNulls);
}

Piece tail_piece(const Piece& without_playlist, std::int64_t playlist_id) {
  const avro::Varint id = avro::varint_of(avro::zigzag(playlist_id));
  return piece_of(without_playlist.bytes[0] | at_byte(kCircumstances, 2) | at_byte(kCircumstances + 1, id.bytes),
                  without_playlist.size + id.size);
}

}  // namespace wrapfeed::pipeline
