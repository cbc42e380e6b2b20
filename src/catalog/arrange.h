#pragma once

#include <cstdint>
#include <vector>

#include "catalog/columns.h"

namespace wrapfeed::catalog {

// What the rows of an unordered catalog say of each track beside its columns; the places they get say it afterwards.
struct Unplaced {
  std::vector<events::Id> primary_ids;
  std::vector<Text> album_names;
  std::vector<std::uint32_t> track_labels;  // its genre, as a number in `labels`
};

// Brings the columns into the order that catalog.h states and fills what follows from it: genres, artist rows, albums,
// orders of popularity and release. Numbers are sorted, then each column is moved once. Error as CatalogBuilder's.
void arrange(Catalog::Columns& columns, Unplaced unplaced);

}  // namespace wrapfeed::catalog
