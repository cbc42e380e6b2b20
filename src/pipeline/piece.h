#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "avro/primitives.h"
#include "events/event.h"
#include "feed/options.h"
#include "simulation/session.h"

namespace wrapfeed::pipeline {

// Sixteen bytes in one register, moved at once.
using Wide [[gnu::vector_size(16)]] = std::uint64_t;

// Some bytes of a record that other records have too: stored whole, of which only the first `size` stay. Whatever makes
// one is inlined: what a function returns in memory would stay there.
struct Piece {
  Wide bytes{};
  std::size_t size = 0;

  std::byte* put(std::byte* at) const {
    std::memcpy(at, &bytes, sizeof(bytes));
    return at + size;
  }
};

__extension__ using Bits = unsigned __int128;
constexpr Bits at_byte(std::size_t place, Bits bytes) { return bytes << (8 * place); }
[[gnu::always_inline]] inline Piece piece_of(Bits bytes, std::size_t size) {
  return {Wide{static_cast<std::uint64_t>(bytes), static_cast<std::uint64_t>(bytes >> 64)}, size};
}

// utc_offset_minutes, user_id, session_id: at most 2, 5 and 8 bytes.
static_assert(feed::kMaxUsers <= std::int64_t{1} << 31);
template <typename Spread>
[[gnu::always_inline]] inline Piece session_piece(const simulation::Session& session) {
  const avro::Varint offset = avro::varint_of<Spread>(avro::zigzag(session.clock.offset_minutes));
  const avro::Varint user = avro::varint_of<Spread>(avro::zigzag(session.user));
  const avro::Varint id = avro::varint_of<Spread>(avro::zigzag(session.id));
  return piece_of(offset.bytes | at_byte(offset.size, user.bytes | at_byte(user.size, id.bytes)),
                  offset.size + user.size + id.size);
}

// offline, private_session, platform, country: six bytes.
inline constexpr std::size_t kCircumstances = 6;
inline std::uint64_t circumstances_of(const simulation::Session& session) {
  const auto letter = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(session.country[i])}; };
  return std::uint64_t{session.offline} | std::uint64_t{session.private_session} << 8 |
         static_cast<std::uint64_t>(session.platform) << 17 | std::uint64_t{2 * sizeof(events::Country)} << 24 |
         letter(0) << 32 | letter(1) << 40;
}

// From offline to artist_id, with three nulls.
[[gnu::always_inline]] inline Piece tail_piece(std::uint64_t circumstances) {
  return piece_of(circumstances, kCircumstances + 3);
}
// The same with a playlist, whose id has at most 7 bytes.
template <typename Spread>
[[gnu::always_inline]] inline Piece tail_piece(std::uint64_t circumstances, std::int64_t playlist_id) {
  const avro::Varint id = avro::varint_of<Spread>(avro::zigzag(playlist_id));
  return piece_of(circumstances | at_byte(kCircumstances, 2) | at_byte(kCircumstances + 1, id.bytes),
                  kCircumstances + 3 + id.size);
}

}  // namespace wrapfeed::pipeline
