#pragma once

#include <duckdb.h>

#include "avro/row.h"
#include "avro/schema.h"
#include "database/value.h"

namespace wrapfeed::database {

// The DuckDB type that values of an Avro schema become; Error for one without a counterpart (maps, wide unions).
Type column_type(const avro::Schema& schema);

// Stores one decoded value, and what it holds, at `row` of a vector of column_type(schema).
void write_cell(const avro::Schema& schema, const avro::Cell& cell, duckdb_vector vector, idx_t row);

}  // namespace wrapfeed::database
