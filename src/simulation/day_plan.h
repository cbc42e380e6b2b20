#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/time.h"
#include "random/draws.h"
#include "simulation/quantiles.h"
#include "simulation/week.h"

namespace wrapfeed::simulation {

inline constexpr base::Millis kSessionGap = 30 * base::kMinute;  // idle time that ends a session

// A session as the day planned it, before it is known whether the one before is over by then.
struct PlannedSession {
  base::Millis local_start = 0;  // local wall clock, ms since 1970; for a follow-up unused
  bool single = false;
  double length = 0;  // a factor on the listener's session length; 0 for a single play
};

// The sessions of one listener's day (04:00 to 04:00 local time): anchors at times drawn from the week's hours, and
// follow-ups that start some time after the session before them ended.
class DayPlan {
 public:
  // What the days of a listener hand on.
  struct Level {
    double value = 0;           // autoregressive, variance 1
    int yesterday = -1;         // 1 active, 0 not, -1 not known
    base::Days away_until = 0;  // first day after an absence
  };

  explicit DayPlan(const Model& model) : model_(model), lengths_(powers_of_exponential(1 / model.length_shape)) {}

  // What the calendar says of the day.
  struct Calendar {
    bool free = false;  // a weekend or a public holiday
    bool away = false;  // the listener does not use the service
    double level = 0;   // log factor on the intensity: the season's and the weekday's
  };

  // Plans the day; moves `level` on.
  void begin(std::uint64_t seed, std::int64_t user, base::Days day, const Week& week, const Calendar& calendar,
             Level& level);

  // The next session and whether it follows the one before after a `gap`; nothing when the day is over.
  struct Next {
    PlannedSession session;
    std::optional<base::Millis> gap;
  };
  std::optional<Next> next(bool after_a_session);

  double log_intensity() const { return log_intensity_; }

 private:
  bool decide_active(const Week& week, const Level& level, bool free);
  void draw_sessions(base::Days day, const Week& week);

  const Model& model_;
  const Quantiles<1024> lengths_;  // of sessions: Weibull, scale 1
  random::Draws draws_{0, random::Purpose::Day, 0};
  double log_intensity_ = 0;
  std::vector<PlannedSession> anchors_;  // by start time
  std::vector<PlannedSession> follow_ups_;
  std::size_t next_anchor_ = 0;
  std::size_t next_follow_up_ = 0;
};

}  // namespace wrapfeed::simulation
