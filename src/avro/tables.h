#pragma once

#include <string>
#include <string_view>

#include "avro/schema.h"

namespace wrapfeed::avro {

// The feed's four tables, the four of its truth and what `wrapped` answers, as schemas/*.avsc say; the text is compiled
// in, so no file is needed beside the program.
struct Table {
  std::string_view name;    // as the .avsc file: "user", "truth_session"
  std::string schema_json;  // the .avsc file on one line: a file of layout day may be small, its header is not
  SchemaPointer schema;
};

const Table& user_table();
const Table& track_table();
const Table& artist_table();
const Table& event_table();
const Table& truth_user_table();
const Table& truth_session_table();
const Table& truth_stream_table();
const Table& truth_wrapped_table();
const Table& wrapped_table();
const Table* find_table(std::string_view name);  // null if there is none of that name

}  // namespace wrapfeed::avro
