#pragma once

#include <span>
#include <vector>

#include "realism/play.h"
#include "realism/summary.h"

namespace wrapfeed::realism {

// Plays first ... last with no idle time over 30 minutes between them: the start of a play (its floored end minus what
// was heard) less the floored end of the one before. The feed's own session_id is not used, since the real figures
// knew none.
struct Session {
  std::size_t first = 0;
  std::size_t last = 0;
  double minutes = 0;           // from the first start to the last end
  double gap_hours = kUnknown;  // idle time before it; unknown for a listener's first
  std::size_t plays() const { return last - first + 1; }
};

enum class Clock { Utc, Local };

std::vector<Session> cut_sessions(std::span<const Play> plays, Clock clock);

// Idle seconds before plays[i], i > 0.
double idle_seconds(std::span<const Play> plays, std::size_t i, Clock clock);

}  // namespace wrapfeed::realism
