#include "realism/curves.h"

#include <algorithm>
#include <cmath>

#include "base/time.h"
#include "realism/recurrence.h"

namespace wrapfeed::realism {
namespace {

using Hours = Curves::Hours;

// Adds counts as shares of their sum; false where there is nothing.
template <typename Counts>
bool add_shares(const Counts& counts, Counts& sums) {
  double total = 0;
  for (const double count : counts) total += count;
  if (total == 0) return false;
  for (std::size_t i = 0; i < counts.size(); ++i) sums[i] += counts[i] / total;
  return true;
}

template <std::size_t N>
std::vector<double> medians(const std::array<std::vector<double>, N>& columns) {
  std::vector<double> result;
  for (const std::vector<double>& column : columns) result.push_back(median(column));
  return result;
}

int start_hour(const Play& play) {
  const std::int64_t start = play.local_end - static_cast<std::int64_t>(std::ceil(play.seconds()));
  return static_cast<int>((floor_divide(start, 3600) % 24 + 24) % 24);
}

}  // namespace

void Curves::add(const History& history) {
  ++listeners_;
  add_rhythm(history);
  add_skips(history);
  add_discovery(history);
  add_popularity(history);
}

void Curves::add_rhythm(const History& history) {
  Hours hours[2] = {};
  for (const Play& play : history.plays) {
    const bool weekend = base::weekday(static_cast<base::Days>(local_day(play))) >= 5;
    ++hours[weekend][static_cast<std::size_t>(local_hour(play))];
  }
  weekday_listeners_ += add_shares(hours[0], weekday_hours_);
  weekend_listeners_ += add_shares(hours[1], weekend_hours_);
  Hours starts{};
  for (const Session& session : history.sessions) {
    const auto hour = static_cast<std::size_t>(start_hour(history.plays[session.first]));
    ++starts[hour];
    session_minutes_[hour].push_back(session.minutes);
  }
  add_shares(starts, session_starts_);
}

void Curves::add_skips(const History& history) {
  std::array<double, kSeconds + 2> ended{};  // after so many whole seconds
  for (const Play& play : history.plays)
    ++ended[std::min<std::size_t>(static_cast<std::size_t>(play.ms_played) / 1000, kSeconds + 1)];
  double left = static_cast<double>(history.plays.size());
  for (std::size_t second = 0; second <= kSeconds; ++second) {
    survival_[second] += left / static_cast<double>(history.plays.size());
    left -= ended[second];
  }
  for (const Session& session : history.sessions) {
    for (std::size_t place = 0; place < std::min(session.plays(), kSessionPlaces); ++place) {
      ++place_plays_[place];
      place_skips_[place] += history.plays[session.first + place].seconds() < kSkipSeconds;
    }
  }
}

void Curves::add_discovery(const History& history) {
  const std::vector<double> distinct = distinct_counts(history.previous_track);
  for (std::size_t i = 0; i < std::size(kDiscoveryPlaces); ++i) {
    const auto place = static_cast<std::size_t>(kDiscoveryPlaces[i]);
    if (place < distinct.size()) discovery_[i].push_back(distinct[place]);
  }
  std::array<double, std::size(kRepeatEdges) - 1> gaps{};
  double repeats = 0;
  for (std::size_t i = 0; i < history.plays.size(); ++i) {
    if (history.previous_track[i] == kNever) continue;
    ++repeats;
    const std::int32_t gap = static_cast<std::int32_t>(i) - history.previous_track[i];
    const auto above = std::upper_bound(std::begin(kRepeatEdges), std::end(kRepeatEdges), gap);
    if (above != std::end(kRepeatEdges)) ++gaps[static_cast<std::size_t>(above - std::begin(kRepeatEdges)) - 1];
  }
  if (repeats == 0) return;
  ++repeat_listeners_;
  for (std::size_t i = 0; i < gaps.size(); ++i)
    repeat_density_[i] += gaps[i] / repeats / (kRepeatEdges[i + 1] - kRepeatEdges[i]);
}

void Curves::add_popularity(const History& history) {
  const std::size_t n = concentration_plays(history);
  if (n == 0) return;
  const std::vector<std::int32_t> tracks = counts(history.previous_track, n);
  const std::vector<std::int32_t> artists = counts(history.previous_artist, n);
  for (std::size_t i = 0; i < std::size(kRanks); ++i) {
    track_shares_[i].push_back(share_of_top(tracks, kRanks[i]));
    artist_shares_[i].push_back(share_of_top(artists, kRanks[i]));
  }
}

Hours Curves::over_listeners(Hours sums, double listeners) const {
  for (double& sum : sums) sum = ratio(sum, listeners);
  return sums;
}

Hours Curves::weekday_hours() const { return over_listeners(weekday_hours_, weekday_listeners_); }
Hours Curves::weekend_hours() const { return over_listeners(weekend_hours_, weekend_listeners_); }
Hours Curves::session_starts() const { return over_listeners(session_starts_, listeners_); }

Hours Curves::session_minutes() const {
  Hours result;
  for (std::size_t hour = 0; hour < result.size(); ++hour) result[hour] = median(session_minutes_[hour]);
  return result;
}

std::vector<double> Curves::survival() const {
  std::vector<double> result;
  for (const double sum : survival_) result.push_back(ratio(sum, listeners_));
  return result;
}

std::vector<double> Curves::skips_by_place() const {
  std::vector<double> result;
  for (std::size_t i = 0; i < kSessionPlaces; ++i) result.push_back(ratio(place_skips_[i], place_plays_[i]));
  return result;
}

std::vector<double> Curves::discovery() const {
  std::vector<double> result = medians(discovery_);
  for (std::size_t i = 0; i < result.size(); ++i)
    if (static_cast<double>(discovery_[i].size()) < .2 * listeners_) result[i] = kUnknown;
  return result;
}

std::vector<double> Curves::repeat_density() const {
  std::vector<double> result;
  for (const double sum : repeat_density_) result.push_back(ratio(sum, repeat_listeners_));
  return result;
}

std::vector<double> Curves::track_shares() const { return medians(track_shares_); }
std::vector<double> Curves::artist_shares() const { return medians(artist_shares_); }

}  // namespace wrapfeed::realism
