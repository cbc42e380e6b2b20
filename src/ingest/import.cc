#include "ingest/import.h"

#include <algorithm>
#include <numeric>

#include "base/error.h"
#include "catalog/clusters.h"
#include "catalog/newness.h"
#include "database/database.h"
#include "ingest/csv_inputs.h"
#include "ingest/joined_tracks.h"
#include "ingest/python_list.h"
#include "ingest/queries.h"

namespace wrapfeed::ingest {
namespace {

using database::Database;

std::uint64_t count(Database& database, std::string_view what, std::string_view table) {
  return static_cast<std::uint64_t>(database.query(fmt::format("select count({}) from {}", what, table)).integer(0, 0));
}

void join(Database& database, const ImportOptions& options, ImportSummary& summary) {
  database.run(std::string(k_joined_sql));
  summary.joined_rows = count(database, "*", "joined");
  summary.common_names = count(database, "distinct name", "joined");
  if (summary.joined_rows == 0) {
    base::fail("{} and {} have no track name in common", options.tracks.string(), options.genres.string());
  }
  const bool whole = options.artist_match == ArtistMatch::Whole;
  database.run(std::string(whole ? k_match_whole_sql : k_match_first_sql));
  summary.matched_tracks = count(database, "*", "matched");
  if (summary.matched_tracks == 0) {
    base::fail("{} has no artist of the {} joined tracks (--artist-match {})", options.artists.string(),
               summary.joined_rows, whole ? "whole" : "first");
  }
  database.run(std::string(k_credits_sql));
}

// What all joined rows together say of each one.
struct Measures {
  catalog::Clustering clustering;
  std::vector<double> newness;
};

Measures measure(const JoinedTracks& joined, const ImportOptions& options) {
  std::vector<events::AudioFeatures> features;
  std::vector<base::Days> releases;
  for (std::size_t row = 0; row < joined.count(); ++row) {
    features.push_back(joined.features(row));
    releases.push_back(joined.release_day(row));
  }
  return {catalog::cluster_audio_features(features, options.clusters, options.seed),
          catalog::newness_scores(releases, options.newness_reference)};
}

void summarise(const Measures& measures, ImportSummary& summary) {
  summary.inertia = measures.clustering.inertia;
  summary.cluster_sizes = measures.clustering.sizes;
  const auto& newness = measures.newness;
  const auto [least, most] = std::ranges::minmax(newness);
  const double sum = std::accumulate(newness.begin(), newness.end(), 0.0);
  summary.newness = {least, sum / static_cast<double>(newness.size()), most};
}

void add_artists(Database& database, catalog::CatalogBuilder& builder) {
  const auto rows = database.query(std::string(k_catalog_artists_sql));
  std::vector<std::string> genres;
  for (std::size_t row = 0; row < rows.rows(); ++row) {
    const std::string name = rows.text(row, 1);
    parse_python_list(rows.text(row, 4), genres);  // the query's rows are those where this succeeds
    const std::vector<std::string_view> views(genres.begin(), genres.end());
    builder.add(events::Artist{.artist_id = to_id(rows.text(row, 0)),
                               .name = name,
                               .followers = rows.integer(row, 2),
                               .popularity = static_cast<std::int32_t>(rows.integer(row, 3)),
                               .genres = views});
  }
}

void add_tracks(JoinedTracks& joined, const Measures& measures, catalog::CatalogBuilder& builder) {
  for (std::size_t row = 0; row < joined.count(); ++row) {
    if (!joined.is_matched(row)) continue;
    events::Track track = joined.track(row);
    track.audio_features_type = measures.clustering.labels[row];
    track.newness_score = measures.newness[row];
    builder.add(track);
  }
}

}  // namespace

Import import_catalog(const ImportOptions& options) {
  options.validate();
  Database database({.threads = options.threads});
  CsvInputs inputs = read_inputs(database, options);
  ImportSummary summary;
  summary.tracks_rows = inputs.tracks_rows;
  summary.genre_rows = inputs.genre_rows;
  summary.artist_rows = inputs.artist_rows;
  summary.rejected_rows = inputs.rejections.size();
  join(database, options, summary);

  JoinedTracks joined(database);
  const Measures measures = measure(joined, options);
  summarise(measures, summary);
  catalog::CatalogBuilder builder;
  add_artists(database, builder);
  add_tracks(joined, measures, builder);
  return {builder.build(), std::move(summary), std::move(inputs.rejections)};
}

}  // namespace wrapfeed::ingest
