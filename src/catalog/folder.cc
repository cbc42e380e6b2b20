#include "catalog/folder.h"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "avro/container_reader.h"
#include "avro/tables.h"
#include "base/error.h"

namespace wrapfeed::catalog {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> table_files(const fs::path& folder, std::string_view table) {
  const fs::path directory = folder / table;
  std::error_code error;
  std::vector<fs::path> files;
  for (fs::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with('.') || name.starts_with('_') || entry->path().extension() != ".avro") continue;
    files.push_back(entry->path());
  }
  if (error) base::fail("catalog {}: cannot read its folder {}: {}", folder.string(), table, error.message());
  if (files.empty()) base::fail("catalog {}: no *.avro file in its folder {}", folder.string(), table);
  std::sort(files.begin(), files.end());
  return files;
}

void for_each_row(const fs::path& folder, const avro::Table& table, const std::function<void(const avro::Row&)>& use) {
  avro::Row row;
  for (const fs::path& file : table_files(folder, table.name)) {
    avro::ContainerReader reader(file, table.schema);
    while (reader.next(row)) {
      try {
        use(row);
      } catch (const base::Error& error) {
        base::fail("{}, block at byte {}: {}", file.string(), reader.block_offset(), error.what());
      }
    }
  }
}

events::Id id_of(const avro::Cell& cell, std::string_view field) {
  events::Id id;
  if (cell.text.size() != id.size()) {
    base::fail("{} \"{}\" is not an id of {} characters", field, cell.text, id.size());
  }
  std::copy(cell.text.begin(), cell.text.end(), id.begin());
  return id;
}

events::DatePrecision precision_of(std::string_view symbol) {
  if (symbol == "day") return events::DatePrecision::Day;
  if (symbol == "month") return events::DatePrecision::Month;
  if (symbol == "year") return events::DatePrecision::Year;
  return events::DatePrecision::Unknown;
}

class ArtistReader {
 public:
  void add(const avro::Row& row, CatalogBuilder& builder) {
    genres_.clear();
    for (std::uint32_t i = 0; i < row[list_].size; ++i) genres_.push_back(row[list_].children[i].text);
    builder.add(events::Artist{.artist_id = id_of(row[id_], "artist_id"),
                               .name = row[name_].text,
                               .followers = row[followers_].integer,
                               .popularity = static_cast<std::int32_t>(row[popularity_].integer),
                               .genres = genres_});
  }

 private:
  static std::size_t place(std::string_view field) { return avro::artist_table().schema->place_of(field); }

  std::size_t id_ = place("artist_id");
  std::size_t name_ = place("name");
  std::size_t followers_ = place("followers");
  std::size_t popularity_ = place("popularity");
  std::size_t list_ = place("genres");
  std::vector<std::string_view> genres_;
};

class TrackReader {
 public:
  void add(const avro::Row& row, CatalogBuilder& builder) {
    artist_ids_.clear();
    const avro::Cell& artists = row[artist_ids_place_];
    for (std::uint32_t i = 0; i < artists.size; ++i) artist_ids_.push_back(id_of(artists.children[i], "artist_ids"));
    builder.add(events::Track{.track_id = id_of(row[track_id_], "track_id"),
                              .name = row[name_].text,
                              .artist_id = id_of(row[artist_id_], "artist_id"),
                              .artist_name = row[artist_name_].text,
                              .artist_ids = artist_ids_,
                              .album_name = row[album_name_].text,
                              .track_number = integer(row, track_number_),
                              .duration_ms = integer(row, duration_),
                              .is_explicit = row[explicit_].integer != 0,
                              .popularity = integer(row, popularity_),
                              .release_date = integer(row, release_date_),
                              .release_date_precision = precision_of(row[precision_].text),
                              .features = features(row),
                              .track_genre = row[genre_].text,
                              .audio_features_type = integer(row, features_type_),
                              .newness_score = row[newness_].real});
  }

 private:
  static std::size_t place(std::string_view field) { return avro::track_table().schema->place_of(field); }
  static std::int32_t integer(const avro::Row& row, std::size_t field) {
    return static_cast<std::int32_t>(row[field].integer);  // 0 for a null track_number, as events::Track has it
  }
  events::AudioFeatures features(const avro::Row& row) const {
    const auto real = [&](std::size_t i) { return static_cast<float>(row[measured_[i]].real); };
    return {.danceability = real(0),
            .energy = real(1),
            .loudness = real(2),
            .speechiness = real(3),
            .acousticness = real(4),
            .instrumentalness = real(5),
            .liveness = real(6),
            .valence = real(7),
            .tempo = real(8),
            .key = integer(row, key_),
            .mode = integer(row, mode_),
            .time_signature = integer(row, time_signature_)};
  }

  std::size_t track_id_ = place("track_id");
  std::size_t name_ = place("name");
  std::size_t artist_id_ = place("artist_id");
  std::size_t artist_name_ = place("artist_name");
  std::size_t artist_ids_place_ = place("artist_ids");
  std::size_t album_name_ = place("album_name");
  std::size_t track_number_ = place("track_number");
  std::size_t duration_ = place("duration_ms");
  std::size_t explicit_ = place("explicit");
  std::size_t popularity_ = place("popularity");
  std::size_t release_date_ = place("release_date");
  std::size_t precision_ = place("release_date_precision");
  std::size_t measured_[9] = {place("danceability"), place("energy"),       place("loudness"),
                              place("speechiness"),  place("acousticness"), place("instrumentalness"),
                              place("liveness"),     place("valence"),      place("tempo")};
  std::size_t key_ = place("key");
  std::size_t mode_ = place("mode");
  std::size_t time_signature_ = place("time_signature");
  std::size_t genre_ = place("track_genre");
  std::size_t features_type_ = place("audio_features_type");
  std::size_t newness_ = place("newness_score");
  std::vector<events::Id> artist_ids_;
};

}  // namespace

Catalog load_catalog(const fs::path& folder) {
  CatalogBuilder builder;
  ArtistReader artists;
  for_each_row(folder, avro::artist_table(), [&](const avro::Row& row) { artists.add(row, builder); });
  TrackReader tracks;
  for_each_row(folder, avro::track_table(), [&](const avro::Row& row) { tracks.add(row, builder); });
  try {
    return builder.build();
  } catch (const base::Error& error) {
    base::fail("{}: {}", folder.string(), error.what());
  }
}

}  // namespace wrapfeed::catalog
