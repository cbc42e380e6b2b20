#pragma once

#include <string>

#include "web/filters.h"
#include "web/results.h"

namespace wrapfeed::web {

// SQL before a query of sql/page: `people`, the users that the filters leave, and `chosen`, their cells.
std::string with_people(const Filters& filters);

// The body of /api/population.
std::string population(Results& results, const Filters& filters);

}  // namespace wrapfeed::web
