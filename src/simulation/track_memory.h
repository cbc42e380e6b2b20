#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace wrapfeed::simulation {

// What a listener knows of a track, and their account of it.
struct TrackNote {
  std::uint32_t track = kEmpty;
  bool heard = false;
  bool liked = false;                   // in the liked songs
  bool like_is_in_feed = false;         // liked by an event, so that it can be unliked
  std::uint8_t playlist = kNoPlaylist;  // the listener's playlist it is on, the last one it was added to

  static constexpr std::uint32_t kEmpty = 0xFFFFFFFF;
  static constexpr std::uint8_t kNoPlaylist = 255;
};

// Notes by track number: a table by open addressing, emptied for each user.
class TrackMemory {
 public:
  void clear() {
    notes_.assign(kInitial, TrackNote{});
    used_ = 0;
  }
  // The note of a track; one is made where there is none. Valid until the next call.
  TrackNote& of(std::uint32_t track) {
    if (2 * (used_ + 1) > notes_.size()) grow();
    TrackNote& note = slot(track);
    if (note.track == TrackNote::kEmpty) {
      note.track = track;
      ++used_;
    }
    return note;
  }
  // The note of a track, or an empty one.
  TrackNote find(std::uint32_t track) const { return const_cast<TrackMemory*>(this)->slot(track); }

 private:
  static constexpr std::size_t kInitial = 1024;

  TrackNote& slot(std::uint32_t track) {
    const std::size_t mask = notes_.size() - 1;
    std::size_t i = (track * 0x9E3779B97F4A7C15u) >> (64 - std::countr_zero(notes_.size()));
    while (notes_[i].track != track && notes_[i].track != TrackNote::kEmpty) i = (i + 1) & mask;
    return notes_[i];
  }
  void grow() {
    std::vector<TrackNote> old(notes_.size() * 2);
    old.swap(notes_);
    for (const TrackNote& note : old) {
      if (note.track != TrackNote::kEmpty) slot(note.track) = note;
    }
  }

  std::vector<TrackNote> notes_ = std::vector<TrackNote>(kInitial);
  std::size_t used_ = 0;
};

}  // namespace wrapfeed::simulation
