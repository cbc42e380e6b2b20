#pragma once

#include <cstdint>

namespace wrapfeed::simulation {

// Why a track came next.
enum class Cause : std::uint8_t {
  Resumed,       // a session begins with the track that played last
  Restarted,     // the same track once more (back button)
  Looped,        // a track on repeat
  AlbumRun,      // the next track of the album
  ArtistRun,     // another track of the same artist
  ObsessionRun,  // an album of the artist of the moment is put on
  Collection,    // the next track of a playlist of theirs, or of their liked songs
  Passage,       // history went on here the last time
  Repeat,        // from the listener's own history
  KnownArtist,   // new, by an artist heard before
  Release,       // new, just released
  Viral,         // new, what everybody listens to these weeks
  Seasonal,      // a song of the season, heard before or not
  Discovery,     // new, from the catalog
  Scripted,      // a boundary case (edge_cases.h)
};

}  // namespace wrapfeed::simulation
