#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "realism/history.h"

namespace wrapfeed::realism {

// What is measured of one listener. A "share" is 0 to 1; kUnknown where the listener has too little of what it takes.
enum class Statistic {
  Plays,
  MinutesADay,     // from the day of the first play to that of the last, at least 28 days or the feed's
  PlaysADay,       // over the same days
  ActiveDayShare,  // of those days
  ActiveAfterActive,
  ActiveAfterInactive,
  DayDeviation,  // of the minutes of active days, over their mean
  DayLag1,       // autocorrelation of the minutes of all days
  DayLag7,
  Under5,  // share of plays of under 5 s
  Under10,
  Under30,
  Finished,  // share of plays of 97 % of the track or more
  SkipAfterSkip,
  SkipAfterKeep,
  SkipFirstPlay,  // skips among first plays of a track, in the last two thirds of the plays
  SkipFewPlays,   // with 1 to 4 plays before
  SkipManyPlays,  // with 5 or more
  SessionMinutesMedian,
  SessionMinutesMean,
  SessionPlaysMedian,
  SessionPlaysMean,
  SingleShare,  // sessions of one play
  SessionsAnActiveDay,
  GapHoursMedian,
  TrackExponent,  // beta of distinct ~ plays^beta
  ArtistExponent,
  Distinct1000,  // different tracks in the first 1,000 plays, a play
  Distinct3000,
  Distinct10000,
  Distinct30000,
  RepeatNext,  // of the repeats of a track, as a year would show them: the play before was the same
  Repeat10,    // at most 10 plays after
  Repeat100,
  Repeat1000,
  RepeatDay,  // within a day
  RepeatWeek,
  RepeatMonth,  // 30 days
  RepeatShare,  // plays of a track played before, in the second half of the plays
  TrackTop10,   // this and the next: in the first 10,000 plays, of listeners with 5,000 or more
  TrackTop100,
  TrackTopDecile,
  TrackSlope,  // of log plays over log rank, ranks 10 to 1,000, sign turned
  ArtistTop1,
  ArtistTopDecile,
  ArtistSlope,
  SameArtist,  // as the play before, within a session
  SameTrack,
  ArtistRunShare,  // plays in runs of 3 or more by one artist
  WeekendShare,    // plays on Saturday and Sunday
  NightShare,      // plays that end from 0 to 6 h
  HourDistance,    // sum of the absolute differences of the listener's hours to the mean listener's
};
inline constexpr std::size_t kStatistics = static_cast<std::size_t>(Statistic::HourDistance) + 1;

struct ListenerStatistics {
  ListenerStatistics() { values.fill(kUnknown); }
  double& operator[](Statistic statistic) { return values[static_cast<std::size_t>(statistic)]; }
  double operator[](Statistic statistic) const { return values[static_cast<std::size_t>(statistic)]; }

  std::array<double, kStatistics> values;
  std::array<double, 24> hours{};    // share of plays by local hour of their ends
  std::array<double, 7> weekdays{};  // Monday first, share of plays, each weekday weighed as if all were equally many
};

inline constexpr double kDistinctPlaces[] = {1000, 3000, 10'000, 30'000};

// All but HourDistance, which takes the other listeners. `feed_days` are the feed's.
ListenerStatistics statistics_of(const History& history, std::int64_t feed_days);

// Its three parts.
void measure_times(const History& history, std::int64_t feed_days, ListenerStatistics& statistics);
void measure_skips(const History& history, ListenerStatistics& statistics);
void measure_choices(const History& history, ListenerStatistics& statistics);

// Minutes of each local day from the first play's to the last's.
std::vector<double> minutes_by_day(const Listener& listener);

}  // namespace wrapfeed::realism
