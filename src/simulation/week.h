#pragma once

#include <array>
#include <cstdint>

#include "base/time.h"
#include "random/words_ahead.h"
#include "simulation/model.h"
#include "simulation/recency.h"
#include "simulation/skip_times.h"
#include "simulation/threshold.h"
#include "users/profile.h"

namespace wrapfeed::simulation {

// The number of the week, Monday to Sunday, that a local date lies in.
constexpr std::int32_t week_of(base::Days day) { return (day + 3 - (((day + 3) % 7) + 7) % 7) / 7; }

// One listener's week: all probabilities and tables, computed once and only read while the week runs.
struct Week {
  // days and sessions
  double active = 0;                      // logit of the probability that a day is active
  double weekend = 0;                     // log of the weekend's intensity
  double sessions = 1;                    // on an active day
  double length_minutes = 0;              // scale of the session length
  Threshold single;                       // a session is a single play
  std::array<std::uint32_t, 23> hours{};  // cumulative share of session starts by hour of the listening day

  // listening
  Threshold begin_browsing;                  // a session starts browsing
  std::array<Threshold, 2> change_browsing;  // before a play: begins when leaning back [0], ends when browsing [1]
  std::array<Threshold, 2> skip;             // leaning back [0], browsing [1]
  Threshold leave_later;                     // of plays not skipped: left after 30 s
  Threshold nearly_done;                     // in the last 2 %, cumulative with the one before
  Threshold idle_long;                       // over a minute of idle time before a play
  Threshold idle_medium;                     // 5 to 60 s, cumulative with the one before
  Threshold idle_short;                      // 1 to 3 s, cumulative
  const SkipTimes* skip_times = nullptr;

  // choosing
  Threshold discover;
  Threshold known_artist;
  Threshold run;
  Threshold loop;
  Threshold obsession;
  Recency recency;         // what is copied from history
  Recency artist_recency;  // twice the scale: whose artist a new track is by
};

// The weekly drift of one listener's traits: an autoregressive process in its stationary state, week by week.
class Drift {
 public:
  explicit Drift(const Model& model) : model_(model) {}
  // Starts in week 0 of this user's own count.
  void begin(std::uint64_t seed, const users::Profile& profile);
  void advance();
  // The week's tables, for a listener who remembers `history` plays; or of these only what choosing needs.
  void fill(Week& week, std::uint32_t history) const;
  void fill_choosing(Week& week, std::uint32_t history) const;
  // The same, for a week whose history alone has grown.
  void fill_recency(Week& week, std::uint32_t history) const;
  std::uint32_t number() const { return number_; }

 private:
  void draw(double keep);
  void fill_days(Week& week) const;
  void fill_listening(Week& week) const;
  double value(users::Trait trait) const;

  static constexpr std::size_t kWeekWords = 16;  // two normals a word

  const Model& model_;
  const users::Profile* profile_ = nullptr;
  std::uint32_t number_ = 0;
  random::WordsAhead<kWeekWords, 16> words_;
  std::array<double, users::kTraits> own_{};  // the traits' values but for the drift
  std::array<double, users::kTraits> independent_{};
  std::array<double, users::kTraits> traits_{};
  std::array<double, users::kHourBlocks> hours_{};
};

}  // namespace wrapfeed::simulation
