#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "realism/real_figures.h"
#include "realism/targets.h"

// Targets 1 to 8: skips, sessions, rhythm and volume.

namespace wrapfeed::realism {
namespace {

constexpr double kSpread = .20;  // how far a quantile over listeners may be from the real one, of it

double mean_of(const Sample& sample, Statistic statistic) { return mean(sample.of_counted(statistic)); }

Target skips(const Sample& sample) {
  const double finished = mean_of(sample, Statistic::Finished);
  return {1,
          "Plays cut short",
          "Share of a listener's plays of under 5, 10 and 30 s, and of those of under 97 % of the track; mean over "
          "listeners; 3 points beyond the range of the real sources",
          {between("under 5 s", mean_of(sample, Statistic::Under5), .19, .24, .03),
           between("under 10 s", mean_of(sample, Statistic::Under10), .23, .29, .03),
           between("under 30 s", mean_of(sample, Statistic::Under30), .285, .35, .03),
           between("unfinished", 1 - finished, .40, .486, .03)}};
}

Target skip_runs(const Sample& sample) {
  return {2,
          "Skips come in runs",
          "Share of skips (under 30 s) among the plays after a skip, and among those after a play that was kept; mean "
          "over listeners",
          {within("skip after skip", mean_of(sample, Statistic::SkipAfterSkip), .57, .05),
           within("skip after keep", mean_of(sample, Statistic::SkipAfterKeep), .153, .05)}};
}

Target session_minutes(const Sample& sample) {
  std::vector<double> minutes = sample.session_minutes;
  std::sort(minutes.begin(), minutes.end());
  return {3,
          "Minutes of a session",
          "From the first start to the last end of plays with idle times of up to 30 min; pooled over sessions",
          {within_share("median", sorted_quantile(minutes, .5), 30, .15), within_share("mean", mean(minutes), 53, .15),
           within_share("p90", sorted_quantile(minutes, .9), 130, .15)}};
}

Target session_plays(const Sample& sample) {
  std::vector<double> plays = sample.session_plays;
  std::sort(plays.begin(), plays.end());
  const auto single = static_cast<double>(std::count(plays.begin(), plays.end(), 1.0));
  return {4,
          "Plays of a session",
          "Pooled over the sessions of target 3",
          {within_share("share of one play", ratio(single, static_cast<double>(plays.size())), .167, .15),
           within_share("median", sorted_quantile(plays, .5), 10, .15), within_share("mean", mean(plays), 19, .15),
           within_share("p90", sorted_quantile(plays, .9), 46, .15),
           within_share("p99", sorted_quantile(plays, .99), 132, .15)}};
}

Target gaps(const Sample& sample) {
  std::vector<double> hours = sample.gap_hours;
  std::sort(hours.begin(), hours.end());
  return {5,
          "Hours between sessions",
          "From the last end of a session to the first start of the listener's next; pooled",
          {within_share("median", sorted_quantile(hours, .5), 3.2, .20),
           within_share("p75", sorted_quantile(hours, .75), 11.1, .20),
           within_share("p90", sorted_quantile(hours, .9), 21.0, .20)}};
}

Target hours(const Sample& sample) {
  const Json& real = real_stats().at("hour_of_day_share_user_mean(aligned)");
  const std::array<double, 24> measured = sample.mean_hours();
  double distance = 0;
  for (std::size_t hour = 0; hour < 24; ++hour) distance += std::abs(measured[hour] - real[hour].get<double>());
  const std::vector<double> own = sample.of_counted(Statistic::HourDistance);
  Check l1{"distance to the real profile", distance, 0, 0, .10, true};
  return {6,
          "Hours of the day",
          "Share of a listener's plays by local hour of their ends; sum of absolute differences (L1) of the mean over "
          "listeners to the real mean, and of each listener to the mean listener",
          {l1, within_share("listeners' distance to their mean: median", quantile(own, .5), .32, kSpread),
           within_share("p10", quantile(own, .1), .19, kSpread), within_share("p90", quantile(own, .9), .47, kSpread)}};
}

Target weekdays(const Sample& sample) {
  constexpr double kReal[] = {.146, .150, .144, .146, .161, .130, .123};
  constexpr const char* kNames[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  Target target{7,
                "Days of the week",
                "Share of a listener's plays by local weekday of their ends, weighed as if all weekdays were equally "
                "many in the listener's days; mean over listeners",
                {}};
  const std::array<double, 7> measured = sample.mean_weekdays();
  for (std::size_t day = 0; day < 7; ++day)
    target.checks.push_back(within(kNames[day], measured[day], kReal[day], .01));
  const std::vector<double> weekend = sample.of_counted(Statistic::WeekendShare);
  target.checks.push_back(within("weekend", mean(weekend), .253, .01));
  target.checks.push_back(shown("weekend, deviation over listeners", deviation(weekend, 1), .062));
  return target;
}

double log_deviation(const std::vector<double>& values) {
  std::vector<double> logs;
  for (const double value : values)
    if (value > 0) logs.push_back(std::log(value));
  return deviation(logs, 1);
}

void show_days(const Sample& sample, Target& target) {
  std::vector<double> days = sample.day_over_mean;
  std::sort(days.begin(), days.end());
  const Json& real = real_stats2().at("daily_minutes_over_user_mean");
  for (const char* place : {"p50", "p90", "p99"})
    target.checks.push_back(shown(fmt::format("active day over the listener's mean: {}", place),
                                  sorted_quantile(days, std::stod(place + 1) / 100), real.at(place).get<double>()));
  target.checks.push_back(shown("autocorrelation over 1 day", mean_of(sample, Statistic::DayLag1), .31));
  target.checks.push_back(shown("autocorrelation over 7 days", mean_of(sample, Statistic::DayLag7), .25));
  target.checks.push_back(shown("active after active day", mean_of(sample, Statistic::ActiveAfterActive), .87));
  target.checks.push_back(shown("active after inactive day", mean_of(sample, Statistic::ActiveAfterInactive), .53));
}

Target volume(const Sample& sample, events::Population population) {
  Target target{8,
                "Minutes a day",
                "Minutes heard by all days from a listener's first to the last with a play (at least 28, or the "
                "feed's); over all listeners; by the feed's --population",
                {}};
  const std::vector<double> minutes = sample.of_all(Statistic::MinutesADay);
  if (population == events::Population::Heavy) {
    target.checks = {within_share("median", median(minutes), 106, .10),
                     within_share("deviation of the log", log_deviation(minutes), .69, .10)};
  } else {
    target.checks = {within_share("mean", mean(minutes), 49, .10),
                     between("deviation of the log", log_deviation(minutes), 1.0, 1.2, .11)};
  }
  show_days(sample, target);
  return target;
}

}  // namespace

void add_skip_targets(const Sample& sample, std::vector<Target>& targets) {
  targets.push_back(skips(sample));
  targets.push_back(skip_runs(sample));
}

void add_session_targets(const Sample& sample, std::vector<Target>& targets) {
  targets.push_back(session_minutes(sample));
  targets.push_back(session_plays(sample));
  targets.push_back(gaps(sample));
}

void add_rhythm_targets(const Sample& sample, events::Population population, std::vector<Target>& targets) {
  targets.push_back(hours(sample));
  targets.push_back(weekdays(sample));
  targets.push_back(volume(sample, population));
}

}  // namespace wrapfeed::realism
