#include <algorithm>
#include <cmath>
#include <numeric>

#include "realism/recurrence.h"
#include "realism/sessions.h"
#include "realism/window_groups.h"

namespace wrapfeed::realism {
namespace {

double share_under(std::span<const Play> plays, double seconds) {
  const auto under = std::count_if(plays.begin(), plays.end(), [&](const Play& p) { return p.seconds() < seconds; });
  return static_cast<double>(under) / static_cast<double>(plays.size());
}

double finished(std::span<const Play> plays) {
  constexpr double kFew = 20, kTooFew = 0.6;  // what the definition answers for 20 plays of known length or fewer
  double whole = 0, judged = 0;
  for (const Play& play : plays) {
    if (play.length_ms <= 0) continue;
    ++judged;
    whole += play.seconds() >= kFinishedShare * (play.length_ms / 1000.0);
  }
  return judged > kFew ? whole / judged : kTooFew;
}

double share_of_top(std::span<const std::int32_t> counts, std::size_t top, double total) {
  const auto n = static_cast<std::ptrdiff_t>(std::min(top, counts.size()));
  return std::accumulate(counts.begin(), counts.begin() + n, 0.0) / total;
}

double share_same_as_before(std::span<const std::int32_t> previous) {
  double same = 0;
  for (std::size_t i = 1; i < previous.size(); ++i) same += previous[i] == static_cast<std::int32_t>(i) - 1;
  return same / static_cast<double>(previous.size() - 1);
}

double share_in_runs_of_three(std::span<const std::int32_t> previous) {
  double plays = 0, length = 0;
  for (std::size_t i = 0; i <= previous.size(); ++i) {
    if (i < previous.size() && i > 0 && previous[i] == static_cast<std::int32_t>(i) - 1) {
      ++length;
      continue;
    }
    if (length >= 3) plays += length;
    length = 1;
  }
  return plays / static_cast<double>(previous.size());
}

double share_of_long_idle(std::span<const Play> plays) {
  double within = 0, over = 0;
  for (std::size_t i = 1; i < plays.size(); ++i) {
    const double idle = idle_seconds(plays, i, Clock::Local);
    if (idle > kSessionGapSeconds) continue;
    ++within;
    over += idle > 60;
  }
  return within > 0 ? over / within : 0;
}

void append_repeats(std::span<const std::int32_t> previous, std::vector<double>& values) {
  constexpr double kNoRepeat = 5.0;  // log of plays, where nothing is repeated
  std::vector<double> gaps;
  for (std::size_t i = 0; i < previous.size(); ++i)
    if (previous[i] != kNever) gaps.push_back(static_cast<double>(i) - previous[i]);
  const auto near = static_cast<double>(std::count_if(gaps.begin(), gaps.end(), [](double gap) { return gap <= 10; }));
  values.push_back(static_cast<double>(gaps.size()) / static_cast<double>(previous.size()));
  values.push_back(gaps.empty() ? kNoRepeat : std::log(median(gaps)));
  values.push_back(gaps.empty() ? 0 : near / static_cast<double>(gaps.size()));
}

std::vector<std::int32_t> ids(std::span<const Play> plays, std::int32_t Play::*member) {
  std::vector<std::int32_t> result(plays.size());
  std::transform(plays.begin(), plays.end(), result.begin(), [&](const Play& play) { return play.*member; });
  return result;
}

}  // namespace

void append_skips(std::span<const Play> plays, std::vector<double>& values) {
  for (const double seconds : {2, 5, 10, 30, 60}) values.push_back(share_under(plays, seconds));
  double skips[2] = {0, 0}, before[2] = {0, 0};  // by whether the play before was skipped
  for (std::size_t i = 1; i < plays.size(); ++i) {
    const bool after_skip = plays[i - 1].seconds() < kSkipSeconds;
    ++before[after_skip];
    skips[after_skip] += plays[i].seconds() < kSkipSeconds;
  }
  values.push_back(before[1] > 0 ? skips[1] / before[1] : 0);
  values.push_back(before[0] > 0 ? skips[0] / before[0] : 0);
  values.push_back(finished(plays));
}

void append_choices(std::span<const Play> plays, std::vector<double>& values) {
  const auto total = static_cast<double>(plays.size());
  const std::vector<std::int32_t> tracks = previous_places(ids(plays, &Play::track));
  const std::vector<std::int32_t> artists = previous_places(ids(plays, &Play::artist));
  const std::vector<std::int32_t> track_counts = counts(tracks, plays.size());
  const std::vector<std::int32_t> artist_counts = counts(artists, plays.size());
  values.push_back(static_cast<double>(track_counts.size()) / total);
  values.push_back(static_cast<double>(artist_counts.size()) / total);
  values.push_back(share_of_top(track_counts, 1, total));
  values.push_back(share_of_top(track_counts, 10, total));
  values.push_back(static_cast<double>(std::count(track_counts.begin(), track_counts.end(), 1)) / total);
  values.push_back(share_of_top(artist_counts, 1, total));
  values.push_back(share_of_top(artist_counts, 5, total));
  values.push_back(share_same_as_before(artists));
  values.push_back(share_same_as_before(tracks));
  append_repeats(tracks, values);
  values.push_back(share_in_runs_of_three(artists));
  values.push_back(share_of_long_idle(plays));
}

}  // namespace wrapfeed::realism
