#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/time.h"
#include "realism/listener_statistics.h"

namespace wrapfeed::realism {
namespace {

constexpr std::int64_t kFewestDays = 28;  // minutes a day of somebody who came once say nothing

struct DayRange {
  std::int64_t first;
  std::int64_t last;
};

// Travellers' local days need not rise.
DayRange days_of(const Listener& listener) {
  const auto [low, high] = std::minmax_element(listener.plays.begin(), listener.plays.end(),
                                               [](auto& a, auto& b) { return a.local_end < b.local_end; });
  return {local_day(*low), local_day(*high)};
}

double autocorrelation(const std::vector<double>& values, std::size_t lag) {
  const double center = mean(values);
  double products = 0, squares = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    squares += (values[i] - center) * (values[i] - center);
    if (i >= lag) products += (values[i] - center) * (values[i - lag] - center);
  }
  return values.size() > 2 * lag ? ratio(products, squares) : kUnknown;
}

void measure_days(const std::vector<double>& minutes, double plays, std::int64_t feed_days,
                  ListenerStatistics& statistics) {
  std::vector<double> active;
  double next_active[2] = {0, 0}, days[2] = {0, 0};  // by whether the day before was active
  for (std::size_t i = 0; i < minutes.size(); ++i) {
    if (minutes[i] > 0) active.push_back(minutes[i]);
    if (i == 0) continue;
    ++days[minutes[i - 1] > 0];
    next_active[minutes[i - 1] > 0] += minutes[i] > 0;
  }
  const auto span =
      static_cast<double>(std::max(static_cast<std::int64_t>(minutes.size()), std::min(kFewestDays, feed_days)));
  statistics[Statistic::MinutesADay] = std::accumulate(minutes.begin(), minutes.end(), 0.0) / span;
  statistics[Statistic::PlaysADay] = plays / span;
  statistics[Statistic::ActiveDayShare] = static_cast<double>(active.size()) / span;
  statistics[Statistic::ActiveAfterActive] = ratio(next_active[1], days[1]);
  statistics[Statistic::ActiveAfterInactive] = ratio(next_active[0], days[0]);
  statistics[Statistic::DayDeviation] = ratio(deviation(active, 1), mean(active));
  statistics[Statistic::DayLag1] = autocorrelation(minutes, 1);
  statistics[Statistic::DayLag7] = autocorrelation(minutes, 7);
}

// How many of the days are Mondays, Tuesdays ...
std::array<double, 7> weekday_counts(const DayRange& days) {
  std::array<double, 7> result{};
  for (std::int64_t day = days.first; day <= days.last; ++day)
    ++result[static_cast<std::size_t>(base::weekday(static_cast<base::Days>(day)))];
  return result;
}

void measure_rhythm(const Listener& listener, ListenerStatistics& statistics) {
  const std::array<double, 7> days = weekday_counts(days_of(listener));
  const double share = 1 / static_cast<double>(listener.plays.size());
  for (const Play& play : listener.plays) {
    statistics.hours[static_cast<std::size_t>(local_hour(play))] += share;
    ++statistics.weekdays[static_cast<std::size_t>(base::weekday(static_cast<base::Days>(local_day(play))))];
  }
  for (std::size_t i = 0; i < days.size(); ++i)
    if (days[i] > 0) statistics.weekdays[i] /= days[i];
  const double total = std::accumulate(statistics.weekdays.begin(), statistics.weekdays.end(), 0.0);
  for (double& weekday : statistics.weekdays) weekday /= total;
  statistics[Statistic::WeekendShare] = statistics.weekdays[5] + statistics.weekdays[6];
  statistics[Statistic::NightShare] = std::accumulate(statistics.hours.begin(), statistics.hours.begin() + 6, 0.0);
}

void measure_sessions(const std::vector<Session>& sessions, double active_days, ListenerStatistics& statistics) {
  std::vector<double> minutes, plays, gaps;
  for (const Session& session : sessions) {
    minutes.push_back(session.minutes);
    plays.push_back(static_cast<double>(session.plays()));
    if (session.first > 0) gaps.push_back(session.gap_hours);
  }
  const auto count = static_cast<double>(sessions.size());
  statistics[Statistic::SessionMinutesMean] = mean(minutes);
  statistics[Statistic::SessionMinutesMedian] = median(std::move(minutes));
  statistics[Statistic::SessionPlaysMean] = mean(plays);
  statistics[Statistic::SingleShare] = ratio(static_cast<double>(std::count(plays.begin(), plays.end(), 1.0)), count);
  statistics[Statistic::SessionPlaysMedian] = median(std::move(plays));
  statistics[Statistic::SessionsAnActiveDay] = ratio(count, active_days);
  statistics[Statistic::GapHoursMedian] = median(std::move(gaps));
}

}  // namespace

std::vector<double> minutes_by_day(const Listener& listener) {
  const DayRange days = days_of(listener);
  std::vector<double> minutes(static_cast<std::size_t>(days.last - days.first) + 1);
  for (const Play& play : listener.plays)
    minutes[static_cast<std::size_t>(local_day(play) - days.first)] += play.seconds() / 60;
  return minutes;
}

void measure_times(const History& history, std::int64_t feed_days, ListenerStatistics& statistics) {
  const std::vector<double> minutes = minutes_by_day(history.listener);
  const auto active = std::count_if(minutes.begin(), minutes.end(), [](double m) { return m > 0; });
  measure_days(minutes, static_cast<double>(history.plays.size()), feed_days, statistics);
  measure_rhythm(history.listener, statistics);
  measure_sessions(history.sessions, static_cast<double>(active), statistics);
}

}  // namespace wrapfeed::realism
