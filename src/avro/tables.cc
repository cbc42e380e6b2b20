#include "avro/tables.h"

#include <nlohmann/json.hpp>

namespace wrapfeed::avro {

// Made by CMake of schemas/*.avsc.
extern const std::string_view k_user_schema;
extern const std::string_view k_track_schema;
extern const std::string_view k_artist_schema;
extern const std::string_view k_event_schema;
extern const std::string_view k_truth_user_schema;
extern const std::string_view k_truth_session_schema;
extern const std::string_view k_truth_stream_schema;
extern const std::string_view k_truth_wrapped_schema;
extern const std::string_view k_wrapped_schema;

namespace {

Table make_table(std::string_view name, std::string_view schema_json) {
  return {name, nlohmann::ordered_json::parse(schema_json).dump(), parse_schema(schema_json, name)};
}

}  // namespace

const Table& user_table() {
  static const Table table = make_table("user", k_user_schema);
  return table;
}

const Table& track_table() {
  static const Table table = make_table("track", k_track_schema);
  return table;
}

const Table& artist_table() {
  static const Table table = make_table("artist", k_artist_schema);
  return table;
}

const Table& event_table() {
  static const Table table = make_table("event", k_event_schema);
  return table;
}

const Table& truth_user_table() {
  static const Table table = make_table("truth_user", k_truth_user_schema);
  return table;
}

const Table& truth_session_table() {
  static const Table table = make_table("truth_session", k_truth_session_schema);
  return table;
}

const Table& truth_stream_table() {
  static const Table table = make_table("truth_stream", k_truth_stream_schema);
  return table;
}

const Table& truth_wrapped_table() {
  static const Table table = make_table("truth_wrapped", k_truth_wrapped_schema);
  return table;
}

const Table& wrapped_table() {
  static const Table table = make_table("wrapped", k_wrapped_schema);
  return table;
}

const Table* find_table(std::string_view name) {
  for (const Table* table : {&user_table(), &track_table(), &artist_table(), &event_table(), &truth_user_table(),
                             &truth_session_table(), &truth_stream_table(), &truth_wrapped_table(), &wrapped_table()}) {
    if (table->name == name) return table;
  }
  return nullptr;
}

}  // namespace wrapfeed::avro
