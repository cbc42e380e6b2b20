#include "simulation/listener.h"

#include <algorithm>
#include <array>
#include <optional>

#include "random/math.h"
#include "simulation/day_plan.h"
#include "simulation/numbering.h"
#include "simulation/playback.h"
#include "simulation/session.h"
#include "simulation/week.h"
#include "users/holidays.h"
#include "users/hour_profile.h"
#include "users/membership.h"
#include "users/season.h"
#include "users/trips.h"

namespace wrapfeed::simulation {
namespace {

constexpr int kPastPlaysASession = 17;
constexpr int kFewestPastPlays = 20;  // a week
constexpr int kFreshTables = 40;      // plays of the first week

constexpr base::Millis kSessionClear = kSessionGap + kSessionGap / 60;  // 30.5 min: nearer sessions would merge
constexpr base::Millis kLongestSession = 12 * base::kHour;
constexpr base::Millis kFurthestWest = 12 * base::kHour;  // where a date begins last
constexpr base::Millis kFurthestEast = 14 * base::kHour;  // the time zone where a date begins first
// Median session length by the hour it starts in, over that of all (31 min).
constexpr double kHourLength[24] = {.49,  .33,  .34,  .37,  .24, .42,  .70,  1.05, 1.19, 1.16, 1.10, 1.07,
                                    1.10, 1.12, 1.15, 1.07, .97, 1.01, 1.04, .99,  .94,  .80,  .74,  .64};

}  // namespace

struct Listener::State {
  explicit State(const World& shared);

  void begin(const users::Profile& user);
  void live_the_past();
  void begin_week();
  void begin_week_of_choices();
  void begin_day();
  void travel();
  bool plan(base::Millis until);
  std::optional<base::Millis> start_of(const PlannedSession& session);
  void open_session(Session& session);
  Chooser::Today today(const Session& session) const;
  // What was released by the day before the listening day is out in every time zone.
  base::Days surely_released() const { return std::max(day, world.from) - 1; }

  const World world;
  Playback playback;
  Drift drift;
  Week week;
  DayPlan day_plan;
  SessionHabits habits;
  users::Itinerary itinerary;
  users::Membership membership;
  const users::Holidays& holidays = users::Holidays::instance();

  const users::Profile* profile = nullptr;
  base::Millis begins = 0;  // nothing is heard before
  base::Days day = 0;       // listening day, a local date
  base::ZoneClock clock;    // where that day is spent
  events::Country country{};
  Threshold festive;         // share of that day's free choices
  bool day_goes_on = false;  // it may have sessions left
  bool after_a_session = false;
  base::Millis last_end = 0;  // of the session before
  std::uint32_t sessions = 0;
  std::array<double, 24> hour_length{};  // factor on a session that starts in that hour

  const PlannedSession* pending = nullptr;  // the next session, of the day's plan ...
  base::Millis pending_start = 0;           // ... and when it starts, UTC
  PlayedSession played;                     // of those whose rows alone are asked for
};

Listener::State::State(const World& shared)
    : world(shared), playback(shared), drift(shared.model), day_plan(shared.model) {
  for (std::size_t hour = 0; hour < 24; ++hour) {
    hour_length[hour] = random::pow(kHourLength[hour], shared.model.hour_to_length);
  }
}

void Listener::State::begin(const users::Profile& user) {
  profile = &user;
  begins = std::max<base::Millis>(world.from * base::kDay, user.row.registered_at);
  clock = base::ZoneClock(*user.zone);
  country = user.row.country;
  playback.begin(user);
  drift.begin(world.seed, user);
  day_plan.begin(world.seed, user.row.user_id);
  habits.begin(world.seed, user);
  itinerary.begin(world.seed, user.row.user_id, country, user.zone);
  membership.begin(world.seed, user.row.user_id, base::day_of(user.row.registered_at), user.row.plan,
                   user.traits.population);
  day = base::day_of(user.zone->to_local(begins)) - 2;
  day_goes_on = after_a_session = false;
  last_end = 0;
  sessions = 0;
  pending = nullptr;
  live_the_past();
}

void Listener::State::live_the_past() {
  const double expected = 7 * profile->row.habits.daily_minutes * world.model.plays_a_minute;
  const int plays = static_cast<int>(std::clamp<double>(expected, kFewestPastPlays, world.model.past_plays_a_week));
  for (int past = 0; past < world.model.past_weeks; ++past) {
    begin_week_of_choices();
    for (int i = 0; i < plays; ++i) {
      // A history this short is copied from by tables that soon are out of date.
      if (past == 0 && i > 0 && i % kFreshTables == 0) drift.fill_recency(week, playback.remembered());
      playback.remember(week, i % kPastPlaysASession == 0, surely_released());
    }
    drift.advance();
  }
  begin_week();
}

void Listener::State::begin_week() {
  drift.fill(week, playback.remembered());
  playback.begin_week(drift.number(), surely_released());
}

void Listener::State::begin_week_of_choices() {
  drift.fill_choosing(week, playback.remembered());
  playback.begin_week(drift.number(), surely_released());
}

void Listener::State::begin_day() {
  ++day;
  if (base::weekday(day) == 0) {
    drift.advance();
    begin_week();
  }
  travel();
  const auto weekday = static_cast<std::size_t>(base::weekday(day));
  const DayPlan::Calendar calendar{weekday >= 5 || holidays.is_holiday(profile->row.country, day),
                                   !membership.present_on(day),
                                   users::seasonal_level(profile->row.latitude, day) + world.model.weekday[weekday]};
  day_plan.plan(day, week, calendar);
  festive = Threshold(users::festive_share(profile->row.country, day));
  day_goes_on = true;
}

void Listener::State::travel() {
  const users::Place* place = itinerary.away_on(day);
  const base::Zone* zone = place ? place->zone : profile->zone;
  if (zone != &clock.zone()) clock = base::ZoneClock(*zone);
  country = place ? place->country : profile->row.country;
}

// When a planned session starts, UTC; nothing if the one before is not over by then, or before the listener begins.
std::optional<base::Millis> Listener::State::start_of(const PlannedSession& session) {
  base::Millis start;
  if (session.follows) {
    const base::Millis morning = day * base::kDay + users::kDayBegins * base::kHour;
    start = std::max(last_end, clock.to_utc(morning)) + session.start;
    if (start >= clock.to_utc(morning + base::kDay)) return std::nullopt;  // that is another day's
  } else {
    start = clock.to_utc(session.start);
    if (start < last_end + kSessionClear) return std::nullopt;
  }
  return start < begins ? std::nullopt : std::optional(start);
}

// Makes the next session pending; false if it lies at or after `until`. Days are planned only as they are needed.
bool Listener::State::plan(base::Millis until) {
  while (pending == nullptr) {
    if (!day_goes_on) {
      if ((day + 1) * base::kDay - kFurthestEast >= until) return false;
      begin_day();
    }
    const PlannedSession* next = day_plan.next(after_a_session);
    after_a_session = false;
    if (next == nullptr) {
      day_goes_on = false;
    } else if (const auto start = start_of(*next)) {
      pending = next;
      pending_start = *start;
    }
  }
  return pending_start < until;
}

void Listener::State::open_session(Session& session) {
  habits.draw(sessions, playback.library(), session);
  session.user = profile->row.user_id;
  session.id = (session.user << kSessionBits) + sessions++;
  session.begin = pending_start;
  session.single = pending->single;
  session.zone = &clock.zone();
  session.clock = clock.interval_at(session.begin);
  session.country = country;
  session.log_intensity = day_plan.log_intensity();
  const base::Millis local = session.begin + session.clock.offset_minutes * base::kMinute;
  const double minutes =
      week.length_minutes * pending->length * hour_length[static_cast<std::size_t>(local / base::kHour % 24)];
  session.end = session.begin + std::min(kLongestSession, static_cast<base::Millis>(minutes * base::kMinute));
}

// Out is what has come out everywhere on earth: that never moves back, whichever way a listener flies.
Chooser::Today Listener::State::today(const Session& session) const {
  return {{base::day_of(session.begin - kFurthestWest), festive.bits() > 0}, festive};
}

Listener::Listener(const World& world) : state_(std::make_unique<State>(world)) {}
Listener::~Listener() = default;

void Listener::begin(const users::Profile& profile) { state_->begin(profile); }

bool Listener::next_session(base::Millis until, PlayedSession& played, SessionTrace* trace) {
  State& state = *state_;
  if (!state.plan(until)) return false;
  state.open_session(played.session);
  state.pending = nullptr;
  state.last_end = state.playback.play(state.today(played.session), state.week, played, trace);
  state.after_a_session = true;
  return true;
}

bool Listener::next_session(base::Millis until, std::vector<events::Event>& out, SessionTrace* trace) {
  PlayedSession& played = state_->played;
  if (!next_session(until, played, trace)) return false;
  EventWriter(known(), library()).write(played, out);
  return true;
}

const Repertoire& Listener::known() const { return state_->playback.known(); }
const Library& Listener::library() const { return state_->playback.library(); }

}  // namespace wrapfeed::simulation
