#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace wrapfeed::simulation {

// What a listener knows of a track, and their account of it.
struct TrackNote {
  std::uint32_t track = kEmpty;
  std::uint16_t plays = 0;              // heard so often, at most 65,535
  std::uint8_t playlist = kNoPlaylist;  // the listener's playlist it is on, the last one it was added to
  bool liked : 1 = false;               // in the liked songs
  bool like_is_in_feed : 1 = false;     // liked by an event, so that it can be unliked

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
    TrackNote& note = notes_[slot(track)];
    if (note.track == TrackNote::kEmpty) {
      note.track = track;
      ++used_;
    }
    return note;
  }
  // The note of a track, or an empty one.
  const TrackNote& find(std::uint32_t track) const { return notes_[slot(track)]; }

 private:
  static constexpr std::size_t kInitial = 8192;

  // Where the track's note is, or would be.
  std::size_t slot(std::uint32_t track) const {
    const std::size_t mask = notes_.size() - 1;
    std::size_t i = (track * 0x9E3779B97F4A7C15u) >> (64 - std::countr_zero(notes_.size()));
    while (notes_[i].track != track && notes_[i].track != TrackNote::kEmpty) i = (i + 1) & mask;
    return i;
  }
  void grow() {
    std::vector<TrackNote> old(notes_.size() * 2);
    old.swap(notes_);
    for (const TrackNote& note : old) {
      if (note.track != TrackNote::kEmpty) notes_[slot(note.track)] = note;
    }
  }

  std::vector<TrackNote> notes_ = std::vector<TrackNote>(kInitial);
  std::size_t used_ = 0;
};

}  // namespace wrapfeed::simulation
