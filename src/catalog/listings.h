#pragma once

#include "catalog/columns.h"

namespace wrapfeed::catalog {

// Fills the lists of track numbers that a catalog offers beside its own order, once its rows stand in it: each artist's
// tracks by popularity, each genre's by release day, and the songs of Christmas.
void fill_listings(Catalog::Columns& columns);

}  // namespace wrapfeed::catalog
