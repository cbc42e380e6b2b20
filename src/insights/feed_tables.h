#pragma once

#include <cstdint>
#include <filesystem>

#include "database/database.h"
#include "insights/window.h"

namespace wrapfeed::insights {

// What the queries read of a feed, made known to the database: events, tracks, users, parameters and the macros (see
// sql/wrapped/README.md). Error for a feed of another format or whose tables are missing or not those of schemas/.
void open_tables(database::Database& database, const std::filesystem::path& feed, const Window& window);

// The same as if the feed had that user alone and the tracks of the artists heard; in layout user, little more than
// that is read. Error if there is no such user.
void open_tables_of(database::Database& database, const std::filesystem::path& feed, const Window& window,
                    std::int64_t user);

}  // namespace wrapfeed::insights
