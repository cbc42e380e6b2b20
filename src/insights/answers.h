#pragma once

#include <nlohmann/json_fwd.hpp>

#include "avro/bytes.h"
#include "avro/schema.h"

namespace wrapfeed::insights {

// One user's answers: an object with the fields of schemas/wrapped.avsc in their order, dates as "2025-05-01".
using Answers = nlohmann::ordered_json;

// Appends the answers as one Avro record of wrapped.avsc.
void encode(const Answers& answers, avro::Bytes& out);

}  // namespace wrapfeed::insights
