#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "realism/chart.h"

namespace wrapfeed::realism {
namespace {

constexpr std::string_view kSkips = "Skips", kDiscovery = "Discovery and repetition", kPopularity = "Popularity";

Json survival(const Sample& sample) {
  std::vector<double> seconds = {0}, still = {1};
  for (const auto& [name, share] : real_stats().at("cum_share_played_less_than_s").items()) {
    seconds.push_back(std::stod(name));
    still.push_back(1 - share.at("user_mean").get<double>());
  }
  const Chart chart{"survival",      kSkips,
                    "Still playing", "Share of plays heard for at least so many seconds, the mean over listeners.",
                    kHistories,      "line",
                    "seconds",       "linear",
                    "still playing", "linear",
                    "percent"};
  return chart_json(chart, by_index(sample.curves.survival(), 0), points(seconds, still));
}

Json skips_by_place(const Sample& sample) {
  std::vector<double> real;
  for (const Json& share : real_stats2().at("skip30_by_session_position")) real.push_back(share.get<double>());
  const Chart chart{"skips_by_place",
                    kSkips,
                    "Skips by place in the session",
                    "Share of plays under 30 s among the first, second ... plays of sessions.",
                    kHistories,
                    "line",
                    "place in the session",
                    "linear",
                    "skipped",
                    "linear",
                    "percent"};
  return chart_json(chart, by_index(sample.curves.skips_by_place(), 1), by_index(real, 1));
}

Json skips_by_familiarity(const Sample& sample) {
  constexpr std::string_view kNames[] = {"none", "1 to 4", "5 or more"};
  std::vector<double> feed, real;
  for (const Statistic statistic : {Statistic::SkipFirstPlay, Statistic::SkipFewPlays, Statistic::SkipManyPlays})
    feed.push_back(mean(sample.of_counted(statistic)));
  for (const Json& group : real_stats().at("skip30_by_familiarity(last 2/3)"))
    real.push_back(group.at("mean").get<double>());
  const Chart chart{"skips_by_familiarity",
                    kSkips,
                    "Skips by familiarity",
                    "Share of plays under 30 s by the earlier plays of the track, in the last two thirds of a "
                    "listener's plays; the mean over listeners.",
                    kHistories,
                    "bar",
                    "earlier plays",
                    "category",
                    "skipped",
                    "linear",
                    "percent"};
  return chart_json(chart, points(kNames, feed), points(kNames, real));
}

Json discovery(const Sample& sample) {
  const Json& heaps = real_stats().at("heaps");
  std::vector<double> plays, distinct;
  for (const auto& [place, name] :
       {std::pair{1000, "distinct_ratio_at_1000"}, {3000, "at_3000"}, {10'000, "at_10000"}, {30'000, "at_30000"}}) {
    plays.push_back(place);
    distinct.push_back(place * heaps.at(name).at("p50").get<double>());
  }
  const Chart chart{"discovery",
                    kDiscovery,
                    "Discovery",
                    "Different tracks among a listener's first plays: the median over the listeners who have so many, "
                    "where a fifth do.",
                    kHistories,
                    "line",
                    "plays",
                    "log",
                    "different tracks",
                    "log",
                    "number"};
  return chart_json(chart, points(Curves::kDiscoveryPlaces, sample.curves.discovery()), points(plays, distinct));
}

Json repeat_density(const Sample& sample) {
  std::vector<double> edges, real;
  for (const Json& bin : real_stats().at("repeat").at("gap_density_logbins")) {
    edges.push_back(bin.at(0).get<double>());
    real.push_back(bin.at(1).get<double>());
  }
  const Chart chart{"repeat_density",
                    kDiscovery,
                    "Plays between repeats",
                    "Of the repeats of a track, the share with so many plays since the last one (a play; mean over "
                    "listeners).",
                    kHistories,
                    "line",
                    "plays since",
                    "log",
                    "share of repeats, a play",
                    "log",
                    "number"};
  std::vector<double> feed = sample.curves.repeat_density();
  feed.resize(std::min(feed.size(), edges.size()));
  return chart_json(chart, points(edges, feed), points(edges, real));
}

Json repeat_days(const Sample& sample) {
  constexpr std::string_view kNames[] = {"1 day", "7 days", "30 days"};
  const Json& gaps = real_stats().at("repeat").at("gap_days_user_mean");
  std::vector<double> feed, real;
  for (const Statistic statistic : {Statistic::RepeatDay, Statistic::RepeatWeek, Statistic::RepeatMonth})
    feed.push_back(mean(sample.of_counted(statistic)));
  for (const char* name : {"<1d", "<7d", "<30d"}) real.push_back(gaps.at(name).get<double>());
  const Chart chart{"repeat_days",
                    kDiscovery,
                    "Days between repeats",
                    "Share of the repeats of a track within so long of the last play, the mean over listeners; as a "
                    "history of a year "
                    "would show it (target 10).",
                    kHistories,
                    "bar",
                    "within",
                    "category",
                    "share of repeats",
                    "linear",
                    "percent"};
  return chart_json(chart, points(kNames, feed), points(kNames, real));
}

Json rank_shares(std::string_view kind, std::string_view title, std::string_view note, std::string_view label,
                 const std::vector<double>& feed) {
  const Json& within = real_stats().at("within_user_concentration(first<=10k plays)");
  std::vector<double> ranks(std::begin(Curves::kRanks), std::end(Curves::kRanks)), places, real;
  for (const int rank : {1, 5, 10, 100}) {
    places.push_back(rank);
    real.push_back(within.at(fmt::format("{}_top{}", kind, rank)).at("p50").get<double>());
  }
  const std::string id = fmt::format("{}_shares", kind);
  const Chart chart{id,    kPopularity,      title,    note,     kHistories, "line", label,
                    "log", "share of plays", "linear", "percent"};
  return chart_json(chart, points(ranks, feed), points(places, real));
}

Json artists_over_all(const Sample& sample) {
  constexpr double kShares[] = {.001, .01, .05, .10};
  constexpr std::string_view kNames[] = {"top 0.1 %", "top 1 %", "top 5 %", "top 10 %"};
  std::vector<std::int64_t> plays = sample.artist_plays;
  std::sort(plays.begin(), plays.end(), std::greater<>());
  std::vector<double> feed;
  for (const double share : kShares) {
    const auto end = plays.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(plays.size()));
    feed.push_back(ratio(static_cast<double>(std::accumulate(plays.begin(), end, std::int64_t{0})),
                         static_cast<double>(sample.plays)));
  }
  const Chart chart{"artists_over_all",
                    kPopularity,
                    "Artists over all listeners",
                    "Share of all plays that go to the most played of the catalog's artists.",
                    "HetRec 2011 Last.fm: a closed catalogue of 17,632 artists, 1,892 listeners",
                    "bar",
                    "artists",
                    "category",
                    "share of plays",
                    "linear",
                    "percent"};
  constexpr double kReal[] = {.2063, .5194, .7598, .8495};
  return chart_json(chart, points(kNames, feed), points(kNames, kReal));
}

}  // namespace

void add_skip_charts(const Sample& sample, Json& charts) {
  charts.push_back(survival(sample));
  charts.push_back(skips_by_place(sample));
  charts.push_back(skips_by_familiarity(sample));
}

void add_choice_charts(const Sample& sample, Json& charts) {
  charts.push_back(discovery(sample));
  charts.push_back(repeat_density(sample));
  charts.push_back(repeat_days(sample));
  charts.push_back(rank_shares("track", "A listener's tracks",
                               "Share of a listener's first 10,000 plays that goes to the top so many tracks, the "
                               "median over listeners.",
                               "top tracks", sample.curves.track_shares()));
  charts.push_back(rank_shares("artist", "A listener's artists",
                               "Share of a listener's first 10,000 plays that goes to the top so many artists, the "
                               "median over listeners.",
                               "top artists", sample.curves.artist_shares()));
  charts.push_back(artists_over_all(sample));
}

}  // namespace wrapfeed::realism
