#include "catalog/arrange.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "base/error.h"
#include "catalog/id_index.h"
#include "catalog/listings.h"

namespace wrapfeed::catalog {

using Columns = Catalog::Columns;

namespace {

using Order = std::vector<std::uint32_t>;

template <typename Column>
void reorder(Column& column, const Order& order) {
  Column sorted;
  sorted.reserve(order.size());
  for (const std::uint32_t from : order) sorted.push_back(column[from]);
  column = std::move(sorted);
}

// Numbers the genres that tracks have by name; label -> genre number, kNone for labels of artists alone.
constexpr std::uint32_t kNone = 0xFFFFFFFF;
std::vector<std::uint32_t> number_genres(Columns& columns, std::span<const std::uint32_t> track_labels) {
  std::vector<std::uint32_t> genre_of(columns.labels.size(), kNone);
  for (const std::uint32_t label : track_labels) genre_of[label] = 0;
  for (std::size_t label = 0; label < genre_of.size(); ++label) {
    if (genre_of[label] != kNone) columns.genres.push_back(columns.labels[label]);
  }
  if (columns.genres.size() > 0xFFFF) base::fail("catalog: {} genres; 65,535 at the most", columns.genres.size());
  std::sort(columns.genres.begin(), columns.genres.end());
  for (std::size_t label = 0; label < genre_of.size(); ++label) {
    if (genre_of[label] == kNone) continue;
    const auto place = std::lower_bound(columns.genres.begin(), columns.genres.end(), columns.labels[label]);
    genre_of[label] = static_cast<std::uint32_t>(place - columns.genres.begin());
  }
  for (std::size_t i = 0; i < track_labels.size(); ++i) {
    columns.track_rows[i].genre = static_cast<std::uint16_t>(genre_of[track_labels[i]]);
  }
  return genre_of;
}

void find_primary_artists(Columns& columns, std::span<const events::Id> primary_ids) {
  const IdIndex artists(columns.artist_ids, "artist");
  for (std::size_t i = 0; i < primary_ids.size(); ++i) {
    const auto artist = artists.find(primary_ids[i]);
    if (!artist) {
      base::fail("catalog: track {}: artist_id {} is not in the artist table", events::text(columns.track_ids[i]),
                 events::text(primary_ids[i]));
    }
    columns.track_rows[i].artist = *artist;
  }
}

// Each artist's genre: that of most of its tracks, of equals the first by name.
void find_artist_genres(Columns& columns, std::span<const std::uint32_t> genre_of_label) {
  for (std::size_t artist = 0; artist < columns.artist_rows.size(); ++artist) {
    const Columns::Range labels = columns.artist_labels[artist];
    for (std::uint32_t i = labels.count; i-- > 0;) {
      const std::uint32_t genre = genre_of_label[columns.label_numbers[labels.first + i]];
      if (genre != kNone) columns.artist_rows[artist].genre = static_cast<std::uint16_t>(genre);
    }
  }
  std::vector<std::uint64_t> pairs;
  pairs.reserve(columns.track_rows.size());
  for (const TrackRow& row : columns.track_rows) pairs.push_back(std::uint64_t{row.artist} << 16 | row.genre);
  std::sort(pairs.begin(), pairs.end());
  std::size_t most = 0;
  for (std::size_t begin = 0, end; begin < pairs.size(); begin = end) {
    end = static_cast<std::size_t>(
        std::upper_bound(pairs.begin() + static_cast<std::ptrdiff_t>(begin), pairs.end(), pairs[begin]) -
        pairs.begin());
    const auto artist = static_cast<std::uint32_t>(pairs[begin] >> 16);
    if (begin == 0 || artist != pairs[begin - 1] >> 16) most = 0;
    if (end - begin <= most) continue;
    most = end - begin;
    columns.artist_rows[artist].genre = static_cast<std::uint16_t>(pairs[begin]);
  }
}

void sort_artists(Columns& columns) {
  const auto count = static_cast<std::uint32_t>(columns.artist_rows.size());
  Order order(count);
  for (std::uint32_t i = 0; i < count; ++i) order[i] = i;
  const auto key = [&](std::uint32_t i) {
    return std::tuple(columns.artist_rows[i].genre, -columns.followers[i], -columns.artist_popularity[i]);
  };
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto left = key(a);
    const auto right = key(b);
    return left != right ? left < right : columns.artist_ids[a] < columns.artist_ids[b];
  });
  reorder(columns.artist_rows, order);
  reorder(columns.artist_ids, order);
  reorder(columns.artist_names, order);
  reorder(columns.followers, order);
  reorder(columns.artist_popularity, order);
  reorder(columns.artist_labels, order);
  Order place(count);
  for (std::uint32_t i = 0; i < count; ++i) place[order[i]] = i;
  for (TrackRow& row : columns.track_rows) row.artist = place[row.artist];
}

// Tracks by artist, release date, album, track number and, where all are equal, id. The key holds the first two;
// the rest is looked at only where they tie.
Order track_order(const Columns& columns, std::span<const Text> album_names) {
  struct Entry {
    std::uint64_t key;
    std::uint32_t row;
  };
  std::vector<Entry> entries(columns.track_rows.size());
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    const TrackRow& row = columns.track_rows[i];
    entries[i] = {std::uint64_t{row.artist} << 32 | (static_cast<std::uint32_t>(row.release_day) ^ 0x80000000U), i};
  }
  std::sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
    if (a.key != b.key) return a.key < b.key;
    if (album_names[a.row].offset != album_names[b.row].offset) {
      const int order = columns.text.view(album_names[a.row]).compare(columns.text.view(album_names[b.row]));
      if (order != 0) return order < 0;
    }
    const std::uint16_t left = columns.marks[a.row].track_number;
    const std::uint16_t right = columns.marks[b.row].track_number;
    return left != right ? left < right : columns.track_ids[a.row] < columns.track_ids[b.row];
  });
  Order order(entries.size());
  std::transform(entries.begin(), entries.end(), order.begin(), [](const Entry& entry) { return entry.row; });
  return order;
}

void sort_tracks(Columns& columns, std::vector<Text>& album_names) {
  const Order order = track_order(columns, album_names);
  reorder(columns.track_rows, order);
  reorder(columns.track_ids, order);
  reorder(columns.track_names, order);
  reorder(columns.features, order);
  reorder(columns.marks, order);
  reorder(columns.newness, order);
  reorder(columns.credits, order);
  reorder(album_names, order);
}

constexpr std::uint32_t kMostLeft = 0x7F;  // album_left has 7 bits

void number_albums(Columns& columns, std::span<const Text> album_names) {
  const auto count = static_cast<std::uint32_t>(columns.track_rows.size());
  columns.track_albums.resize(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    const TrackRow& row = columns.track_rows[i];
    const bool goes_on = i > 0 && row.artist == columns.track_rows[i - 1].artist &&
                         row.release_day == columns.track_rows[i - 1].release_day &&
                         columns.text.view(album_names[i]) == columns.text.view(columns.albums.back().name);
    if (!goes_on) columns.albums.push_back({album_names[i], i});
    columns.track_albums[i] = static_cast<std::uint32_t>(columns.albums.size() - 1);
  }
  for (std::uint32_t i = count; i-- > 0;) {
    const bool last = i + 1 == count || columns.track_albums[i] != columns.track_albums[i + 1];
    const std::uint32_t left = last ? 0 : columns.track_rows[i + 1].album_left + 1U;
    columns.track_rows[i].album_left = static_cast<std::uint16_t>(std::min(left, kMostLeft) & kMostLeft);
  }
}

void fill_artist_rows(Columns& columns) {
  std::uint32_t next = 0;
  const auto tracks = static_cast<std::uint32_t>(columns.track_rows.size());
  for (std::uint32_t artist = 0; artist < columns.artist_rows.size(); ++artist) {
    ArtistRow& row = columns.artist_rows[artist];
    row.first_track = next;
    while (next < tracks && columns.track_rows[next].artist == artist) ++next;
    row.track_count = next - row.first_track;
    row.last_release_day =
        row.track_count > 0 ? columns.track_rows[next - 1].release_day : std::numeric_limits<base::Days>::min();
  }
}

void fill_genre_ranges(Columns& columns) {
  columns.genre_artists.assign(columns.genres.size(), {0, 0});
  for (std::uint32_t artist = 0; artist < columns.artist_rows.size(); ++artist) {
    Catalog::ArtistRange& range = columns.genre_artists[columns.artist_rows[artist].genre];
    if (range.count++ == 0) range.first = artist;
  }
}

}  // namespace

void arrange(Columns& columns, Unplaced unplaced) {
  const auto genre_of_label = number_genres(columns, unplaced.track_labels);
  IdIndex(columns.track_ids, "track");
  find_primary_artists(columns, unplaced.primary_ids);
  unplaced.primary_ids = {};
  unplaced.track_labels = {};
  find_artist_genres(columns, genre_of_label);
  sort_artists(columns);
  sort_tracks(columns, unplaced.album_names);
  number_albums(columns, unplaced.album_names);
  fill_artist_rows(columns);
  fill_genre_ranges(columns);
  fill_listings(columns);
}

}  // namespace wrapfeed::catalog
