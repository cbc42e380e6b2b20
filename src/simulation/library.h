#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "catalog/catalog.h"
#include "events/event.h"
#include "random/draws.h"
#include "simulation/context.h"
#include "simulation/repertoire.h"
#include "simulation/threshold.h"
#include "users/profile.h"

namespace wrapfeed::simulation {

// Something a listener does to their library while a track plays, in this order.
struct LibraryAction {
  events::EventType type;
  std::uint8_t playlist = KnownTrack::kNoPlaylist;
};

// Liked songs, playlists and followed artists of one listener: they grow with what is enjoyed, and sessions are played
// from them. Tracks are named by their slots in the listener's repertoire, which also holds what is liked and listed.
class Library {
 public:
  using Slot = Repertoire::Slot;

  Library(const catalog::Catalog& catalog, Repertoire& known);

  void begin(const users::Profile& profile);
  // A play before the feed begins: some of those tracks are liked already.
  void remember_past(Slot slot, std::uint32_t word);

  // What a completed play moves the listener to do; applied at once. Appends at most two actions; none unless
  // is_moved_by(word).
  bool is_moved_by(std::uint32_t word) const { return habits_.follow.hit(word); }
  void enjoy(Slot slot, base::Days day, std::uint32_t word, random::Draws draws, std::vector<LibraryAction>& actions);

  // Makes `context` one of a collection: liked songs or one of the latest playlists; false if none is long enough.
  bool choose_collection(std::uint32_t word, Context& context) const;
  // The next track of it: a playlist's in order or, shuffled, any; of the liked songs the latest are likelier. kNone if
  // there is none.
  Slot pick(const Context& collection, std::uint32_t word);

  std::int64_t playlist_id(std::uint8_t playlist) const { return profile_->row.user_id * 256 + playlist; }
  std::string_view playlist_name(std::uint8_t playlist) const { return playlists_[playlist].name; }

 private:
  struct Playlist {
    std::string name;
    std::vector<Slot> tracks;  // in the order they were added
    std::uint32_t next = 0;    // place of the track that is played next
  };
  // What is done after a completed play, as cumulative shares of one word.
  struct Habits {
    Threshold like, unlike, add, remove, follow;
    Threshold liked_before;  // of the plays before the feed begins
  };

  void like(Slot slot, std::vector<LibraryAction>& actions);
  void unlike(Slot slot, std::vector<LibraryAction>& actions);
  void add(Slot slot, base::Days day, random::Draws& draws, std::vector<LibraryAction>& actions);
  void remove(Slot slot, std::vector<LibraryAction>& actions);
  void follow_or_unfollow(Slot slot, random::Draws& draws, std::vector<LibraryAction>& actions);
  void create_playlist(Slot slot, base::Days day, random::Draws& draws);

  const catalog::Catalog& catalog_;
  const users::Profile* profile_ = nullptr;
  Repertoire& known_;
  Habits habits_;
  std::vector<Slot> liked_;          // in the order they were liked
  std::vector<Playlist> playlists_;  // by number; the first playlist_count_ are this listener's
  std::size_t playlist_count_ = 0;
  std::vector<std::uint32_t> followed_;  // artists
};

}  // namespace wrapfeed::simulation
