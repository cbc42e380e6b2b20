#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/time.h"
#include "events/id.h"
#include "events/track.h"

namespace wrapfeed::catalog {

// What choosing and playing a track needs of it: one 16-byte row.
struct TrackRow {
  std::uint32_t artist;  // the primary artist's number
  std::uint32_t duration_ms;
  base::Days release_day;        // first day of the release period
  std::uint16_t genre;           // number in genres()
  std::uint16_t album_left : 7;  // tracks that follow on its album: 0 for the last; 127 for more
  std::uint16_t festive : 1;     // a song of Christmas by its title or its album's (festive.h)
  std::uint16_t rank : 8;        // in its artist's popularity order, 0 = most popular; 255 for more
};
static_assert(sizeof(TrackRow) == 16);

struct ArtistRow {
  std::uint32_t first_track;    // its tracks (as primary artist) are first_track ... first_track + track_count - 1
  std::uint32_t track_count;    // 0 for an artist that only appears beside others
  base::Days last_release_day;  // of the newest of its tracks
  std::uint16_t genre;          // of most of its tracks; without any, the first of its own that is in genres(), or 0
};

// Every track and artist there is, immutable and columnar. Numbers, not ids, are used inside the program.
// Order: artists by genre, then popularity (most followed first); tracks by artist, then release date, album, track
// number. So "next on the album" is track + 1, an artist's released tracks are a prefix of its tracks, and a genre is
// a range of artists. The same rows give the same order, whatever order they came in. Threads may share one.
// An album is the tracks of one artist with one release date and album name. A track's artist_name, artist_popularity
// and artist_followers are those of its primary artist's row.
class Catalog {
 public:
  ~Catalog();
  Catalog(Catalog&&) noexcept;

  std::uint32_t track_count() const noexcept;
  std::uint32_t artist_count() const noexcept;
  const TrackRow& track_row(std::uint32_t track) const noexcept { return track_rows_[track]; }
  const ArtistRow& artist_row(std::uint32_t artist) const noexcept { return artist_rows_[artist]; }

  // The artist's track at `rank` of its popularity order, 0 = most popular, rank < track_count.
  std::uint32_t popular_track(std::uint32_t artist, std::uint32_t rank) const noexcept {
    return popular_at(artist_rows_[artist].first_track + rank);
  }
  // The same by place: the artist's first_track + rank.
  std::uint32_t popular_at(std::uint32_t place) const noexcept { return popular_[place]; }
  // Have what will be read soon brought near: a place of the popularity orders, a track's row and id.
  void prefetch_popular(std::uint32_t place) const noexcept { __builtin_prefetch(popular_ + place); }
  void prefetch_track(std::uint32_t track) const noexcept {
    __builtin_prefetch(track_rows_ + track);
    __builtin_prefetch(track_ids_ + track);
    __builtin_prefetch(track_ids_[track].data() + sizeof(events::Id) - 1);  // it may lie on two lines
  }
  // How many of the artist's tracks are out on `day` (its first ones).
  std::uint32_t released_tracks(std::uint32_t artist, base::Days day) const noexcept {
    const ArtistRow& row = artist_rows_[artist];
    return row.last_release_day <= day ? row.track_count : search_released(row, day);
  }
  // The first track of the album that `track` is on.
  std::uint32_t album_first(std::uint32_t track) const noexcept;

  std::span<const std::string> genres() const noexcept;  // names, sorted
  struct ArtistRange {
    std::uint32_t first;
    std::uint32_t count;
  };
  ArtistRange artists_of(std::uint16_t genre) const noexcept { return genre_artists_[genre]; }

  // The tracks of a genre's artists (whatever the tracks' own genre) by release day, then as they stand, that is the
  // most followed artists' first.
  std::span<const std::uint32_t> releases_of(std::uint16_t genre) const noexcept;
  // When each of these comes out: what is searched lies together.
  std::span<const base::Days> release_days_of(std::uint16_t genre) const noexcept;
  // The songs of Christmas, most followed artists first; each artist's by popularity.
  std::span<const std::uint32_t> festive_tracks() const noexcept;

  std::span<const events::Id> track_ids() const noexcept { return {track_ids_, track_count()}; }
  std::span<const events::Id> artist_ids() const noexcept;
  events::Track track(std::uint32_t track) const;     // the whole row; its views live as long as the catalog
  events::Artist artist(std::uint32_t artist) const;  // likewise

  // XXH3-128 over every row, 32 hex digits: equal catalogs have equal digests.
  const std::string& digest() const noexcept;

  struct Columns;  // how it is stored: columns.h

 private:
  friend class CatalogBuilder;
  explicit Catalog(std::unique_ptr<Columns> columns);
  std::uint32_t search_released(const ArtistRow& artist, base::Days day) const noexcept;
  std::unique_ptr<Columns> columns_;
  const TrackRow* track_rows_;    // of the columns: what every play reads, at hand
  const ArtistRow* artist_rows_;  // likewise
  const std::uint32_t* popular_;  // likewise
  const events::Id* track_ids_;   // likewise
  const ArtistRange* genre_artists_;
};

// Collects rows in any order (text is copied) and sorts them into a Catalog. Error for a track whose primary artist
// is missing, a repeated id, a value out of range, or no track at all.
class CatalogBuilder {
 public:
  CatalogBuilder();
  ~CatalogBuilder();
  void reserve(std::size_t tracks, std::size_t artists);  // saves growing by doubling: half the memory of big catalogs
  void add(const events::Artist& artist);
  void add(const events::Track& track);
  Catalog build();  // once

 private:
  struct Staging;  // what only building needs
  std::unique_ptr<Catalog::Columns> columns_;
  std::unique_ptr<Staging> staging_;
};

}  // namespace wrapfeed::catalog
