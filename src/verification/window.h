#pragma once

#include <cstdint>

#include "base/time.h"

namespace wrapfeed::verification {

// What is known of the part of time that a feed covers.
struct Window {
  base::Millis begin = 0;
  base::Millis end = 0;
  std::int64_t first_user = 0;
  std::int64_t end_user = 0;   // exclusive
  bool starts_midway = false;  // the feed began before: streams may be open, playlists and likes exist already
};

}  // namespace wrapfeed::verification
