#pragma once

#include <cstdint>
#include <vector>

#include "base/time.h"
#include "random/words_ahead.h"
#include "simulation/quantiles.h"
#include "simulation/threshold.h"
#include "simulation/week.h"

namespace wrapfeed::simulation {

inline constexpr base::Millis kSessionGap = 30 * base::kMinute;  // idle time that ends a session

// A session as the day planned it, before it is known whether the one before is over by then.
struct PlannedSession {
  base::Millis start = 0;  // local wall clock, ms since 1970; of one that follows: after the end of the one before
  bool follows = false;    // the session before it, whenever that ends
  bool single = false;
  double length = 0;          // a factor on the listener's session length
  std::uint32_t chances = 0;  // of one that follows: a bit for each session that it may follow, set where it does
};

// The sessions of one listener's day (04:00 to 04:00 local time): anchors at times drawn from the week's hours, and
// follow-ups that start some time after the session before them ended.
class DayPlan {
 public:
  explicit DayPlan(const Model& model);

  // What the calendar says of the day.
  struct Calendar {
    bool free = false;  // a weekend or a public holiday
    bool away = false;  // the listener does not use the service
    double level = 0;   // log factor on the intensity: the season's and the weekday's
  };

  // Another listener; their first day is planned next.
  void begin(std::uint64_t seed, std::int64_t user);
  // Plans the day, which is later than the one before.
  void plan(base::Days day, const Week& week, const Calendar& calendar);

  // The next session; null when the day is over.
  const PlannedSession* next(bool after_a_session);

  double log_intensity() const { return log_intensity_; }

 private:
  // What each of a day's words decides, and of those of a session that it plans.
  enum DayWord : std::size_t { kLevel, kAbsence, kActive, kCount, kDayWords };
  enum PlanWord : std::size_t { kKind, kLength, kStart, kMinute, kPlanWords };
  using DayWords = random::WordsAhead<kDayWords, 16>;
  using PlanWords = random::WordsAhead<kPlanWords, 16>;

  // What yesterday makes of the probability p that today is active: least + rest * p.
  struct Habit {
    double least;
    double rest;
  };

  void move_level(DayWords::Row words, base::Days day);
  bool decide_active(const Week& week, bool free, std::uint32_t word) const;
  int session_count(DayWords::Row words, double mean) const;
  void draw_sessions(base::Days day, const Week& week, int count, double mean);
  PlannedSession draw_session(base::Days day, const Week& week, bool first);
  void set_lengths(double mean, double total);

  const Model& model_;
  const Quantiles<1024> lengths_;  // of sessions: Weibull, scale 1
  const double fresh_level_;       // of the day's level, what is not yesterday's
  const Habit after_active_, after_silent_, unknown_{0, 1};
  const Threshold absence_begins_, poisson_days_, follow_up_;

  DayWords day_words_;
  PlanWords plan_words_;
  // What the days of a listener hand on.
  double level_ = 0;  // autoregressive, variance 1
  const Habit* yesterday_ = &unknown_;
  base::Days away_until_ = 0;  // first day after an absence
  std::uint32_t planned_ = 0;  // sessions of all days

  double log_intensity_ = 0;
  std::vector<PlannedSession> anchors_;  // by start time
  std::vector<PlannedSession> follow_ups_;
  std::size_t next_anchor_ = 0;
  std::size_t next_follow_up_ = 0;
};

}  // namespace wrapfeed::simulation
