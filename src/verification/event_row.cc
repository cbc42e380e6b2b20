#include "verification/event_row.h"

namespace wrapfeed::verification {
namespace {

std::optional<std::int64_t> integer(const avro::Cell& cell) {
  return cell.is_null() ? std::nullopt : std::optional(cell.integer);
}
std::optional<std::string_view> text(const avro::Cell& cell) {
  return cell.is_null() ? std::nullopt : std::optional(cell.text);
}

}  // namespace

EventColumns::EventColumns(const avro::Schema& schema)
    : event_id_(schema.place_of("event_id")),
      type_(schema.place_of("event_type")),
      event_time_(schema.place_of("event_time")),
      ingest_time_(schema.place_of("ingest_time")),
      utc_offset_minutes_(schema.place_of("utc_offset_minutes")),
      user_id_(schema.place_of("user_id")),
      session_id_(schema.place_of("session_id")),
      stream_id_(schema.place_of("stream_id")),
      track_id_(schema.place_of("track_id")),
      position_ms_(schema.place_of("position_ms")),
      ms_played_(schema.place_of("ms_played")),
      reason_(schema.place_of("reason")),
      source_(schema.place_of("source")),
      country_(schema.place_of("country")),
      playlist_id_(schema.place_of("playlist_id")),
      playlist_name_(schema.place_of("playlist_name")),
      artist_id_(schema.place_of("artist_id")) {}

EventRow EventColumns::read(const avro::Row& row) const {
  return {row[event_id_].integer,
          static_cast<events::EventType>(row[type_].integer),
          row[event_time_].integer,
          row[ingest_time_].integer,
          row[utc_offset_minutes_].integer,
          row[user_id_].integer,
          row[session_id_].integer,
          integer(row[stream_id_]),
          text(row[track_id_]),
          integer(row[position_ms_]),
          integer(row[ms_played_]),
          text(row[reason_]),
          text(row[source_]),
          row[country_].text,
          integer(row[playlist_id_]),
          text(row[playlist_name_]),
          text(row[artist_id_])};
}

}  // namespace wrapfeed::verification
