#pragma once

#include <deque>
#include <string>
#include <string_view>

#include "avro/row.h"
#include "avro/schema.h"

namespace wrapfeed::avro {

// The cell of a field's default, given as JSON (specification, "Complex Types", "Records"): a union's default is of its
// first branch, bytes stand as a string of the characters 0-255. Texts are put into `texts`, or are views of the
// schema. Error with the reason where it does not fit.
Cell default_cell(std::string_view json, const Schema& schema, std::deque<std::string>& texts);

}  // namespace wrapfeed::avro
