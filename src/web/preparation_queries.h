#pragma once

#include <string>

#include "insights/queries.h"
#include "insights/window.h"
#include "web/source.h"

namespace wrapfeed::web {

// The queries of Wrapped and ours behind them, in the order in which they run. Kept is what the file `results` holds
// and what a user's page is put together from.
insights::Queries queries_of(const Source& source);

// SQL for the macros that ours use: months_of(month, n), a number for each month of the window out of rows with a month
// and a number; no_months(), as many zeros; and for those that run in the file later, date_from_unix_date there too.
std::string macros_of(const insights::Window& window);

}  // namespace wrapfeed::web
