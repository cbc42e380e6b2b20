#include "simulation/day_plan.h"

#include <algorithm>
#include <cmath>

#include "random/coarse.h"
#include "random/distributions.h"
#include "random/math.h"
#include "users/hour_profile.h"

namespace wrapfeed::simulation {
namespace {

double session_count(random::Draws& draws, double poisson_days, double mean) {
  if (draws.chance(poisson_days)) return 1 + random::poisson(draws, mean - 1);
  return std::floor(mean + draws.uniform());
}

base::Millis start_time(random::Draws& draws, base::Days day, const Week& week) {
  const std::uint32_t word = draws.word();
  const auto hour = std::lower_bound(week.hours.begin(), week.hours.end(), word) - week.hours.begin();
  return day * base::kDay + (users::kDayBegins + hour) * base::kHour + scaled(draws.word(), base::kHour);
}

}  // namespace

void DayPlan::begin(std::uint64_t seed, std::int64_t user, base::Days day, const Week& week, const Calendar& calendar,
                    Level& level) {
  draws_ = random::Draws(seed, random::Purpose::Day, static_cast<std::uint64_t>(user), static_cast<std::uint32_t>(day));
  anchors_.clear();
  follow_ups_.clear();
  next_anchor_ = next_follow_up_ = 0;

  level.value =
      model_.level_persistence * level.value +
      std::sqrt(1 - model_.level_persistence * model_.level_persistence) * random::coarse::normal(draws_.word());
  const double spread = model_.level_to_intensity;
  log_intensity_ = spread * level.value - spread * spread / 2 + calendar.level + (calendar.free ? week.weekend : 0);
  if (draws_.chance(model_.absence_a_week / 7)) {
    const base::Days back = day + 1 + static_cast<base::Days>(model_.absence_days * random::exponential(draws_));
    level.away_until = std::max(level.away_until, back);
  }
  const bool active = decide_active(week, level, calendar.free) && day >= level.away_until && !calendar.away;
  level.yesterday = active;
  if (active) draw_sessions(day, week);
}

bool DayPlan::decide_active(const Week& week, const Level& level, bool free) {
  double p = random::coarse::logistic(week.active + model_.level_to_active * level.value +
                                      (free ? model_.weekend_to_active * week.weekend : 0));
  if (level.yesterday == 1) p += model_.active_after_active * (1 - p);
  if (level.yesterday == 0) p *= model_.active_after_silent;
  return draws_.chance(p);
}

void DayPlan::draw_sessions(base::Days day, const Week& week) {
  const double mean = std::max(1.0, week.sessions * random::coarse::exp(model_.intensity_to_sessions * log_intensity_));
  const auto count = static_cast<int>(session_count(draws_, model_.poisson_days, mean));
  double total = 0;
  for (int i = 0; i < count; ++i) {
    PlannedSession session;
    session.single = week.single.hit(draws_.word());
    if (!session.single) session.length = static_cast<double>(lengths_.at(draws_.word())) / kPowerUnit;
    total += session.single ? model_.single_length : session.length;
    const bool follows = i > 0 && draws_.chance(model_.follow_up);
    if (!follows) session.local_start = start_time(draws_, day, week);
    (follows ? follow_ups_ : anchors_).push_back(session);
  }
  const double regular = random::coarse::exp(model_.regularity * random::log(.95 * mean / total));
  for (PlannedSession& session : anchors_) session.length *= regular;
  for (PlannedSession& session : follow_ups_) session.length *= regular;
  std::sort(anchors_.begin(), anchors_.end(),
            [](const PlannedSession& a, const PlannedSession& b) { return a.local_start < b.local_start; });
}

std::optional<DayPlan::Next> DayPlan::next(bool after_a_session) {
  const bool anchors_left = next_anchor_ < anchors_.size();
  const bool follow_ups_left = next_follow_up_ < follow_ups_.size();
  if (follow_ups_left && ((after_a_session && draws_.chance(0.5)) || !anchors_left)) {
    const double hours =
        random::coarse::exp(model_.follow_up_mu + model_.follow_up_sigma * random::coarse::normal(draws_.word()));
    return Next{follow_ups_[next_follow_up_++], kSessionGap + static_cast<base::Millis>(hours * base::kHour)};
  }
  if (!anchors_left) return std::nullopt;
  return Next{anchors_[next_anchor_++], std::nullopt};
}

}  // namespace wrapfeed::simulation
