#pragma once

#include <cstdint>
#include <vector>

namespace wrapfeed::realism {

// One stream that ended, as an account export shows it: the end is floored to the minute, the start is not told.
struct Play {
  std::int64_t end = 0;        // s since 1970, UTC, whole minutes
  std::int64_t local_end = 0;  // the same instant on the listener's clock
  std::int32_t ms_played = 0;
  std::int32_t track = 0;      // a number from 0
  std::int32_t artist = 0;     // the primary artist's number from 0
  std::int32_t length_ms = 0;  // of the track

  double seconds() const { return ms_played / 1000.0; }
};

inline constexpr std::int64_t kDaySeconds = 86'400;
inline constexpr double kSkipSeconds = 30;          // under this a play counts as skipped
inline constexpr double kFinishedShare = .97;       // of the track's length: from here on a play counts as finished
inline constexpr double kSessionGapSeconds = 1800;  // an idle time over this begins a new session

// Everything that one user played, in the order of its ends.
struct Listener {
  std::int64_t user_id = 0;
  std::vector<Play> plays;
};

constexpr std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}
constexpr std::int64_t local_day(const Play& play) { return floor_divide(play.local_end, kDaySeconds); }
constexpr int local_hour(const Play& play) { return static_cast<int>(floor_divide(play.local_end, 3600) % 24); }

}  // namespace wrapfeed::realism
