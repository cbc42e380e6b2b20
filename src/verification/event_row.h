#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "avro/row.h"
#include "avro/schema.h"
#include "events/event.h"

namespace wrapfeed::verification {

// The fields of the event table that the checks look at, typed. Text lives until the reader's next row.
struct EventRow {
  std::int64_t event_id;
  events::EventType type;
  std::int64_t event_time;
  std::int64_t ingest_time;
  std::int64_t utc_offset_minutes;
  std::int64_t user_id;
  std::int64_t session_id;
  std::optional<std::int64_t> stream_id;
  std::optional<std::string_view> track_id;
  std::optional<std::int64_t> position_ms;
  std::optional<std::int64_t> ms_played;
  std::optional<std::string_view> reason;
  std::optional<std::string_view> source;
  std::string_view country;
  std::optional<std::int64_t> playlist_id;
  std::optional<std::string_view> playlist_name;
  std::optional<std::string_view> artist_id;
};

// Where each field stands in a row of the event schema; looked up once, so that a moved field cannot be misread.
class EventColumns {
 public:
  explicit EventColumns(const avro::Schema& schema);
  EventRow read(const avro::Row& row) const;

 private:
  std::size_t event_id_, type_, event_time_, ingest_time_, utc_offset_minutes_, user_id_, session_id_, stream_id_,
      track_id_, position_ms_, ms_played_, reason_, source_, country_, playlist_id_, playlist_name_, artist_id_;
};

}  // namespace wrapfeed::verification
