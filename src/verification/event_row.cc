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
    : event_id_(column(schema, "event_id")),
      type_(column(schema, "event_type")),
      event_time_(column(schema, "event_time")),
      ingest_time_(column(schema, "ingest_time")),
      utc_offset_minutes_(column(schema, "utc_offset_minutes")),
      user_id_(column(schema, "user_id")),
      session_id_(column(schema, "session_id")),
      stream_id_(column(schema, "stream_id")),
      track_id_(column(schema, "track_id")),
      position_ms_(column(schema, "position_ms")),
      ms_played_(column(schema, "ms_played")),
      reason_(column(schema, "reason")),
      source_(column(schema, "source")),
      country_(column(schema, "country")),
      playlist_id_(column(schema, "playlist_id")),
      playlist_name_(column(schema, "playlist_name")),
      artist_id_(column(schema, "artist_id")) {}

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
