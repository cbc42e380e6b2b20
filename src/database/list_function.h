#pragma once

#include <duckdb.h>

#include <string>

#include "database/database.h"

namespace wrapfeed::database {

// Makes `name`(VARCHAR) -> VARCHAR[] known to the connection, computed by `function`.
void register_list_function(duckdb_connection connection, const std::string& name, ListFunction function);

}  // namespace wrapfeed::database
