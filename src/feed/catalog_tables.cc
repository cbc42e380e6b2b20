#include "feed/catalog_tables.h"

#include "avro/encode.h"
#include "avro/tables.h"
#include "base/file.h"
#include "feed/layout.h"

namespace wrapfeed::feed {

FileEntry write_tracks(const PartOptions& options, const catalog::Catalog& catalog, const PartRange& range) {
  PartWriter part(options, part_path("track", range.part, Format::Avro), avro::track_table().schema_json);
  for (std::int64_t track = range.first; track < range.last; ++track) {
    avro::encode(catalog.track(static_cast<std::uint32_t>(track)), part.buffer());
    part.end_record();
  }
  return part.finish();
}

FileEntry write_artists(const PartOptions& options, const catalog::Catalog& catalog, const PartRange& range) {
  PartWriter part(options, part_path("artist", range.part, Format::Avro), avro::artist_table().schema_json);
  for (std::int64_t artist = range.first; artist < range.last; ++artist) {
    avro::encode(catalog.artist(static_cast<std::uint32_t>(artist)), part.buffer());
    part.end_record();
  }
  return part.finish();
}

void write_success(const std::filesystem::path& folder, std::string_view table) {
  std::filesystem::create_directories(folder / table);  // which has no file where no event is within the window
  base::write_whole(folder / table / kSuccessName, "");
}

void write_catalog(const PartOptions& options, const catalog::Catalog& catalog) {
  const Split tracks{0, catalog.track_count(), kRowsPerDimensionPart};
  for (std::uint32_t part = 0; part < tracks.parts(); ++part) write_tracks(options, catalog, tracks.part(part));
  const Split artists{0, catalog.artist_count(), kRowsPerDimensionPart};
  for (std::uint32_t part = 0; part < artists.parts(); ++part) write_artists(options, catalog, artists.part(part));
  write_success(options.root, "track");
  write_success(options.root, "artist");
}

}  // namespace wrapfeed::feed
