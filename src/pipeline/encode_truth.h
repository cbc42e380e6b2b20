#pragma once

#include <cstdint>
#include <string_view>

#include "avro/bytes.h"
#include "simulation/truth.h"
#include "users/traits.h"

namespace wrapfeed::pipeline {

// Appends one record of a truth table, fields in the order of its .avsc (a test decodes each by its schema). The
// enums' first symbol, "unknown", is for readers of later versions: it is never written but for an unknown source.
// `edge_case` names the boundary case that such a user consists of; empty for an ordinary one.
void encode_truth(std::int64_t user, const users::Traits& traits, avro::Bytes& out, std::string_view edge_case = {});
void encode_truth(std::int64_t user, const simulation::SessionTruth& session, avro::Bytes& out);
void encode_truth(std::int64_t user, const simulation::StreamTruth& stream, avro::Bytes& out);

}  // namespace wrapfeed::pipeline
