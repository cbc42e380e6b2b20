#include <nlohmann/json.hpp>

#include "base/file.h"
#include "ingest/import.h"

namespace wrapfeed::ingest {

void write_report(const std::filesystem::path& folder, const Import& import) {
  const ImportSummary& summary = import.summary;
  nlohmann::ordered_json json;
  json["tracks_rows"] = summary.tracks_rows;
  json["genre_rows"] = summary.genre_rows;
  json["artist_rows"] = summary.artist_rows;
  json["common_names"] = summary.common_names;
  json["joined_rows"] = summary.joined_rows;
  json["matched_tracks"] = summary.matched_tracks;
  json["rejected_rows"] = summary.rejected_rows;
  json["inertia"] = summary.inertia;
  json["cluster_sizes"] = summary.cluster_sizes;
  json["newness"] = {{"min", summary.newness.min}, {"mean", summary.newness.mean}, {"max", summary.newness.max}};
  base::write_whole(folder / "rejected.csv", format_rejections(import.rejections));
  base::write_whole(folder / "import.json", json.dump(2) + "\n");
}

}  // namespace wrapfeed::ingest
