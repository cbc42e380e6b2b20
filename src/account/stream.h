#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/time.h"

namespace wrapfeed::account {

// One stream as an export tells of it; texts as the feed has them.
struct Stream {
  base::Millis began = 0;  // ms since 1970, UTC
  base::Millis ended = 0;
  std::int64_t ms_played = 0;
  std::string track_id;
  std::string track;
  std::string artist;
  std::string album;
  std::string reason_start;
  std::string reason_end;
  std::string platform;
  std::string country;
  bool shuffle = false;
  bool offline = false;
  bool private_session = false;
};

// Every stream of the user that ended, by time. Error for a feed of another format than Avro, one without the user, or
// a user without a stream. Memory grows with the user's streams alone.
std::vector<Stream> read_streams(const std::filesystem::path& feed, std::int64_t user);

}  // namespace wrapfeed::account
