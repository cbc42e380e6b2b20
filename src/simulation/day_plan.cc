#include "simulation/day_plan.h"

#include <algorithm>
#include <cmath>

#include "random/coarse.h"
#include "random/draws.h"
#include "users/hour_profile.h"

namespace wrapfeed::simulation {

DayPlan::DayPlan(const Model& model)
    : model_(model),
      lengths_(powers_of_exponential(1 / model.length_shape)),
      fresh_level_(std::sqrt(1 - model.level_persistence * model.level_persistence)),
      after_active_{model.active_after_active, 1 - model.active_after_active},
      after_silent_{0, model.active_after_silent},
      absence_begins_(model.absence_a_week / 7),
      poisson_days_(model.poisson_days),
      follow_up_(model.follow_up) {}

void DayPlan::begin(std::uint64_t seed, std::int64_t user) {
  day_words_.begin(seed, random::Purpose::Day, static_cast<std::uint64_t>(user));
  plan_words_.begin(seed, random::Purpose::PlannedSession, static_cast<std::uint64_t>(user));
  level_ = 0;
  yesterday_ = &unknown_;
  away_until_ = 0;
  planned_ = 0;
}

void DayPlan::plan(base::Days day, const Week& week, const Calendar& calendar) {
  const DayWords::Row words = day_words_.at(static_cast<std::uint32_t>(day));
  anchors_.clear();
  follow_ups_.clear();
  next_anchor_ = next_follow_up_ = 0;

  move_level(words, day);
  const bool active = decide_active(week, calendar.free, words[kActive]) && day >= away_until_ && !calendar.away;
  yesterday_ = active ? &after_active_ : &after_silent_;
  if (!active) return;
  const double spread = model_.level_to_intensity;
  log_intensity_ = spread * level_ - spread * spread / 2 + calendar.level + (calendar.free ? week.weekend : 0);
  const double mean = std::max(1.0, week.sessions * random::coarse::exp(model_.intensity_to_sessions * log_intensity_));
  draw_sessions(day, week, session_count(words, mean), mean);
}

// On a day on which an absence begins nothing is heard: the word for the count says how long it lasts.
void DayPlan::move_level(DayWords::Row words, base::Days day) {
  level_ = model_.level_persistence * level_ + fresh_level_ * random::coarse::normal(words[kLevel]);
  if (!absence_begins_.hit(words[kAbsence])) return;
  const double waiting = -random::coarse::log(random::unit(words[kCount]));
  away_until_ = std::max(away_until_, day + 1 + static_cast<base::Days>(model_.absence_days * waiting));
}

bool DayPlan::decide_active(const Week& week, bool free, std::uint32_t word) const {
  const double p = random::coarse::logistic(week.active + model_.level_to_active * level_ +
                                            (free ? model_.weekend_to_active * week.weekend : 0));
  return Threshold(yesterday_->least + yesterday_->rest * p).hit(word);
}

int DayPlan::session_count(DayWords::Row words, double mean) const {
  const bool varies = poisson_days_.hit(low_half(words[kAbsence]));
  if (varies) return 1 + static_cast<int>(random::coarse::poisson(words[kCount], mean - 1));
  return static_cast<int>(mean + random::unit(words[kCount]));
}

void DayPlan::draw_sessions(base::Days day, const Week& week, int count, double mean) {
  double total = 0;
  for (int i = 0; i < count; ++i) {
    const PlannedSession session = draw_session(day, week, i == 0);
    total += session.single ? model_.single_length : session.length;
    (session.follows ? follow_ups_ : anchors_).push_back(session);
  }
  set_lengths(mean, total);
  std::sort(anchors_.begin(), anchors_.end(),
            [](const PlannedSession& a, const PlannedSession& b) { return a.start < b.start; });
}

PlannedSession DayPlan::draw_session(base::Days day, const Week& week, bool first) {
  const PlanWords::Row words = plan_words_.at(planned_++);
  PlannedSession session;
  session.single = week.single.hit(words[kKind]);
  if (!session.single) session.length = static_cast<double>(lengths_.at(words[kLength])) / kPowerUnit;
  session.follows = !first && follow_up_.hit(low_half(words[kKind]));
  if (session.follows) {
    const double hours =
        random::coarse::exp(model_.follow_up_mu + model_.follow_up_sigma * random::coarse::normal(words[kStart]));
    session.start = kSessionGap + static_cast<base::Millis>(hours * base::kHour);
    session.chances = words[kMinute];
  } else {
    const auto hour = static_cast<base::Millis>(users::kDayBegins + passed(week.hours, words[kStart]));
    session.start = day * base::kDay + hour * base::kHour + scaled(words[kMinute], base::kHour);
  }
  return session;
}

// Raw lengths, whose sum is `total`, become factors: all are pulled to the day's mean, and longer on a busy day.
void DayPlan::set_lengths(double mean, double total) {
  const double factor = random::coarse::exp(model_.regularity * random::coarse::log(.95 * mean / total) +
                                            model_.intensity_to_length * log_intensity_);
  for (PlannedSession& session : anchors_) session.length *= factor;
  for (PlannedSession& session : follow_ups_) session.length *= factor;
}

// A follow-up has an even chance behind each session, until there are no others.
const PlannedSession* DayPlan::next(bool after_a_session) {
  const bool anchors_left = next_anchor_ < anchors_.size();
  if (next_follow_up_ < follow_ups_.size()) {
    PlannedSession& waiting = follow_ups_[next_follow_up_];
    const bool taken = after_a_session && (waiting.chances & 1) != 0;
    if (after_a_session) waiting.chances >>= 1;
    if (taken || !anchors_left) return ++next_follow_up_, &waiting;
  }
  return anchors_left ? &anchors_[next_anchor_++] : nullptr;
}

}  // namespace wrapfeed::simulation
