#include "simulation/day_plan.h"

#include <algorithm>
#include <cmath>

#include "random/distributions.h"
#include "random/math.h"
#include "users/hour_profile.h"

namespace wrapfeed::simulation {
namespace {

// Days
constexpr double kLevelPersistence = 0.204;  // of the day's level, day to day
constexpr double kLevelToIntensity = 0.353;
constexpr double kLevelToActive = 0.307;
constexpr double kWeekendActive = 0.383;  // of the weekend's log intensity, on the logit of an active day
constexpr double kActiveAfterActive = 0.108;
constexpr double kActiveAfterSilent = 0.892;
constexpr double kAbsence = 0.0422;  // a week in which an absence begins
constexpr double kAbsenceDays = 9.93;
// Sessions
constexpr double kIntensityToSessions = 0.529;
constexpr double kPoissonDays = 0.616;  // the other days have the mean number of sessions
constexpr double kLengthShape = 0.941;  // Weibull
constexpr double kSingleLength = 0.08;  // what a single play counts among the day's lengths
constexpr double kRegularity = 0.221;   // how much the day's total length is pulled to its mean
constexpr double kFollowUp = 0.175;
constexpr double kFollowUpMu = -0.628;  // log of hours behind the minimal gap
constexpr double kFollowUpSigma = 0.977;

double session_count(random::Draws& draws, double mean) {
  if (draws.chance(kPoissonDays)) return 1 + random::poisson(draws, mean - 1);
  return std::floor(mean + draws.uniform());
}

base::Millis start_time(random::Draws& draws, base::Days day, const Week& week) {
  const std::uint32_t word = draws.word();
  const auto hour = std::lower_bound(week.hours.begin(), week.hours.end(), word) - week.hours.begin();
  return day * base::kDay + (users::kDayBegins + hour) * base::kHour + scaled(draws.word(), base::kHour);
}

}  // namespace

void DayPlan::begin(std::uint64_t seed, std::int64_t user, base::Days day, const Week& week, Level& level) {
  draws_ = random::Draws(seed, random::Purpose::Day, static_cast<std::uint64_t>(user), static_cast<std::uint32_t>(day));
  anchors_.clear();
  follow_ups_.clear();
  next_anchor_ = next_follow_up_ = 0;

  const bool weekend = base::weekday(day) >= 5;
  level.value =
      kLevelPersistence * level.value + std::sqrt(1 - kLevelPersistence * kLevelPersistence) * random::normal(draws_);
  intensity_ = random::exp(kLevelToIntensity * level.value - kLevelToIntensity * kLevelToIntensity / 2 +
                           (weekend ? week.weekend : 0));
  if (draws_.chance(kAbsence / 7)) {
    const base::Days back = day + 1 + static_cast<base::Days>(kAbsenceDays * random::exponential(draws_));
    level.away_until = std::max(level.away_until, back);
  }
  const bool active = decide_active(week, level, weekend) && day >= level.away_until;
  level.yesterday = active;
  if (active) draw_sessions(day, week);
}

bool DayPlan::decide_active(const Week& week, Level& level, bool weekend) {
  double p =
      random::logistic(week.active + kLevelToActive * level.value + (weekend ? kWeekendActive * week.weekend : 0));
  if (level.yesterday == 1) p += kActiveAfterActive * (1 - p);
  if (level.yesterday == 0) p *= kActiveAfterSilent;
  return draws_.chance(p);
}

void DayPlan::draw_sessions(base::Days day, const Week& week) {
  const double mean = std::max(1.0, week.sessions * random::pow(intensity_, kIntensityToSessions));
  const auto count = static_cast<int>(session_count(draws_, mean));
  double total = 0;
  for (int i = 0; i < count; ++i) {
    PlannedSession session;
    session.single = week.single.hit(draws_.word());
    if (!session.single) session.length = random::weibull(draws_, kLengthShape, 1);
    total += session.single ? kSingleLength : session.length;
    const bool follows = i > 0 && draws_.chance(kFollowUp);
    if (!follows) session.local_start = start_time(draws_, day, week);
    (follows ? follow_ups_ : anchors_).push_back(session);
  }
  const double regular = random::pow(.95 * mean / total, kRegularity);
  for (PlannedSession& session : anchors_) session.length *= regular;
  for (PlannedSession& session : follow_ups_) session.length *= regular;
  std::sort(anchors_.begin(), anchors_.end(),
            [](const PlannedSession& a, const PlannedSession& b) { return a.local_start < b.local_start; });
}

std::optional<DayPlan::Next> DayPlan::next(bool after_a_session) {
  const bool anchors_left = next_anchor_ < anchors_.size();
  const bool follow_ups_left = next_follow_up_ < follow_ups_.size();
  if (follow_ups_left && ((after_a_session && draws_.chance(0.5)) || !anchors_left)) {
    const double hours = random::lognormal(draws_, kFollowUpMu, kFollowUpSigma);
    return Next{follow_ups_[next_follow_up_++], kSessionGap + static_cast<base::Millis>(hours * base::kHour)};
  }
  if (!anchors_left) return std::nullopt;
  return Next{anchors_[next_anchor_++], std::nullopt};
}

}  // namespace wrapfeed::simulation
