#include "realism/sessions.h"

namespace wrapfeed::realism {
namespace {

double end_of(const Play& play, Clock clock) {
  return static_cast<double>(clock == Clock::Utc ? play.end : play.local_end);
}

}  // namespace

double idle_seconds(std::span<const Play> plays, std::size_t i, Clock clock) {
  return end_of(plays[i], clock) - plays[i].seconds() - end_of(plays[i - 1], clock);
}

std::vector<Session> cut_sessions(std::span<const Play> plays, Clock clock) {
  std::vector<Session> sessions;
  for (std::size_t i = 0; i < plays.size(); ++i) {
    const double idle = i == 0 ? kUnknown : idle_seconds(plays, i, clock);
    if (i == 0 || idle > kSessionGapSeconds) sessions.push_back({.first = i, .last = i, .gap_hours = idle / 3600});
    sessions.back().last = i;
  }
  for (Session& session : sessions) {
    const double start = end_of(plays[session.first], clock) - plays[session.first].seconds();
    session.minutes = (end_of(plays[session.last], clock) - start) / 60;
  }
  return sessions;
}

}  // namespace wrapfeed::realism
