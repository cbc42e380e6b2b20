#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "events/event.h"
#include "random/draws.h"
#include "simulation/choice.h"
#include "simulation/track_memory.h"
#include "users/profile.h"

namespace wrapfeed::simulation {

// Something a listener does to their library while a track plays, in this order.
struct LibraryAction {
  events::EventType type;
  std::uint8_t playlist = TrackNote::kNoPlaylist;
};

// Liked songs, playlists and followed artists of one listener: they grow with what is enjoyed and say where a later
// play of the track comes from.
class Library {
 public:
  // Marks in `notes` what is liked and listed; they are the listener's.
  Library(const catalog::Catalog& catalog, TrackMemory& notes) : catalog_(catalog), notes_(notes) {}

  void begin(const users::Profile& profile);
  // A play before the feed begins: some of those tracks are liked already.
  void remember_past(std::uint32_t track, std::uint32_t word);

  // What a play heard to its end moves the listener to do; applied at once. At most four actions.
  void enjoy(std::uint32_t track, base::Days day, random::Draws& draws, std::vector<LibraryAction>& actions);

  // Where a track of the listener's own comes from: a playlist of theirs, liked songs, or neither (None).
  events::Source own_source(std::uint32_t track) const;
  std::uint8_t playlist_of(std::uint32_t track) const { return notes_.find(track).playlist; }

  std::int64_t playlist_id(std::uint8_t playlist) const;
  std::string_view playlist_name(std::uint8_t playlist) const { return playlists_[playlist]; }

 private:
  void like_or_unlike(std::uint32_t track, random::Draws& draws, std::vector<LibraryAction>& actions);
  void change_playlists(std::uint32_t track, base::Days day, random::Draws& draws, std::vector<LibraryAction>& actions);
  void create_playlist(std::uint32_t track, base::Days day, random::Draws& draws);
  void follow_or_unfollow(std::uint32_t track, random::Draws& draws, std::vector<LibraryAction>& actions);

  const catalog::Catalog& catalog_;
  const users::Profile* profile_ = nullptr;
  TrackMemory& notes_;
  std::vector<std::string> playlists_;   // names, by number
  std::vector<std::uint32_t> followed_;  // artists
};

}  // namespace wrapfeed::simulation
