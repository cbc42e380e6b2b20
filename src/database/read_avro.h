#pragma once

#include <duckdb.h>

namespace wrapfeed::database {

// Makes the table function read_avro('path') known to the connection; what it does stands in database.h.
void register_read_avro(duckdb_connection connection);

}  // namespace wrapfeed::database
