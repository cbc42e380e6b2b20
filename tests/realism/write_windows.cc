// Made-up listening histories, once as the CSV that listening_features.py reads and once as the features that the
// report computes of them: write_windows PLAYS.csv FEATURES.csv
#include <fmt/format.h>

#include <fstream>
#include <string>
#include <vector>

#include "realism/window_features.h"

namespace {

using wrapfeed::realism::Listener;
using wrapfeed::realism::Play;

// A plain generator will do: what is compared are two readings of the same plays.
class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : state_(seed * 2 + 1) {}
  std::int64_t below(std::int64_t limit) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::int64_t>(state_ >> 33) % limit;
  }
  bool one_in(std::int64_t n) { return below(n) == 0; }

 private:
  std::uint64_t state_;
};

// What sets one listener apart from the others.
struct Habit {
  int plays;
  int tracks;  // to choose from
  int tracks_of_artist;
  int skips_percent;
  int session_plays;  // on average
  int gap_hours;      // at most
};

constexpr Habit kHabits[] = {
    {20'000, 3000, 12, 25, 15, 20},  // an ordinary one
    {2000, 5, 1, 0, 9, 50},          // few tracks, no skip, weeks away
    {400, 1'000'000, 7, 100, 1, 5},  // nothing twice, all skipped, every session a single play
    {350, 300, 300, 40, 500, 1},     // one artist in one session
    {199, 50, 5, 30, 10, 40},        // windows of about 100 plays and fewer
    {1, 1, 1, 0, 1, 1},              // a single play
    {12'000, 900, 3, 60, 40, 8},
};

// The local end in milliseconds goes to the CSV; the play holds it floored to the minute, as the report reads feeds.
struct Ended {
  Play play;
  std::int64_t local_ms;
};

std::vector<Ended> history_of(const Habit& habit, Numbers& numbers) {
  std::vector<Ended> history;
  std::int64_t now = 1'735'700'000'000 + numbers.below(86'400'000);
  for (int i = 0; i < habit.plays; ++i) {
    const auto track = static_cast<std::int32_t>(numbers.below(1 + numbers.below(habit.tracks)));
    const std::int32_t length = track % 11 == 0 ? 0 : 120'000 + track % 97 * 2'000;  // some are not known
    const bool skip = numbers.below(100) < habit.skips_percent;
    const std::int64_t heard = skip ? numbers.below(30'000) : std::max(length, 30'000) - numbers.below(9'000);
    const bool away = numbers.one_in(habit.session_plays);
    now += heard + (away ? numbers.below(habit.gap_hours * 3'600'000LL) : numbers.below(100'000));
    const std::int64_t local = now + (i % 700 < 350 ? 0 : -3 * 3'600'000);  // a journey turns the clock back
    history.push_back({{.local_end = local / 60'000 * 60,
                        .ms_played = static_cast<std::int32_t>(heard),
                        .track = track,
                        .artist = track / habit.tracks_of_artist,
                        .length_ms = length},
                       local});
  }
  return history;
}

std::string csv_row(std::size_t listener, const Ended& ended) {
  const Play& play = ended.play;
  const std::string length = play.length_ms > 0 ? fmt::format("{:.3f}", play.length_ms / 1000.0) : "";
  return fmt::format("{},{}.{:03},{},{},{},{}\n", listener, ended.local_ms / 1000, ended.local_ms % 1000,
                     play.ms_played, play.track, play.artist, length);
}

}  // namespace

int main(int, char** argv) {
  std::ofstream plays(argv[1]), features(argv[2]);
  plays << "stream,local_end_s,ms_played,track,artist,dur_est_s\n";
  features << "listener";
  for (const auto& feature : wrapfeed::realism::kWindowFeatureList) features << "," << feature.name;
  features << "\n";
  for (std::size_t i = 0; i < std::size(kHabits); ++i) {
    Numbers numbers(i);
    Listener listener{.user_id = static_cast<std::int64_t>(i), .plays = {}};
    for (const Ended& ended : history_of(kHabits[i], numbers)) {
      plays << csv_row(i, ended);
      listener.plays.push_back(ended.play);
    }
    for (const auto& values : wrapfeed::realism::window_values(listener)) {
      features << i;
      for (const double value : values) features << fmt::format(",{:.5f}", value);
      features << "\n";
    }
  }
}
