#include <algorithm>
#include <functional>
#include <numeric>

#include "realism/targets.h"

// Targets 9 to 12: discovery, repeats, popularity and runs.

namespace wrapfeed::realism {
namespace {

double mean_of(const Sample& sample, Statistic statistic) { return mean(sample.of_counted(statistic)); }
double median_of(const Sample& sample, Statistic statistic) { return median(sample.of_counted(statistic)); }

// Judged where at least a fifth of the counted listeners have that many plays (of the real ones a quarter had 30,000);
// the few beyond are no ordinary listeners.
Check distinct_check(const Sample& sample, std::string name, Statistic statistic, double target) {
  const auto enough =
      static_cast<double>(sample.of_counted(statistic).size()) >= .2 * static_cast<double>(sample.counted());
  const double measured = median_of(sample, statistic);
  return enough ? within(std::move(name), measured, target, .04) : shown(std::move(name), measured, target);
}

Target discovery(const Sample& sample) {
  return {9,
          "Discovery",
          "Exponent b of different tracks ~ plays^b (least squares on logarithms at ten places a decade from 100 plays "
          "to the last; mean over listeners), and different tracks a play in the first 1,000 ... 30,000 plays (median "
          "over the listeners who have that many, judged where a fifth of them do)",
          {within("exponent of tracks", mean_of(sample, Statistic::TrackExponent), .755, .04),
           within("exponent of artists", mean_of(sample, Statistic::ArtistExponent), .674, .04),
           distinct_check(sample, "distinct at 1,000", Statistic::Distinct1000, .527),
           distinct_check(sample, "distinct at 3,000", Statistic::Distinct3000, .39),
           distinct_check(sample, "distinct at 10,000", Statistic::Distinct10000, .26),
           distinct_check(sample, "distinct at 30,000", Statistic::Distinct30000, .19),
           shown("exponent of tracks, deviation", deviation(sample.of_counted(Statistic::TrackExponent), 1), .106)}};
}

Target repeats(const Sample& sample) {
  return {
      10,
      "Distance of repeats",
      "Of a listener's plays of a track played before: share with at most so many plays, or under so many days, "
      "since the last play of it; and their share of the second half of the plays; mean over listeners. As the real "
      "histories, which are a year long, would show it: in one of 60 to 365 days a repeat after t of d days weighs "
      "(1 - t/365) / (1 - t/d), and the share of new tracks is multiplied by (365/d)^(b - 1), b the exponent of "
      "target 9",
      {within("next play", mean_of(sample, Statistic::RepeatNext), .066, .04),
       within("up to 10 plays", mean_of(sample, Statistic::Repeat10), .162, .04),
       within("up to 100 plays", mean_of(sample, Statistic::Repeat100), .421, .04),
       within("up to 1,000 plays", mean_of(sample, Statistic::Repeat1000), .794, .04),
       within("within a day", mean_of(sample, Statistic::RepeatDay), .345, .04),
       within("within 7 days", mean_of(sample, Statistic::RepeatWeek), .617, .04),
       within("within 30 days", mean_of(sample, Statistic::RepeatMonth), .831, .04),
       within("repeats in the second half", mean_of(sample, Statistic::RepeatShare), .79, .04)}};
}

double share_of_top(const std::vector<std::int64_t>& descending, double share) {
  const auto top = static_cast<std::ptrdiff_t>(share * static_cast<double>(descending.size()));
  return ratio(static_cast<double>(std::accumulate(descending.begin(), descending.begin() + top, std::int64_t{0})),
               static_cast<double>(std::accumulate(descending.begin(), descending.end(), std::int64_t{0})));
}

double gini(const std::vector<std::int64_t>& descending) {
  double weighed = 0, total = 0;
  const auto n = static_cast<double>(descending.size());
  for (std::size_t i = 0; i < descending.size(); ++i) {
    weighed += (n - static_cast<double>(i)) * static_cast<double>(descending[i]);  // by rank from the bottom
    total += static_cast<double>(descending[i]);
  }
  return ratio(2 * weighed, n * total) - (n + 1) / n;
}

Target popularity(const Sample& sample) {
  std::vector<std::int64_t> artists = sample.artist_plays;
  std::sort(artists.begin(), artists.end(), std::greater<>());
  return {
      11,
      "Popularity",
      "Within a listener (the first 10,000 plays, of those with 5,000 or more; median over listeners): share of the "
      "top tracks and artists, slope of log plays over log rank 10 to 1,000. Over all: share of plays of the top "
      "artists, of all artists with a track in the catalog (real: a closed catalogue of 17,632 artists), Gini",
      {within("top 10 tracks", median_of(sample, Statistic::TrackTop10), .061, .05),
       within("top 100 tracks", median_of(sample, Statistic::TrackTop100), .326, .05),
       within("top artist", median_of(sample, Statistic::ArtistTop1), .060, .05),
       within("top tenth of the artists", median_of(sample, Statistic::ArtistTopDecile), .67, .05),
       within("over all: top 1 % of artists", share_of_top(artists, .01), .52, .05),
       within("over all: top 10 % of artists", share_of_top(artists, .10), .85, .05),
       within("over all: Gini of artists", gini(artists), .89, .05),
       shown("top tenth of the tracks", median_of(sample, Statistic::TrackTopDecile), .473),
       shown("slope of tracks", median_of(sample, Statistic::TrackSlope), .82),
       shown("slope of artists", median_of(sample, Statistic::ArtistSlope), 1.17)}};
}

Target runs(const Sample& sample) {
  return {
      12,
      "Runs",
      "Same artist, and same track, as the play before in the session (mean over listeners); share of plays in runs "
      "of 3 or more by one artist (pooled)",
      {within("same artist", mean_of(sample, Statistic::SameArtist), .26, .03),
       within("same track", mean_of(sample, Statistic::SameTrack), .042, .03),
       within("in artist runs of 3 or more", sample.run_share(), .222, .03),
       shown("same artist: median", median_of(sample, Statistic::SameArtist), .20),
       shown("same track: median", median_of(sample, Statistic::SameTrack), .029)}};
}

}  // namespace

void add_choice_targets(const Sample& sample, std::vector<Target>& targets) {
  targets.push_back(discovery(sample));
  targets.push_back(repeats(sample));
  targets.push_back(popularity(sample));
  targets.push_back(runs(sample));
}

}  // namespace wrapfeed::realism
