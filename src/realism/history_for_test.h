#pragma once

#include <initializer_list>
#include <vector>

#include "realism/play.h"

namespace wrapfeed::realism {

// 2025-01-06, a Monday, 00:00 UTC.
inline constexpr std::int64_t kMonday = 20'094 * kDaySeconds;

// Plays of a track of 200 s each, of ten tracks an artist; local time is UTC.
class HistoryMaker {
 public:
  // `minute` after kMonday that the play ends in.
  HistoryMaker& play(std::int64_t minute, std::int32_t track = 0, double seconds = 200) {
    listener_.plays.push_back({.end = kMonday + minute * 60,
                               .local_end = kMonday + minute * 60,
                               .ms_played = static_cast<std::int32_t>(seconds * 1000),
                               .track = track,
                               .artist = track / 10,
                               .length_ms = 200'000});
    return *this;
  }
  // One play every ten minutes.
  HistoryMaker& tracks(std::initializer_list<std::int32_t> tracks) {
    for (const std::int32_t track : tracks) play(10 * static_cast<std::int64_t>(listener_.plays.size()), track);
    return *this;
  }
  const Listener& listener() const { return listener_; }

 private:
  Listener listener_;
};

}  // namespace wrapfeed::realism
