#pragma once

#include <string>

#include "catalog/columns.h"

namespace wrapfeed::catalog {

// XXH3-128 of every artist row and then every track row, in catalog order, as 32 hex digits.
std::string digest_of(const Catalog::Columns& columns);

}  // namespace wrapfeed::catalog
