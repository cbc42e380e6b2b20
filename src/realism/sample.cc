#include "realism/sample.h"

#include <algorithm>
#include <cmath>

namespace wrapfeed::realism {
namespace {

constexpr std::int64_t kShortFeedDays = 60;

}  // namespace

Sample::Sample(std::int64_t feed_days, std::size_t tracks, std::size_t artists)
    : track_plays(tracks),
      artist_plays(artists),
      feed_days_(feed_days),
      fewest_plays_(feed_days < kShortFeedDays ? kFewestPlaysOfShortFeed : kFewestPlays) {}

void Sample::add(const Listener& listener) {
  const History history(listener);
  listeners.push_back(statistics_of(history, feed_days_));
  for (const WindowValues& values : window_values(listener)) windows.push_back({listeners.size() - 1, values});
  for (const Play& play : listener.plays) {
    ++track_plays[static_cast<std::size_t>(play.track)];
    ++artist_plays[static_cast<std::size_t>(play.artist)];
    minutes += play.seconds() / 60;
  }
  plays += static_cast<std::int64_t>(listener.plays.size());
  sessions += static_cast<std::int64_t>(history.sessions.size());
  if (counts(listeners.back())) pool(history, listeners.back());
}

void Sample::pool(const History& history, const ListenerStatistics& statistics) {
  for (const Session& session : history.sessions) {
    session_minutes.push_back(session.minutes);
    session_plays.push_back(static_cast<double>(session.plays()));
    if (session.first > 0) gap_hours.push_back(session.gap_hours);
  }
  std::vector<double> active = minutes_by_day(history.listener);
  std::erase(active, 0.0);
  const double center = mean(active);
  for (const double day : active) day_over_mean.push_back(day / center);
  counted_plays_ += statistics[Statistic::Plays];
  counted_run_plays_ += statistics[Statistic::Plays] * statistics[Statistic::ArtistRunShare];
  curves.add(history);
}

void Sample::finish() {
  const std::array<double, 24> center = mean_hours();
  for (ListenerStatistics& listener : listeners) {
    double distance = 0;
    for (std::size_t hour = 0; hour < center.size(); ++hour) distance += std::abs(listener.hours[hour] - center[hour]);
    listener[Statistic::HourDistance] = distance;
  }
}

std::vector<double> Sample::of_counted(Statistic statistic) const {
  std::vector<double> values;
  for (const ListenerStatistics& listener : listeners)
    if (counts(listener)) values.push_back(listener[statistic]);
  return known(std::move(values));
}

std::vector<double> Sample::of_all(Statistic statistic) const {
  std::vector<double> values;
  for (const ListenerStatistics& listener : listeners) values.push_back(listener[statistic]);
  return known(std::move(values));
}

std::size_t Sample::counted() const {
  return static_cast<std::size_t>(
      std::count_if(listeners.begin(), listeners.end(), [this](const ListenerStatistics& l) { return counts(l); }));
}

std::array<double, 24> Sample::mean_hours() const {
  std::array<double, 24> result{};
  for (const ListenerStatistics& listener : listeners)
    for (std::size_t hour = 0; counts(listener) && hour < result.size(); ++hour) result[hour] += listener.hours[hour];
  for (double& hour : result) hour = ratio(hour, static_cast<double>(counted()));
  return result;
}

std::array<double, 7> Sample::mean_weekdays() const {
  std::array<double, 7> result{};
  for (const ListenerStatistics& listener : listeners)
    for (std::size_t day = 0; counts(listener) && day < result.size(); ++day) result[day] += listener.weekdays[day];
  for (double& day : result) day = ratio(day, static_cast<double>(counted()));
  return result;
}

double Sample::run_share() const { return ratio(counted_run_plays_, counted_plays_); }

}  // namespace wrapfeed::realism
