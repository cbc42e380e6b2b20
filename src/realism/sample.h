#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "realism/curves.h"
#include "realism/listener_statistics.h"
#include "realism/play.h"
#include "realism/window_features.h"

namespace wrapfeed::realism {

// The windows of one listener follow each other.
struct WindowRow {
  std::size_t listener = 0;
  WindowValues values;
};

// Everything measured of the listeners of a feed, taken up one at a time: what is kept of each is small, whatever they
// played. "Counted" are the listeners with enough plays for figures of their own.
class Sample {
 public:
  // The real listeners of the comparison had some thousand plays each. Feeds of under 60 days count everybody from 100.
  static constexpr double kFewestPlays = 1000, kFewestPlaysOfShortFeed = 100;

  Sample(std::int64_t feed_days, std::size_t tracks, std::size_t artists);

  void add(const Listener& listener);
  void finish();  // once, when all are added: what takes all listeners

  // One statistic of every counted listener that has it.
  std::vector<double> of_counted(Statistic statistic) const;
  std::vector<double> of_all(Statistic statistic) const;
  bool counts(const ListenerStatistics& listener) const { return listener[Statistic::Plays] >= fewest_plays_; }
  double fewest_plays() const { return fewest_plays_; }
  std::size_t counted() const;
  std::array<double, 24> mean_hours() const;  // over counted listeners
  std::array<double, 7> mean_weekdays() const;

  std::vector<ListenerStatistics> listeners;
  std::vector<WindowRow> windows;
  Curves curves;                          // of the counted listeners
  std::vector<std::int64_t> track_plays;  // by number, of all listeners
  std::vector<std::int64_t> artist_plays;
  std::int64_t plays = 0;
  std::int64_t sessions = 0;
  double minutes = 0;

  // Pooled over the counted listeners.
  std::vector<double> session_minutes;
  std::vector<double> session_plays;
  std::vector<double> gap_hours;
  std::vector<double> day_over_mean;  // minutes of active days over the listener's mean of them
  double run_share() const;           // of all plays, in runs of 3 or more by one artist

 private:
  void pool(const History& history, const ListenerStatistics& statistics);

  std::int64_t feed_days_;
  double fewest_plays_;
  double counted_plays_ = 0;
  double counted_run_plays_ = 0;
};

}  // namespace wrapfeed::realism
