#include "ingest/csv_inputs.h"

#include <algorithm>

#include "base/error.h"
#include "ingest/csv_table.h"
#include "ingest/python_list.h"
#include "ingest/queries.h"

namespace wrapfeed::ingest {
namespace {

using database::Database;

// The columns of the public data sets, and what some of their editions call them.
const std::vector<ColumnNames> kTrackColumns = {
    {"id"},         {"name"},          {"popularity"},   {"duration_ms"},      {"explicit"}, {"artists"},
    {"id_artists"}, {"release_date"},  {"danceability"}, {"energy"},           {"key"},      {"loudness"},
    {"mode"},       {"speechiness"},   {"acousticness"}, {"instrumentalness"}, {"liveness"}, {"valence"},
    {"tempo"},      {"time_signature"}};
const std::vector<ColumnNames> kGenreColumns = {
    {"track_name"}, {"album_name", "track_album_name"}, {"track_genre", "playlist_genre"}};
const std::vector<ColumnNames> kArtistColumns = {{"id"}, {"followers"}, {"genres"}, {"name"}, {"popularity"}};

// The bad values that the checks found in a file, and its bad records, by line.
std::vector<Rejection> rejections_of(Database& database, const CsvTable& csv) {
  std::vector<Rejection> rejections = csv.rejections();
  const auto faults = database.query(
      fmt::format("select row, fault.field, fault.value, fault.reason from faults where file = {} order by row",
                  database::sql_literal(csv.name())));
  if (faults.rows() == 0) return rejections;
  const std::vector<std::uint64_t> lines = csv.lines();
  for (std::size_t i = 0; i < faults.rows(); ++i) {
    const auto row = static_cast<std::size_t>(faults.integer(i, 0));
    rejections.push_back({csv.file(), lines.at(row - 1), faults.text(i, 1), faults.text(i, 2), faults.text(i, 3)});
  }
  std::stable_sort(rejections.begin(), rejections.end(),
                   [](const Rejection& a, const Rejection& b) { return a.line < b.line; });
  return rejections;
}

void check_share(const CsvTable& csv, const std::vector<Rejection>& rejections, double max_rejected) {
  const auto bad = static_cast<double>(rejections.size());
  const auto all = static_cast<double>(csv.records());
  if (bad <= max_rejected * all) return;
  base::fail(
      "{}: {} of {} rows are bad, more than --max-rejected {} allows (with 1, rejected.csv lists them); the first: {}",
      csv.file(), rejections.size(), csv.records(), max_rejected, describe(rejections.front()));
}

}  // namespace

CsvInputs read_inputs(Database& database, const ImportOptions& options) {
  database.add_list_function("python_list", parse_python_list);
  database.run(std::string(k_checks_sql));
  CsvInputs inputs;
  const auto read = [&](const std::filesystem::path& path, const char* name, const std::vector<ColumnNames>& columns,
                        std::string_view sql) {
    const CsvTable csv(database, path, name, columns);
    database.run(std::string(sql));
    const std::vector<Rejection> rejections = rejections_of(database, csv);
    check_share(csv, rejections, options.max_rejected);
    inputs.rejections.insert(inputs.rejections.end(), rejections.begin(), rejections.end());
    return csv.records();
  };
  inputs.tracks_rows = read(options.tracks, "tracks", kTrackColumns, k_tracks_sql);
  inputs.genre_rows = read(options.genres, "genres", kGenreColumns, k_genres_sql);
  inputs.artist_rows = read(options.artists, "artists", kArtistColumns, k_artists_sql);
  return inputs;
}

}  // namespace wrapfeed::ingest
