#include "realism/history.h"

#include <algorithm>
#include <numeric>

#include "realism/recurrence.h"

namespace wrapfeed::realism {
namespace {

std::vector<std::int32_t> places_of(const Listener& listener, std::int32_t Play::*member) {
  std::vector<std::int32_t> ids(listener.plays.size());
  std::transform(listener.plays.begin(), listener.plays.end(), ids.begin(), [&](const Play& p) { return p.*member; });
  return previous_places(ids);
}

}  // namespace

History::History(const Listener& of)
    : listener(of),
      plays(of.plays),
      sessions(cut_sessions(of.plays, Clock::Utc)),
      previous_track(places_of(of, &Play::track)),
      previous_artist(places_of(of, &Play::artist)) {}

std::vector<double> distinct_counts(const std::vector<std::int32_t>& previous) {
  std::vector<double> distinct(previous.size() + 1);
  for (std::size_t i = 0; i < previous.size(); ++i) distinct[i + 1] = distinct[i] + (previous[i] == kNever);
  return distinct;
}

double share_of_top(const std::vector<std::int32_t>& counts, std::size_t top) {
  const auto end = counts.begin() + static_cast<std::ptrdiff_t>(std::min(top, counts.size()));
  return ratio(std::accumulate(counts.begin(), end, 0.0), std::accumulate(counts.begin(), counts.end(), 0.0));
}

std::size_t concentration_plays(const History& history) {
  constexpr std::size_t kFewest = 5'000, kMost = 10'000;
  return history.plays.size() < kFewest ? 0 : std::min(kMost, history.plays.size());
}

}  // namespace wrapfeed::realism
