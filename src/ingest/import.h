#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "catalog/catalog.h"
#include "ingest/rejection.h"

namespace wrapfeed::ingest {

// How a track finds its artist in the artist file.
enum class ArtistMatch {
  Whole,  // the whole artist text, without brackets and single quotes, is an artist's name
  First,  // the first artist, by id, then by name
};
ArtistMatch parse_artist_match(std::string_view name);  // "whole", "first"; Error naming both otherwise

struct ImportOptions {
  std::filesystem::path tracks;           // id, name, popularity, artists, audio features ...
  std::filesystem::path genres;           // track_name, album_name, track_genre
  std::filesystem::path artists;          // id, name, followers, popularity, genres
  std::uint32_t clusters = 3;             // of audio_features_type, 1 ... 1000
  base::Days newness_reference = 19'723;  // 2024-01-01: the day from which newness counts back
  ArtistMatch artist_match = ArtistMatch::Whole;
  double max_rejected = 0.01;  // share of a file's rows that may be bad, 0 ... 1
  std::uint64_t seed = 1;      // of the k-means starts
  int threads = 0;             // 0: all cores; the result is the same

  void validate() const;  // Error naming the field, its value and what is allowed
};

// import.json, key for key.
struct ImportSummary {
  std::uint64_t tracks_rows = 0;
  std::uint64_t genre_rows = 0;
  std::uint64_t artist_rows = 0;
  std::uint64_t common_names = 0;
  std::uint64_t joined_rows = 0;
  std::uint64_t matched_tracks = 0;
  std::uint64_t rejected_rows = 0;  // of the three files together
  double inertia = 0;
  std::vector<std::uint64_t> cluster_sizes;
  struct Newness {
    double min = 0;
    double mean = 0;
    double max = 0;
  };
  Newness newness;  // over the joined rows
};

struct Import {
  catalog::Catalog catalog;
  ImportSummary summary;
  std::vector<Rejection> rejections;  // by file (tracks, genres, artists), then line
};

// Real CSV files become a catalog. Error for a file that cannot be read or lacks a column, more bad rows than
// allowed, and joins that leave nothing.
Import import_catalog(const ImportOptions& options);

// Writes import.json and rejected.csv into an existing folder.
void write_report(const std::filesystem::path& folder, const Import& import);

}  // namespace wrapfeed::ingest
