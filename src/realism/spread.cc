#include "realism/spread.h"

#include <cmath>

#include "base/check.h"

namespace wrapfeed::realism {
namespace {

struct Known {
  std::string_view name;
  std::string_view label;
  std::string_view unit;
  Statistic statistic;
  const char* real;  // its quantiles in real_stats.json, from "stats" or "stats2"
};

constexpr Known kKnown[] = {
    {"minutes_a_day", "minutes a day", "min", Statistic::MinutesADay, "/stats/volume/minutes_per_calendar_day"},
    {"plays_a_day", "plays a day", "plays", Statistic::PlaysADay, "/stats/volume/plays_per_calendar_day"},
    {"active_day_share", "share of days with a play", "share", Statistic::ActiveDayShare,
     "/stats/volume/active_day_share"},
    {"active_after_active", "active after an active day", "share", Statistic::ActiveAfterActive,
     "/stats2/active_day_markov/P(active|active)"},
    {"active_after_inactive", "active after an inactive day", "share", Statistic::ActiveAfterInactive,
     "/stats2/active_day_markov/P(active|inactive)"},
    {"day_deviation", "minutes of active days: deviation over mean", "", Statistic::DayDeviation,
     "/stats/volume/cv_daily_minutes_active"},
    {"day_lag1", "minutes a day: autocorrelation over 1 day", "", Statistic::DayLag1,
     "/stats/volume/autocorr_daily_minutes_lag1"},
    {"day_lag7", "minutes a day: autocorrelation over 7 days", "", Statistic::DayLag7, "/stats/volume/autocorr_lag7"},
    {"under_5s", "plays under 5 s", "share", Statistic::Under5, "/stats/cum_share_played_less_than_s/5/user_q"},
    {"under_30s", "plays under 30 s (skips)", "share", Statistic::Under30,
     "/stats/cum_share_played_less_than_s/30/user_q"},
    {"finished", "plays to the end", "share", Statistic::Finished, "/stats/completion/finished_share_user"},
    {"skip_after_skip", "skip after a skip", "share", Statistic::SkipAfterSkip,
     "/stats/skip30_given_prev/P(skip|prev skip)"},
    {"skip_after_keep", "skip after a kept play", "share", Statistic::SkipAfterKeep,
     "/stats/skip30_given_prev/P(skip|prev not skip)"},
    {"skip_first_play", "skips of a first play", "share", Statistic::SkipFirstPlay,
     "/stats/skip30_by_familiarity(last 2~13)/first_play"},
    {"skip_few_plays", "skips after 1 to 4 plays", "share", Statistic::SkipFewPlays,
     "/stats/skip30_by_familiarity(last 2~13)/1-4 previous plays"},
    {"skip_many_plays", "skips after 5 plays or more", "share", Statistic::SkipManyPlays,
     "/stats/skip30_by_familiarity(last 2~13)/>=5 previous plays"},
    {"session_minutes_median", "session minutes, median", "min", Statistic::SessionMinutesMedian,
     "/stats/sessions_gap30min/user_median_dur"},
    {"session_minutes_mean", "session minutes, mean", "min", Statistic::SessionMinutesMean,
     "/stats/sessions_gap30min/user_mean_dur"},
    {"session_plays_median", "plays a session, median", "plays", Statistic::SessionPlaysMedian,
     "/stats/sessions_gap30min/user_median_tracks"},
    {"session_plays_mean", "plays a session, mean", "plays", Statistic::SessionPlaysMean,
     "/stats/sessions_gap30min/user_mean_tracks"},
    {"sessions_an_active_day", "sessions on an active day", "", Statistic::SessionsAnActiveDay,
     "/stats/sessions_gap30min/sessions_per_active_day"},
    {"track_exponent", "discovery exponent of tracks", "", Statistic::TrackExponent, "/stats/heaps/beta_tracks_all"},
    {"artist_exponent", "discovery exponent of artists", "", Statistic::ArtistExponent, "/stats/heaps/beta_artists"},
    {"distinct_1000", "different tracks a play, first 1,000", "share", Statistic::Distinct1000,
     "/stats/heaps/distinct_ratio_at_1000"},
    {"distinct_3000", "different tracks a play, first 3,000", "share", Statistic::Distinct3000, "/stats/heaps/at_3000"},
    {"repeat_share", "repeats in the second half", "share", Statistic::RepeatShare,
     "/stats/repeat/repeat_share_second_half"},
    {"same_artist", "same artist as the play before", "share", Statistic::SameArtist,
     "/stats/repeat/P(same artist as prev)"},
    {"same_track", "same track as the play before", "share", Statistic::SameTrack,
     "/stats/repeat/P(same track as prev | within session)"},
    {"track_top10", "top 10 tracks", "share", Statistic::TrackTop10,
     "/stats/within_user_concentration(first<=10k plays)/track_top10"},
    {"track_top100", "top 100 tracks", "share", Statistic::TrackTop100,
     "/stats/within_user_concentration(first<=10k plays)/track_top100"},
    {"artist_top1", "top artist", "share", Statistic::ArtistTop1,
     "/stats/within_user_concentration(first<=10k plays)/artist_top1"},
    {"artist_top_decile", "top tenth of the artists", "share", Statistic::ArtistTopDecile,
     "/stats/within_user_concentration(first<=10k plays)/artist_top10pct"},
    {"track_slope", "rank slope of tracks", "", Statistic::TrackSlope,
     "/stats/within_user_concentration(first<=10k plays)/track_zipf_slope_rank10_1000"},
    {"artist_slope", "rank slope of artists", "", Statistic::ArtistSlope,
     "/stats/within_user_concentration(first<=10k plays)/artist_zipf_slope_rank10_1000"},
    {"hour_distance", "distance of the hours to the mean listener's", "", Statistic::HourDistance,
     "/stats/hour_profile_L1_to_mean_user"},
};

// Mean and deviation alone are known of the real weekend share: the quantiles are those of a normal distribution.
constexpr double kWeekendMean = .2529, kWeekendDeviation = .0624, kNormalP90 = 1.2816;
constexpr RealSpread kRealWeekend = {kWeekendMean - kNormalP90 * kWeekendDeviation, kWeekendMean,
                                     kWeekendMean + kNormalP90* kWeekendDeviation};

RealSpread quantiles(std::vector<double> values) {
  return {quantile(values, .1), quantile(values, .5), quantile(values, .9)};
}

const Json& real_at(std::string_view path) {
  const bool second = path.starts_with("/stats2/");
  const Json& half = second ? real_stats2() : real_stats();
  return half.at(Json::json_pointer(std::string(path.substr(second ? 7 : 6))));
}

bool near(double measured, double real) { return std::abs(measured - real) <= .2 * std::abs(real); }

// The traits in the order of "user_trait_names".
std::vector<std::vector<double>> traits(const Sample& sample) {
  std::vector<std::vector<double>> columns(8);
  for (const ListenerStatistics& listener : sample.listeners) {
    if (!sample.counts(listener)) continue;
    const double values[] = {std::log(listener[Statistic::MinutesADay]),
                             listener[Statistic::Under30],
                             listener[Statistic::TrackExponent],
                             listener[Statistic::SameArtist],
                             listener[Statistic::RepeatShare],
                             listener[Statistic::WeekendShare],
                             listener[Statistic::NightShare],
                             listener[Statistic::SessionsAnActiveDay]};
    if (std::isnan(listener[Statistic::TrackExponent]) || std::isnan(listener[Statistic::SameArtist])) continue;
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i].push_back(values[i]);
  }
  for (std::vector<double>& column : columns) column = ranks(column);
  return columns;
}

constexpr std::string_view kTraitLabels[] = {"minutes a day", "skips", "discovery exponent", "same artist", "repeats",
                                             "weekend",       "night", "sessions a day"};

}  // namespace

bool Spread::within() const { return near(feed.p10, real.p10) && near(feed.p50, real.p50) && near(feed.p90, real.p90); }

bool TraitPair::within() const { return std::abs(feed - real) <= .1; }

std::vector<Spread> measure_spread(const Sample& sample) {
  std::vector<Spread> result;
  for (const Known& known : kKnown)
    result.push_back({known.name, known.label, known.unit, quantiles(sample.of_counted(known.statistic)),
                      spread_at(real_at(known.real))});
  result.push_back({"weekend_share", "plays on Saturday and Sunday", "share",
                    quantiles(sample.of_counted(Statistic::WeekendShare)), kRealWeekend});
  return result;
}

std::vector<TraitPair> measure_traits(const Sample& sample) {
  const Json& real = real_stats2().at("user_trait_spearman");
  const std::vector<std::vector<double>> columns = traits(sample);
  CHECK(real.size() == columns.size());
  std::vector<TraitPair> pairs;
  for (std::size_t i = 0; i < columns.size(); ++i)
    for (std::size_t j = i + 1; j < columns.size(); ++j)
      pairs.push_back(
          {kTraitLabels[i], kTraitLabels[j], correlation(columns[i], columns[j]), real[i][j].get<double>()});
  return pairs;
}

}  // namespace wrapfeed::realism
