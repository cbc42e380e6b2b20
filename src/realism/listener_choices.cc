#include <algorithm>
#include <cmath>
#include <numeric>

#include "realism/listener_statistics.h"
#include "realism/recurrence.h"

namespace wrapfeed::realism {
namespace {

using Places = std::vector<std::int32_t>;

// Least squares through the curve at ten places a decade, from 100 plays to the last; for 1,000 plays or more.
double discovery_exponent(const std::vector<double>& distinct) {
  if (distinct.size() <= 1000) return kUnknown;
  std::vector<double> plays, found;
  for (double place = 100; place < static_cast<double>(distinct.size()); place *= std::pow(10, .1)) {
    const auto n = static_cast<std::size_t>(std::lround(place));
    if (n >= distinct.size()) break;
    plays.push_back(std::log(static_cast<double>(n)));
    found.push_back(std::log(distinct[n]));
  }
  return slope(plays, found);
}

double distinct_share(const std::vector<double>& distinct, double place) {
  const auto n = static_cast<std::size_t>(place);
  return n < distinct.size() ? distinct[n] / place : kUnknown;
}

void measure_discovery(const Places& tracks, const Places& artists, ListenerStatistics& statistics) {
  const std::vector<double> distinct = distinct_counts(tracks);
  statistics[Statistic::TrackExponent] = discovery_exponent(distinct);
  statistics[Statistic::ArtistExponent] = discovery_exponent(distinct_counts(artists));
  statistics[Statistic::Distinct1000] = distinct_share(distinct, kDistinctPlaces[0]);
  statistics[Statistic::Distinct3000] = distinct_share(distinct, kDistinctPlaces[1]);
  statistics[Statistic::Distinct10000] = distinct_share(distinct, kDistinctPlaces[2]);
  statistics[Statistic::Distinct30000] = distinct_share(distinct, kDistinctPlaces[3]);
}

// The real listeners' histories are a year long; in a shorter one long distances are missing, since the play before
// lies outside. A repeat after t of d days is seen with probability 1 - t/d (of those that a year shows, 1 - t/365),
// so that each counts with the ratio of the two. Months are too little to tell of a year: below 60 days all count
// alike.
class LengthWeight {
 public:
  explicit LengthWeight(const std::vector<Play>& plays)
      : days_(static_cast<double>(plays.back().end - plays.front().end) / kDaySeconds) {}

  bool applies() const { return days_ >= kFewestDays && days_ < kYear; }
  double repeat(double seconds) const {
    if (!applies()) return 1;
    const double days = std::min(seconds / kDaySeconds, kSeldomSeen * days_);
    return (1 - days / kYear) / (1 - days / days_);
  }
  // Of the share of new tracks, which falls with the plays as plays^(exponent - 1).
  double discovery(double exponent) const {
    return applies() && !std::isnan(exponent) ? std::pow(kYear / days_, exponent - 1) : 1;
  }

 private:
  static constexpr double kFewestDays = 60, kYear = 365;
  static constexpr double kSeldomSeen = .9;  // of the days: what is seen less than once in ten weighs no more
  double days_;
};

void measure_repeats(const std::vector<Play>& plays, const Places& tracks, ListenerStatistics& statistics) {
  constexpr std::int32_t kPlaces[] = {1, 10, 100, 1000};
  constexpr std::int64_t kDays[] = {1, 7, 30};
  const LengthWeight weight(plays);
  double repeats = 0, new_late = 0, by_place[4] = {}, by_day[3] = {};
  for (std::size_t i = 0; i < plays.size(); ++i) {
    new_late += i >= plays.size() / 2 && tracks[i] == kNever;
    if (tracks[i] == kNever) continue;
    const std::int64_t seconds = plays[i].end - plays[static_cast<std::size_t>(tracks[i])].end;
    const double counts = weight.repeat(static_cast<double>(seconds));
    repeats += counts;
    for (std::size_t k = 0; k < 4; ++k)
      by_place[k] += static_cast<std::int32_t>(i) - tracks[i] <= kPlaces[k] ? counts : 0;
    for (std::size_t k = 0; k < 3; ++k) by_day[k] += seconds < kDays[k] * kDaySeconds ? counts : 0;
  }
  for (std::size_t k = 0; k < 4; ++k)
    statistics.values[static_cast<std::size_t>(Statistic::RepeatNext) + k] = ratio(by_place[k], repeats);
  for (std::size_t k = 0; k < 3; ++k)
    statistics.values[static_cast<std::size_t>(Statistic::RepeatDay) + k] = ratio(by_day[k], repeats);
  const double new_share = new_late / static_cast<double>(plays.size() - plays.size() / 2);
  statistics[Statistic::RepeatShare] = 1 - new_share * weight.discovery(statistics[Statistic::TrackExponent]);
}

void measure_familiarity(const std::vector<Play>& plays, const Places& tracks, ListenerStatistics& statistics) {
  std::vector<std::int32_t> earlier(plays.size());
  double skips[3] = {}, total[3] = {};
  for (std::size_t i = 0; i < plays.size(); ++i) {
    if (tracks[i] != kNever) earlier[i] = earlier[static_cast<std::size_t>(tracks[i])] + 1;
    if (i < plays.size() / 3) continue;
    const std::size_t group = earlier[i] == 0 ? 0 : earlier[i] < 5 ? 1 : 2;
    ++total[group];
    skips[group] += plays[i].seconds() < kSkipSeconds;
  }
  statistics[Statistic::SkipFirstPlay] = ratio(skips[0], total[0]);
  statistics[Statistic::SkipFewPlays] = ratio(skips[1], total[1]);
  statistics[Statistic::SkipManyPlays] = ratio(skips[2], total[2]);
}

double rank_slope(const std::vector<std::int32_t>& counts) {
  std::vector<double> rank, plays;
  for (std::size_t i = 9; i < std::min<std::size_t>(1000, counts.size()); ++i) {
    rank.push_back(std::log(static_cast<double>(i + 1)));
    plays.push_back(std::log(static_cast<double>(counts[i])));
  }
  return -slope(rank, plays);
}

void measure_concentration(const History& history, ListenerStatistics& statistics) {
  const std::size_t n = concentration_plays(history);
  if (n == 0) return;
  const std::vector<std::int32_t> by_track = counts(history.previous_track, n),
                                  by_artist = counts(history.previous_artist, n);
  statistics[Statistic::TrackTop10] = share_of_top(by_track, 10);
  statistics[Statistic::TrackTop100] = share_of_top(by_track, 100);
  statistics[Statistic::TrackTopDecile] = share_of_top(by_track, by_track.size() / 10);
  statistics[Statistic::TrackSlope] = rank_slope(by_track);
  statistics[Statistic::ArtistTop1] = share_of_top(by_artist, 1);
  statistics[Statistic::ArtistTopDecile] = share_of_top(by_artist, by_artist.size() / 10);
  statistics[Statistic::ArtistSlope] = rank_slope(by_artist);
}

void measure_runs(const std::vector<Play>& plays, ListenerStatistics& statistics) {
  double pairs = 0, same_artist = 0, same_track = 0, in_runs = 0;
  std::size_t run = 0;  // plays of the artist in a row so far
  for (std::size_t i = 0; i < plays.size(); ++i) {
    const bool goes_on = i > 0 && plays[i].artist == plays[i - 1].artist;
    run = goes_on ? run + 1 : 1;
    in_runs += run == 3 ? 3 : run > 3;
    if (i == 0 || idle_seconds(plays, i, Clock::Utc) > kSessionGapSeconds) continue;
    ++pairs;
    same_artist += goes_on;
    same_track += plays[i].track == plays[i - 1].track;
  }
  statistics[Statistic::SameArtist] = ratio(same_artist, pairs);
  statistics[Statistic::SameTrack] = ratio(same_track, pairs);
  statistics[Statistic::ArtistRunShare] = ratio(in_runs, static_cast<double>(plays.size()));
}

}  // namespace

void measure_choices(const History& history, ListenerStatistics& statistics) {
  measure_discovery(history.previous_track, history.previous_artist, statistics);
  measure_repeats(history.plays, history.previous_track, statistics);
  measure_familiarity(history.plays, history.previous_track, statistics);
  measure_concentration(history, statistics);
  measure_runs(history.plays, statistics);
}

}  // namespace wrapfeed::realism
