#include <algorithm>
#include <cmath>

#include "realism/chart.h"

namespace wrapfeed::realism {
namespace {

constexpr std::string_view kRhythm = "Rhythm", kSessions = "Sessions", kVolume = "Volume";

std::vector<double> real_series(const char* name) { return real_stats().at(name).get<std::vector<double>>(); }

Json hour_chart(std::string_view id, std::string_view title, std::string_view note, const Curves::Hours& feed,
                const std::vector<double>& real, std::string_view mark) {
  const Chart chart{id,       kRhythm,          title,    note,     kHistories, mark, "local hour",
                    "linear", "share of plays", "linear", "percent"};
  return chart_json(chart, by_index(feed, 0), by_index(real, 0));
}

// Nine listeners in ten lie above the band's lower edge, and below its upper.
Json hour_band(const Sample& sample) {
  constexpr double kNormalP90 = 1.2816;
  const std::vector<double> center = real_series("hour_of_day_share_user_mean(aligned)");
  const std::vector<double> spread = real_series("hour_of_day_share_user_sd");
  Points feed = Json::array(), real = Json::array();
  for (std::size_t hour = 0; hour < 24; ++hour) {
    std::vector<double> shares;
    for (const ListenerStatistics& listener : sample.listeners)
      if (sample.counts(listener)) shares.push_back(listener.hours[hour]);
    std::sort(shares.begin(), shares.end());
    if (!shares.empty()) feed.push_back(Json::array({hour, sorted_quantile(shares, .1), sorted_quantile(shares, .9)}));
    real.push_back(Json::array(
        {hour, std::max(0.0, center[hour] - kNormalP90 * spread[hour]), center[hour] + kNormalP90 * spread[hour]}));
  }
  const Chart chart{"hour_band",
                    kRhythm,
                    "Listeners differ in their hours",
                    "Share of a listener's plays in each hour: the middle 80 % of listeners (of the real ones by their "
                    "deviation, which supposes a normal distribution).",
                    kHistories,
                    "band",
                    "local hour",
                    "linear",
                    "share of plays",
                    "linear",
                    "percent"};
  return chart_json(chart, std::move(feed), std::move(real));
}

Json weekday_chart(const Sample& sample) {
  constexpr std::string_view kNames[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  const Chart chart{"weekdays",       kRhythm,  "The week", "Share of plays by local weekday, the mean over listeners.",
                    kHistories,       "bar",    "weekday",  "category",
                    "share of plays", "linear", "percent"};
  return chart_json(chart, points(kNames, sample.mean_weekdays()),
                    points(kNames, real_series("weekday_share_user_mean(Mon..Sun)")));
}

// A distribution as the share of values below each.
Json below_chart(std::string_view id, std::string_view section, std::string_view title, std::string_view note,
                 std::string_view x_label, std::string_view y_label, Points feed, Points real) {
  const Chart chart{id, section, title, note, kHistories, "line", x_label, "log", y_label, "linear", "percent"};
  return chart_json(chart, std::move(feed), std::move(real));
}

Json session_plays(const Sample& sample) {
  constexpr std::size_t kMost = 30;
  std::vector<double> feed(kMost), real;
  for (const double plays : sample.session_plays)
    if (plays <= kMost) feed[static_cast<std::size_t>(plays) - 1] += 1;
  for (double& share : feed) share = ratio(share, static_cast<double>(sample.session_plays.size()));
  for (const Json& share : real_stats().at("session_length_pmf_tracks")) real.push_back(share.get<double>());
  const Chart chart{"session_plays",
                    kSessions,
                    "Plays of a session",
                    "Share of sessions with so many plays; the longer ones are left out here.",
                    kHistories,
                    "line",
                    "plays",
                    "linear",
                    "share of sessions",
                    "linear",
                    "percent"};
  return chart_json(chart, by_index(feed, 1), by_index(real, 1));
}

Json start_chart(const Sample& sample) {
  const Chart chart{"session_starts",
                    kRhythm,
                    "When sessions begin",
                    "Share of sessions by the local hour of their first play.",
                    kHistories,
                    "step",
                    "local hour",
                    "linear",
                    "share of sessions",
                    "linear",
                    "percent"};
  return chart_json(chart, by_index(sample.curves.session_starts(), 0),
                    by_index(real_stats2().at("session_start_hour_share").get<std::vector<double>>(), 0));
}

Json length_by_hour(const Sample& sample) {
  const Chart chart{"session_minutes_by_hour",
                    kSessions,
                    "Length by the hour",
                    "Median minutes of the sessions that begin in an hour.",
                    kHistories,
                    "step",
                    "local hour",
                    "linear",
                    "minutes",
                    "linear",
                    "number"};
  return chart_json(chart, by_index(sample.curves.session_minutes(), 0),
                    by_index(real_stats2().at("session_median_min_by_start_hour").get<std::vector<double>>(), 0));
}

}  // namespace

void add_rhythm_charts(const Sample& sample, Json& charts) {
  charts.push_back(hour_chart("hours", "The day", "Share of plays by local hour, the mean over listeners.",
                              sample.mean_hours(), real_series("hour_of_day_share_user_mean(aligned)"), "bar"));
  charts.push_back(weekday_chart(sample));
  charts.push_back(hour_chart("weekday_hours", "Monday to Friday", "Share of those days' plays by local hour.",
                              sample.curves.weekday_hours(), real_series("hour_weekday_profile"), "line"));
  charts.push_back(hour_chart("weekend_hours", "Saturday and Sunday", "The weekend begins later and lasts longer.",
                              sample.curves.weekend_hours(), real_series("hour_weekend_profile"), "line"));
  charts.push_back(hour_band(sample));
  charts.push_back(start_chart(sample));
}

void add_session_charts(const Sample& sample, Json& charts) {
  const Json& real = real_stats().at("sessions_gap30min");
  charts.push_back(below_chart("session_minutes", kSessions, "Minutes of a session",
                               "Share of sessions that last at most so long.", "minutes", "share of sessions",
                               shares_below(sample.session_minutes), shares_below(real.at("duration_min_pooled"))));
  charts.push_back(session_plays(sample));
  charts.push_back(below_chart("gaps", kSessions, "Hours between sessions",
                               "Share of the gaps between a listener's sessions of at most so many hours.", "hours",
                               "share of gaps", shares_below(sample.gap_hours),
                               shares_below(real.at("inter_session_gap_h"))));
  charts.push_back(length_by_hour(sample));
  charts.push_back(below_chart("minutes_a_day", kVolume, "Minutes a day",
                               "Share of listeners who hear at most so many minutes a day; the real ones are heavy "
                               "listeners.",
                               "minutes a day", "share of listeners",
                               shares_below(sample.of_all(Statistic::MinutesADay)),
                               shares_below(real_stats().at("volume").at("minutes_per_calendar_day"))));
  charts.push_back(below_chart("day_over_mean", kVolume, "Quiet and full days",
                               "Minutes of an active day over the listener's mean of them: share of days up to it.",
                               "of the mean", "share of days", shares_below(sample.day_over_mean),
                               shares_below(real_stats2().at("daily_minutes_over_user_mean"))));
}

}  // namespace wrapfeed::realism
