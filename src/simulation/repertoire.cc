#include "simulation/repertoire.h"

namespace wrapfeed::simulation {

Repertoire::Slot Repertoire::add(std::uint32_t track) {
  const catalog::TrackRow& row = catalog_.track_row(track);
  const auto slot = static_cast<Slot>(known_.size());
  catalog_.prefetch_track(track);
  known_.push_back({.id = {},
                    .track = track,
                    .artist = row.artist,
                    .duration_ms = row.duration_ms,
                    .album_left = static_cast<std::uint8_t>(row.album_left),
                    .festive = row.festive != 0});
  tracks_[track] = slot;
  if (row.rank < kMarked) artists_[row.artist] |= std::uint64_t{1} << row.rank;
  return slot;
}

void Repertoire::fetch_ids() {
  for (; without_id_ < known_.size(); ++without_id_) {
    KnownTrack& known = known_[without_id_];
    known.id = catalog_.track_ids()[known.track];
  }
}

}  // namespace wrapfeed::simulation
