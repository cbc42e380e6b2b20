#pragma once

#include <string>

#include "avro/row.h"
#include "avro/schema.h"

namespace wrapfeed::avro {

// A row as one line of JSON, for people: instants as "2025-02-28T23:59:59.999Z", dates as "2025-02-28", enums by their
// symbol, reals in the fewest digits that read back the same (and "NaN", "Infinity", "-Infinity"), bytes as characters
// 0-255. `schema` is the record's that the row was read with.
std::string to_json(const Row& row, const Schema& schema);

}  // namespace wrapfeed::avro
