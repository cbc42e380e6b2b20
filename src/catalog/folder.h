#pragma once

#include <filesystem>

#include "avro/codec.h"
#include "catalog/catalog.h"

namespace wrapfeed::catalog {

// A catalog folder: <dir>/track/part-00000.avro ... and <dir>/artist/part-00000.avro, as PRODUCT's feed folder has
// them, so that a feed's own folder can serve as a catalog. Error if a table is missing or damaged.
Catalog load_catalog(const std::filesystem::path& folder);

}  // namespace wrapfeed::catalog
