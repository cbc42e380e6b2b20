#include "realism/listener_statistics.h"

namespace wrapfeed::realism {

ListenerStatistics statistics_of(const History& history, std::int64_t feed_days) {
  ListenerStatistics statistics;
  statistics[Statistic::Plays] = static_cast<double>(history.plays.size());
  measure_times(history, feed_days, statistics);
  measure_skips(history, statistics);
  measure_choices(history, statistics);
  return statistics;
}

void measure_skips(const History& history, ListenerStatistics& statistics) {
  double under[3] = {0, 0, 0}, finished = 0, skips[2] = {0, 0}, before[2] = {0, 0};
  for (std::size_t i = 0; i < history.plays.size(); ++i) {
    const Play& play = history.plays[i];
    under[0] += play.seconds() < 5;
    under[1] += play.seconds() < 10;
    under[2] += play.seconds() < kSkipSeconds;
    finished += play.seconds() >= kFinishedShare * (play.length_ms / 1000.0);
    if (i == 0) continue;
    const bool after_skip = history.plays[i - 1].seconds() < kSkipSeconds;
    ++before[after_skip];
    skips[after_skip] += play.seconds() < kSkipSeconds;
  }
  const auto count = static_cast<double>(history.plays.size());
  statistics[Statistic::Under5] = ratio(under[0], count);
  statistics[Statistic::Under10] = ratio(under[1], count);
  statistics[Statistic::Under30] = ratio(under[2], count);
  statistics[Statistic::Finished] = ratio(finished, count);
  statistics[Statistic::SkipAfterSkip] = ratio(skips[1], before[1]);
  statistics[Statistic::SkipAfterKeep] = ratio(skips[0], before[0]);
}

}  // namespace wrapfeed::realism
