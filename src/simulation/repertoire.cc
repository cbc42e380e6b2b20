#include "simulation/repertoire.h"

namespace wrapfeed::simulation {

Repertoire::Repertoire(const catalog::Catalog& catalog) : catalog_(catalog) {
  shelves_.reserve(catalog.artist_count());
  for (std::uint32_t artist = 0; artist < catalog.artist_count(); ++artist) {
    const catalog::ArtistRow& row = catalog.artist_row(artist);
    shelves_.push_back({row.first_track, row.track_count, 0});
  }
}

void Repertoire::clear() {
  for (const KnownTrack& track : known_) shelves_[track.artist].known = 0;
  known_.clear();
  without_id_ = 0;
  tracks_.clear();
}

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
  if (row.rank < kMarked) shelves_[row.artist].known |= std::uint64_t{1} << row.rank;
  return slot;
}

void Repertoire::fetch_ids() {
  for (; without_id_ < known_.size(); ++without_id_) {
    KnownTrack& known = known_[without_id_];
    known.id = catalog_.track_ids()[known.track];
  }
}

}  // namespace wrapfeed::simulation
