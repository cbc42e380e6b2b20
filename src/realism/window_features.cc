#include "realism/window_features.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "realism/window_groups.h"

namespace wrapfeed::realism {

const std::array<WindowFeature, kWindowFeatures> kWindowFeatureList = {{
    {"log_plays", "log of plays", true},
    {"log_minutes", "log of minutes", true},
    {"active_days", "share of days with a play"},
    {"day_cv", "minutes a day: deviation over mean"},
    {"day_max_share", "share of the minutes on the fullest day"},
    {"day_lag1", "minutes a day: autocorrelation over one day"},
    {"sessions_per_active_day", "sessions on a day with any"},
    {"session_min_p50", "log of session minutes, median"},
    {"session_min_p90", "log of session minutes, 90th percentile"},
    {"tracks_p50", "log of plays in a session, median"},
    {"tracks_p90", "log of plays in a session, 90th percentile"},
    {"single_share", "share of sessions of one play"},
    {"gap_p50", "log of hours between sessions, median"},
    {"gap_p90", "log of hours between sessions, 90th percentile"},
    {"under_2s", "share of plays under 2 s"},
    {"under_5s", "share of plays under 5 s"},
    {"under_10s", "share of plays under 10 s"},
    {"under_30s", "share of plays under 30 s"},
    {"under_60s", "share of plays under 60 s"},
    {"skip_after_skip", "skips after a skip"},
    {"skip_after_keep", "skips after a play that was kept"},
    {"finished", "share of plays to the end"},
    {"hour_00", "share of plays ending 0 to 3 h"},
    {"hour_03", "share of plays ending 3 to 6 h"},
    {"hour_06", "share of plays ending 6 to 9 h"},
    {"hour_09", "share of plays ending 9 to 12 h"},
    {"hour_12", "share of plays ending 12 to 15 h"},
    {"hour_15", "share of plays ending 15 to 18 h"},
    {"hour_18", "share of plays ending 18 to 21 h"},
    {"hour_21", "share of plays ending 21 to 24 h"},
    {"hour_entropy", "entropy of the hours"},
    {"weekend_share", "share of plays on Saturday and Sunday"},
    {"track_distinct", "different tracks a play"},
    {"artist_distinct", "different artists a play"},
    {"track_top1", "share of the most played track"},
    {"track_top10", "share of the ten most played tracks"},
    {"track_once", "share of plays of tracks played once"},
    {"artist_top1", "share of the most played artist"},
    {"artist_top5", "share of the five most played artists"},
    {"same_artist", "same artist as the play before"},
    {"same_track", "same track as the play before"},
    {"repeat_share", "share of plays of a track played before"},
    {"repeat_gap_p50", "log of plays between repeats, median"},
    {"repeat_le10", "share of repeats within ten plays"},
    {"artist_run3_share", "share of plays in artist runs of 3 or more"},
    {"idle_within_over_1min", "share of idle times in a session over 1 min"},
}};

namespace {

WindowValues features_of(std::span<const Play> plays) {
  std::vector<double> values;
  values.reserve(kWindowFeatures);
  append_volume(plays, values);
  append_sessions(plays, values);
  append_skips(plays, values);
  append_hours(plays, values);
  append_choices(plays, values);
  CHECK(values.size() == kWindowFeatures);
  WindowValues result;
  std::transform(values.begin(), values.end(), result.begin(),
                 [](double value) { return std::round(value * 1e5) / 1e5; });
  return result;
}

}  // namespace

std::vector<WindowValues> window_values(const Listener& listener) {
  std::vector<Play> plays = listener.plays;
  std::stable_sort(plays.begin(), plays.end(), [](const Play& a, const Play& b) { return a.local_end < b.local_end; });
  std::vector<WindowValues> windows;
  const auto window_of = [&](const Play& play) { return (local_day(play) - local_day(plays.front())) / kWindowDays; };
  for (auto begin = plays.begin(), end = begin; begin != plays.end(); begin = end) {
    const std::int64_t window = window_of(*begin);
    end = std::find_if(begin, plays.end(), [&](const Play& play) { return window_of(play) != window; });
    if (static_cast<std::size_t>(end - begin) >= kWindowPlays) windows.push_back(features_of({begin, end}));
  }
  return windows;
}

}  // namespace wrapfeed::realism
