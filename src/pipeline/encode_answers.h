#pragma once

#include "answers/answers.h"
#include "avro/bytes.h"
#include "catalog/catalog.h"

namespace wrapfeed::pipeline {

// Appends one record of truth/wrapped, fields in the order of schemas/truth_wrapped.avsc, by which verify reads it.
void encode_answers(const answers::Answers& answers, const catalog::Catalog& catalog, avro::Bytes& out);

}  // namespace wrapfeed::pipeline
