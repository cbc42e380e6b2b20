#include "pipeline/stream_stencil.h"

namespace wrapfeed::pipeline {
namespace {

constexpr std::uint64_t byte_at(std::size_t place, unsigned value) { return std::uint64_t{value} << (8 * place); }

}  // namespace

Piece<3> session_piece(const simulation::Session& session) {
  std::byte room[48]{};
  std::byte* at = avro::put_long(room, session.clock.offset_minutes);
  at = avro::put_long(avro::put_long(at, session.user), session.id);
  Piece<3> piece;
  std::memcpy(piece.words.data(), room, sizeof(piece.words));
  piece.size = static_cast<std::size_t>(at - room);
  return piece;
}

std::uint64_t circumstances_of(const simulation::Session& session) {
  return byte_at(0, session.offline) | byte_at(1, session.private_session) |
         byte_at(2, static_cast<unsigned>(session.platform) << 1) | byte_at(3, 2 * sizeof(events::Country)) |
         byte_at(4, static_cast<unsigned char>(session.country[0])) |
         byte_at(5, static_cast<unsigned char>(session.country[1]));
}

}  // namespace wrapfeed::pipeline
