#include "simulation/repertoire.h"

#include <algorithm>

namespace wrapfeed::simulation {
namespace {

constexpr std::size_t kUsual = 4096;  // tracks that a listener knows after a year

}  // namespace

Repertoire::Repertoire(const catalog::Catalog& catalog) : catalog_(catalog), known_(kUsual) {
  shelves_.reserve(catalog.artist_count() + kNeighbours);
  for (std::uint32_t artist = 0; artist < catalog.artist_count(); ++artist) {
    const catalog::ArtistRow& row = catalog.artist_row(artist);
    const std::uint32_t count = std::min(row.track_count, kMarked);
    shelves_.push_back({row.first_track, count, untaken_shelf(count)});
  }
  shelves_.resize(shelves_.size() + kNeighbours, {0, 0, untaken_shelf(0)});
}

void Repertoire::clear() {
  for (const std::uint32_t artist : taken_of_) shelves_[artist].taken = untaken_shelf(shelves_[artist].count);
  taken_of_.clear();
  size_ = 0;
  has_festive_ = false;
  tracks_.clear();
}

void Repertoire::prepare(std::uint32_t track, KnownTrack& known) const noexcept {
  const catalog::TrackRow& row = catalog_.track_row(track);
  known.id = catalog_.track_ids()[track];
  known.plays = 0;
  known.track = track;
  known.artist = row.artist;
  known.duration_ms = row.duration_ms;
  known.album_left = static_cast<std::uint8_t>(row.album_left);
  known.playlist = KnownTrack::kNoPlaylist;
  known.festive = row.festive != 0;
  known.liked = known.like_is_in_feed = false;
}

Repertoire::Slot Repertoire::add(std::uint32_t track) {
  const catalog::TrackRow& row = catalog_.track_row(track);
  prepare(track, known_[size_]);
  tracks_.insert(track, size_);
  take(row.artist, row.rank);
  grow();
  return size_ - 1;
}

Repertoire::Slot Repertoire::add(const KnownTrack& prepared) {
  if (!tracks_.insert(prepared.track, size_)) [[unlikely]]
    return kNone;
  known_[size_] = prepared;
  grow();
  return size_ - 1;
}

}  // namespace wrapfeed::simulation
