#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "database/database.h"
#include "feed/manifest.h"
#include "realism/play.h"

namespace wrapfeed::realism {

// How many events are of one kind.
struct EventKind {
  std::string type;
  std::string reason;  // empty: none
  std::string source;  // empty: none
  std::string platform;
  bool shuffle = false;
  std::int64_t events = 0;
};

// The events of a feed as listening histories, read from its Avro files through SQL; either layout, never the truth.
// Memory is bounded: what does not fit goes to `scratch`, a folder that is made when needed and gone in the end.
class HistoryReader {
 public:
  // Error if the folder is no feed, not whole, or not of Avro.
  HistoryReader(const std::filesystem::path& feed, const std::filesystem::path& scratch);

  const feed::Manifest& manifest() const { return manifest_; }
  database::Database& database() { return database_; }
  std::size_t tracks() const { return tracks_.size(); }
  std::size_t artists() const { return artists_; }  // with a track of their own

  // Users with at least one play, by their numbers.
  void for_each_listener(const std::function<void(const Listener&)>& take);
  std::vector<EventKind> event_kinds();

 private:
  struct Track {
    std::int32_t artist;
    std::int32_t length_ms;
  };
  void load_tracks();
  Play play(std::int64_t ended_ms, std::int32_t offset_minutes, std::int32_t ms_played, std::int32_t track) const;

  feed::Manifest manifest_;
  database::Database database_;
  std::vector<Track> tracks_;
  std::size_t artists_ = 0;
};

}  // namespace wrapfeed::realism
