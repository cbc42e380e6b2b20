#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "catalog/catalog.h"
#include "feed/layout.h"
#include "feed/manifest.h"
#include "feed/part_writer.h"

namespace wrapfeed::feed {

inline constexpr std::int64_t kRowsPerDimensionPart = 1'000'000;  // about 120 MB of tracks, deflated

// A range of rows of a dimension table, in the catalog's order, as one Avro part.
FileEntry write_tracks(const PartOptions& options, const catalog::Catalog& catalog, const PartRange& range);
FileEntry write_artists(const PartOptions& options, const catalog::Catalog& catalog, const PartRange& range);

// An empty _SUCCESS in each table's folder: the table is whole.
void write_success(const std::filesystem::path& folder, std::string_view table);

// Both tables of a catalog folder, each with its _SUCCESS.
void write_catalog(const PartOptions& options, const catalog::Catalog& catalog);

}  // namespace wrapfeed::feed
