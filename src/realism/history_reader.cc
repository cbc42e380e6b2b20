#include "realism/history_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "realism/queries.h"

namespace wrapfeed::realism {
namespace {

constexpr const char* kMemory = "2GiB";

feed::Manifest avro_manifest(const std::filesystem::path& feed) {
  feed::Manifest manifest = feed::read_manifest(feed);
  if (manifest.options.format != feed::Format::Avro)
    base::fail("{}: a feed of --format {}; the report reads those of --format avro", feed.string(),
               feed::format_name(manifest.options.format));
  return manifest;
}

// "{event}" and "{track}" in the text become the folders' paths, as SQL literals; a path may hold such marks itself.
std::string with_folders(std::string_view sql, const std::filesystem::path& feed) {
  std::string filled;
  while (!sql.empty()) {
    const auto mark = [&](std::string_view text) { return sql.starts_with(text); };
    const std::string_view table = mark("{event}") ? "event" : mark("{track}") ? "track" : "";
    if (table.empty()) {
      filled += sql.front();
      sql.remove_prefix(1);
    } else {
      filled += database::sql_literal((feed / table).string());
      sql.remove_prefix(table.size() + 2);
    }
  }
  return filled;
}

}  // namespace

HistoryReader::HistoryReader(const std::filesystem::path& feed, const std::filesystem::path& scratch)
    : manifest_(avro_manifest(feed)), database_({.memory_limit = kMemory, .temporary_folder = scratch.string()}) {
  database_.run(with_folders(k_events_sql, feed));
  database_.run(std::string(k_tracks_sql));
  load_tracks();
}

void HistoryReader::load_tracks() {
  database_.stream(std::string(k_track_attributes_sql), [&](const database::Database::Chunk& chunk) {
    const auto artists = chunk.integers(0), lengths = chunk.integers(1);
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      tracks_.push_back({.artist = artists[i], .length_ms = lengths[i]});
      artists_ = std::max(artists_, static_cast<std::size_t>(artists[i]) + 1);
    }
  });
}

Play HistoryReader::play(std::int64_t ended_ms, std::int32_t offset_minutes, std::int32_t ms_played,
                         std::int32_t track) const {
  const std::int64_t minute = floor_divide(ended_ms, 60'000);
  const Track& played = tracks_[static_cast<std::size_t>(track)];
  return {.end = minute * 60,
          .local_end = (minute + offset_minutes) * 60,
          .ms_played = ms_played,
          .track = track,
          .artist = played.artist,
          .length_ms = played.length_ms};
}

void HistoryReader::for_each_listener(const std::function<void(const Listener&)>& take) {
  Listener listener;
  database_.stream(std::string(k_plays_sql), [&](const database::Database::Chunk& chunk) {
    const auto users = chunk.bigints(0), ended = chunk.bigints(1);
    const auto offsets = chunk.integers(2), played = chunk.integers(3), tracks = chunk.integers(4);
    for (std::size_t i = 0; i < chunk.rows(); ++i) {
      if (users[i] != listener.user_id && !listener.plays.empty()) {
        take(listener);
        listener.plays.clear();
      }
      listener.user_id = users[i];
      listener.plays.push_back(play(ended[i], offsets[i], played[i], tracks[i]));
    }
  });
  if (!listener.plays.empty()) take(listener);
}

std::vector<EventKind> HistoryReader::event_kinds() {
  const database::Database::Result result = database_.query(std::string(k_event_kinds_sql));
  std::vector<EventKind> kinds;
  for (std::size_t row = 0; row < result.rows(); ++row)
    kinds.push_back({.type = result.text(row, 0),
                     .reason = result.text(row, 1),
                     .source = result.text(row, 2),
                     .platform = result.text(row, 3),
                     .shuffle = result.integer(row, 4) != 0,
                     .events = result.integer(row, 5)});
  return kinds;
}

}  // namespace wrapfeed::realism
