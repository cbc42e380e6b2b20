#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "realism/sessions.h"
#include "realism/window_features.h"
#include "realism/window_groups.h"

namespace wrapfeed::realism {
namespace {

constexpr double kTiny = 1e-9;  // keeps a share of nothing at 0

using DayMinutes = std::array<double, kWindowDays>;

DayMinutes day_minutes(std::span<const Play> plays) {
  DayMinutes minutes{};
  const std::int64_t first = local_day(plays.front());
  for (const Play& play : plays) {
    const auto day = static_cast<std::size_t>(local_day(play) - first);
    if (day < minutes.size()) minutes[day] += play.seconds() / 60;
  }
  return minutes;
}

double active_days(const DayMinutes& minutes) {
  return static_cast<double>(std::count_if(minutes.begin(), minutes.end(), [](double m) { return m > 0; }));
}

double autocorrelation(const DayMinutes& minutes) {
  const double center = mean(minutes);
  double products = 0, squares = 0;
  for (std::size_t i = 0; i < minutes.size(); ++i) {
    squares += (minutes[i] - center) * (minutes[i] - center);
    if (i > 0) products += (minutes[i] - center) * (minutes[i - 1] - center);
  }
  return products / std::max(squares, kTiny);
}

}  // namespace

void append_volume(std::span<const Play> plays, std::vector<double>& values) {
  const DayMinutes minutes = day_minutes(plays);
  double total = 0;
  for (const Play& play : plays) total += play.seconds() / 60;
  const double sum = std::accumulate(minutes.begin(), minutes.end(), 0.0);
  values.push_back(std::log(static_cast<double>(plays.size())));
  values.push_back(std::log(std::max(total, 1.0)));
  values.push_back(active_days(minutes) / kWindowDays);
  values.push_back(deviation(minutes, 0) / std::max(mean(minutes), kTiny));
  values.push_back(*std::max_element(minutes.begin(), minutes.end()) / std::max(sum, kTiny));
  values.push_back(autocorrelation(minutes));
}

void append_sessions(std::span<const Play> plays, std::vector<double>& values) {
  std::vector<double> minutes, tracks, gaps;
  for (const Session& session : cut_sessions(plays, Clock::Local)) {
    minutes.push_back(session.minutes);
    tracks.push_back(static_cast<double>(session.plays()));
    if (session.first > 0) gaps.push_back(session.gap_hours);
  }
  const auto count = static_cast<double>(tracks.size());
  const auto single = static_cast<double>(std::count(tracks.begin(), tracks.end(), 1.0));
  constexpr double kNoGap = 3.0;  // log of hours, where there is one session only
  values.push_back(count / std::max(active_days(day_minutes(plays)), 1.0));
  values.push_back(std::log1p(std::max(median(minutes), 0.0)));
  values.push_back(std::log1p(std::max(quantile(minutes, .9), 0.0)));
  values.push_back(std::log(median(tracks)));
  values.push_back(std::log(quantile(tracks, .9)));
  values.push_back(single / count);
  values.push_back(gaps.empty() ? kNoGap : std::log(median(gaps)));
  values.push_back(gaps.empty() ? kNoGap : std::log(quantile(gaps, .9)));
}

void append_hours(std::span<const Play> plays, std::vector<double>& values) {
  std::array<double, 24> hours{};
  std::array<double, 8> blocks{};
  double weekend = 0;
  for (const Play& play : plays) {
    const auto hour = static_cast<std::size_t>(local_hour(play));
    ++hours[hour];
    ++blocks[hour / 3];
    const std::int64_t day = local_day(play) % 7;  // day 0 = Thursday
    weekend += day == 2 || day == 3;
  }
  const auto count = static_cast<double>(plays.size());
  double entropy = 0;
  for (const double hour : hours)
    if (hour > 0) entropy -= hour / count * std::log(hour / count);
  for (const double block : blocks) values.push_back(block / count);
  values.push_back(entropy);
  values.push_back(weekend / count);
}

}  // namespace wrapfeed::realism
