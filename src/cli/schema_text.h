#pragma once

#include <string>

#include "avro/schema.h"

namespace wrapfeed::cli {

// A field's type for people: "long timestamp-millis", "string or null", "array of string", "enum of 15".
std::string type_text(const avro::Schema& schema);

}  // namespace wrapfeed::cli
