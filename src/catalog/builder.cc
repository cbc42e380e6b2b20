#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <tuple>

#include "base/check.h"
#include "base/error.h"
#include "catalog/columns.h"
#include "catalog/digest.h"
#include "catalog/id_index.h"

namespace wrapfeed::catalog {

using Columns = Catalog::Columns;

struct CatalogBuilder::Staging {
  std::vector<events::Id> primary_ids;  // of each track
  std::vector<Text> album_names;        // of each track
  std::vector<std::uint32_t> track_labels;
  std::map<std::string, std::uint32_t, std::less<>> label_numbers;
};

CatalogBuilder::CatalogBuilder() : columns_(std::make_unique<Columns>()), staging_(std::make_unique<Staging>()) {}
CatalogBuilder::~CatalogBuilder() = default;

void CatalogBuilder::reserve(std::size_t tracks, std::size_t artists) {
  Columns& columns = *columns_;
  columns.track_rows.reserve(tracks);
  columns.track_ids.reserve(tracks);
  columns.track_names.reserve(tracks);
  columns.features.reserve(tracks);
  columns.marks.reserve(tracks);
  columns.newness.reserve(tracks);
  columns.credits.reserve(tracks);
  columns.artist_rows.reserve(artists);
  columns.artist_ids.reserve(artists);
  columns.artist_names.reserve(artists);
  columns.followers.reserve(artists);
  columns.artist_popularity.reserve(artists);
  columns.artist_labels.reserve(artists);
  columns.text.reserve(tracks * 24 + artists * 16);
  staging_->primary_ids.reserve(tracks);
  staging_->album_names.reserve(tracks);
  staging_->track_labels.reserve(tracks);
}

namespace {

template <typename T>
T narrow(std::string_view what, const events::Id& id, std::string_view field, std::int64_t value, std::int64_t low) {
  if (value < low || value > static_cast<std::int64_t>(std::numeric_limits<T>::max())) {
    base::fail("catalog: {} {}: {} {} is not between {} and {}", what, events::text(id), field, value, low,
               std::numeric_limits<T>::max());
  }
  return static_cast<T>(value);
}

std::uint32_t label_number(std::map<std::string, std::uint32_t, std::less<>>& numbers, std::vector<std::string>& labels,
                           std::string_view name) {
  const auto found = numbers.find(name);
  if (found != numbers.end()) return found->second;
  const auto number = static_cast<std::uint32_t>(labels.size());
  labels.emplace_back(name);
  numbers.emplace(name, number);
  return number;
}

Columns::Marks marks_of(const events::Track& track) {
  const events::Id& id = track.track_id;
  const events::AudioFeatures& features = track.features;
  return {.track_number = narrow<std::uint16_t>("track", id, "track_number", track.track_number, 0),
          .features_type = narrow<std::uint16_t>("track", id, "audio_features_type", track.audio_features_type, 0),
          .popularity = narrow<std::uint8_t>("track", id, "popularity", track.popularity, 0),
          .key = narrow<std::int8_t>("track", id, "key", features.key, -1),
          .mode = narrow<std::int8_t>("track", id, "mode", features.mode, -1),
          .time_signature = narrow<std::int8_t>("track", id, "time_signature", features.time_signature, 0),
          .precision = track.release_date_precision,
          .is_explicit = track.is_explicit};
}

Columns::Features measured(const events::AudioFeatures& features) {
  return {features.danceability,     features.energy,   features.loudness, features.speechiness, features.acousticness,
          features.instrumentalness, features.liveness, features.valence,  features.tempo};
}

}  // namespace

void CatalogBuilder::add(const events::Artist& artist) {
  Columns& columns = *columns_;
  const auto first = static_cast<std::uint32_t>(columns.label_numbers.size());
  for (const std::string_view genre : artist.genres) {
    columns.label_numbers.push_back(label_number(staging_->label_numbers, columns.labels, genre));
  }
  columns.artist_rows.push_back({});
  columns.artist_ids.push_back(artist.artist_id);
  columns.artist_names.push_back(columns.text.add(artist.name));
  columns.followers.push_back(artist.followers);
  columns.artist_popularity.push_back(artist.popularity);
  columns.artist_labels.push_back({first, static_cast<std::uint32_t>(artist.genres.size())});
}

void CatalogBuilder::add(const events::Track& track) {
  Columns& columns = *columns_;
  Staging& staging = *staging_;
  const auto duration = narrow<std::int32_t>("track", track.track_id, "duration_ms", track.duration_ms, 0);
  columns.marks.push_back(marks_of(track));
  columns.track_rows.push_back({0, static_cast<std::uint32_t>(duration), track.release_date, 0, 0});
  columns.track_ids.push_back(track.track_id);
  columns.track_names.push_back(columns.text.add(track.name));
  columns.features.push_back(measured(track.features));
  columns.newness.push_back(track.newness_score);
  if (track.artist_ids.size() == 1 && track.artist_ids[0] == track.artist_id) {
    columns.credits.push_back(Columns::kPrimaryOnly);
  } else {
    columns.credits.push_back(
        {static_cast<std::uint32_t>(columns.credit_ids.size()), static_cast<std::uint32_t>(track.artist_ids.size())});
    columns.credit_ids.insert(columns.credit_ids.end(), track.artist_ids.begin(), track.artist_ids.end());
  }
  staging.primary_ids.push_back(track.artist_id);
  // Tracks mostly come album by album: the name is stored once for a run of them.
  const bool same_album =
      !staging.album_names.empty() && columns.text.view(staging.album_names.back()) == track.album_name;
  staging.album_names.push_back(same_album ? staging.album_names.back() : columns.text.add(track.album_name));
  staging.track_labels.push_back(label_number(staging.label_numbers, columns.labels, track.track_genre));
}

namespace {

using Order = std::vector<std::uint32_t>;

template <typename T>
void reorder(std::vector<T>& column, const Order& order) {
  std::vector<T> sorted;
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
    columns.track_rows[i].album_left = static_cast<std::uint16_t>(std::min(left, 0xFFFFU));
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

void rank_tracks(Columns& columns) {
  columns.popular.resize(columns.track_rows.size());
  for (std::uint32_t i = 0; i < columns.popular.size(); ++i) columns.popular[i] = i;
  for (const ArtistRow& row : columns.artist_rows) {
    const auto first = columns.popular.begin() + row.first_track;
    std::sort(first, first + row.track_count, [&](std::uint32_t a, std::uint32_t b) {
      const int left = columns.marks[a].popularity;
      const int right = columns.marks[b].popularity;
      return left != right ? left > right : a < b;
    });
  }
}

}  // namespace

Catalog CatalogBuilder::build() {
  CHECK(staging_ != nullptr);
  Columns& columns = *columns_;
  if (columns.track_rows.empty()) base::fail("catalog: no track at all; at least one is needed");
  const auto genre_of_label = number_genres(columns, staging_->track_labels);
  IdIndex(columns.track_ids, "track");
  find_primary_artists(columns, staging_->primary_ids);
  std::vector<Text> album_names = std::move(staging_->album_names);
  staging_.reset();
  find_artist_genres(columns, genre_of_label);
  sort_artists(columns);
  sort_tracks(columns, album_names);
  number_albums(columns, album_names);
  fill_artist_rows(columns);
  fill_genre_ranges(columns);
  rank_tracks(columns);
  for (const std::uint32_t label : columns.label_numbers) columns.label_views.emplace_back(columns.labels[label]);
  columns.digest = digest_of(columns);
  return Catalog(std::move(columns_));
}

}  // namespace wrapfeed::catalog
