#pragma once

#include <cstdint>
#include <vector>

#include "realism/play.h"
#include "realism/sessions.h"

namespace wrapfeed::realism {

// A listener's plays with what most statistics take: sessions, and the place of each play's last forerunner. The
// listener must outlive it.
struct History {
  explicit History(const Listener& of);

  const Listener& listener;
  const std::vector<Play>& plays;
  std::vector<Session> sessions;             // on the UTC clock
  std::vector<std::int32_t> previous_track;  // see recurrence.h
  std::vector<std::int32_t> previous_artist;
};

// Different ones among the first n, for every n from 0.
std::vector<double> distinct_counts(const std::vector<std::int32_t>& previous);

// Share of the `top` largest of counts in their sum.
double share_of_top(const std::vector<std::int32_t>& counts, std::size_t top);

// Popularity within a listener is that of this many plays, the first, where there are any at all to measure: 0 under
// 5,000 plays. The share of the top hundred depends on how many plays it is taken of.
std::size_t concentration_plays(const History& history);

}  // namespace wrapfeed::realism
