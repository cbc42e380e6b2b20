#pragma once

#include <cstdint>

#include "events/event.h"
#include "simulation/repertoire.h"

namespace wrapfeed::simulation {

// What a session is begun from; it decides where the tracks come from that no run, loop or copied passage gives.
struct Context {
  static constexpr std::uint16_t kAnyGenre = 0xFFFF;

  events::Source source = events::Source::Search;
  std::uint8_t playlist = KnownTrack::kNoPlaylist;  // source Playlist: the listener's own, by number
  std::uint16_t genre = kAnyGenre;                  // radio and editorial lists stay in one genre
  bool shuffle = false;

  bool is_collection() const { return source == events::Source::LikedSongs || source == events::Source::Playlist; }
  // Somebody else picks: the listener takes what comes, old and new.
  bool is_program() const {
    return source == events::Source::Radio || source == events::Source::Editorial ||
           source == events::Source::Personalised || source == events::Source::Charts;
  }
};

}  // namespace wrapfeed::simulation
