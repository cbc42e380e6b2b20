#include "play_statistics.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "ablation.h"
#include "simulation/week.h"

namespace wrapfeed::model {
namespace {

using simulation::Cause;
using simulation::Model;
using simulation::StreamTruth;

// One stream of a session, as it ended, and why it began.
struct Heard {
  std::uint32_t track;
  std::uint32_t artist;
  std::int32_t ms_played;
  StreamTruth truth;
};

// Calls take(user, the session's local begin, its streams) for each session of kFewListeners.
template <typename Take>
void each_heard_session(const Model& model, Take take) {
  std::vector<Heard> heard;
  each_session(kFewListeners, small_service(), model,
               [&](const users::Profile& profile, const std::vector<events::Event>& session,
                   const simulation::SessionTrace& trace) {
                 heard.clear();
                 for (const events::Event& event : session) {
                   if (event.ms_played == events::Event::kNoMillis) continue;
                   const std::uint32_t artist = small_service().catalog.track_row(event.track).artist;
                   heard.push_back({event.track, artist, event.ms_played, trace.streams.at(heard.size())});
                 }
                 take(profile.row.user_id, trace.session.local_begin, heard);
               });
}

struct Part {
  double all = 0, part = 0;
  void add(bool is_part) { all += 1, part += is_part; }
  double share() const { return part / all; }
};

// Minutes of the active days, by user and day.
using Days = std::map<std::pair<std::int64_t, base::Days>, double>;

Days active_days(const Model& model) {
  Days days;
  each_heard_session(model, [&](std::int64_t user, base::Millis begin, const std::vector<Heard>& session) {
    double& minutes = days[{user, base::day_of(begin)}];
    for (const Heard& play : session) minutes += play.ms_played / 60'000.0;
  });
  return days;
}

using Counts = std::unordered_map<std::uint32_t, int>;

// The most played of fifty plays or more; nothing for fewer.
std::optional<std::uint32_t> top_of(const Counts& plays) {
  int all = 0;
  auto top = plays.begin();
  for (auto each = plays.begin(); each != plays.end(); ++each) {
    all += each->second;
    if (std::pair(each->second, each->first) > std::pair(top->second, top->first)) top = each;
  }
  return all >= 50 ? std::optional(top->first) : std::nullopt;
}

}  // namespace

double variation_within_a_week(const Model& model) {
  std::map<std::pair<std::int64_t, base::Days>, std::vector<double>> weeks;
  for (const auto& [day, minutes] : active_days(model))
    weeks[{day.first, simulation::week_of(day.second)}].push_back(minutes);
  std::vector<double> variations;
  for (const auto& [week, minutes] : weeks) {
    const double variation = realism::deviation(minutes, 1) / realism::mean(minutes);
    if (minutes.size() >= 5) variations.push_back(variation * variation);
  }
  return realism::mean(variations);
}

double top_artist_of_the_week_stays(const Model& model) {
  std::map<std::pair<std::int64_t, base::Days>, Counts> weeks;
  each_heard_session(model, [&](std::int64_t user, base::Millis begin, const std::vector<Heard>& session) {
    for (const Heard& play : session) ++weeks[{user, simulation::week_of(base::day_of(begin))}][play.artist];
  });
  Part stays;
  for (const auto& [week, plays] : weeks) {
    const auto next = weeks.find({week.first, week.second + 1});
    if (next == weeks.end()) continue;
    const auto one = top_of(plays), other = top_of(next->second);
    if (one && other) stays.add(*one == *other);
  }
  return stays.share();
}

double silent_days_of_long_silences(const Model& model) {
  double silent = 0, in_long = 0;
  std::pair<std::int64_t, base::Days> last{-1, 0};
  for (const auto& [day, minutes] : active_days(model)) {
    const auto silence = static_cast<double>(day.first == last.first ? day.second - last.second - 1 : 0);
    silent += silence;
    if (silence >= 5) in_long += silence;
    last = day;
  }
  return in_long / silent;
}

double long_runs_of_fifteen(const Model& model) {
  Part runs;
  each_heard_session(model, [&](auto, auto, const std::vector<Heard>& session) {
    for (auto begin = session.begin(); begin != session.end();) {
      const auto end = std::find_if(begin, session.end(), [&](const Heard& p) { return p.artist != begin->artist; });
      if (end - begin >= 6) runs.add(end - begin >= 15);
      begin = end;
    }
  });
  return runs.share();
}

double same_track_follows_again(const Model& model) {
  Part plays;
  std::int64_t listener = -1;
  std::unordered_map<std::uint32_t, std::uint32_t> followers;
  each_heard_session(model, [&](std::int64_t user, auto, const std::vector<Heard>& session) {
    if (std::exchange(listener, user) != user) followers.clear();
    for (std::size_t i = 1; i < session.size(); ++i) {
      const std::uint32_t track = session[i - 1].track, follower = session[i].track;
      if (track == follower) continue;
      const auto [known, fresh] = followers.try_emplace(track, follower);
      if (!fresh) plays.add(std::exchange(known->second, follower) == follower);
    }
  });
  return plays.share();
}

double copies_from_the_last_hundred(const Model& model) {
  Part copies;
  each_heard_session(model, [&](auto, auto, const std::vector<Heard>& session) {
    for (const Heard& play : session)
      if (play.truth.cause == Cause::Repeat) copies.add(play.truth.distance <= 100);
  });
  return copies.share();
}

PlayStatistic heard_between(double from, double to) {
  return [from, to](const Model& model) {
    Part kept;
    each_heard_session(model, [&](auto, auto, const std::vector<Heard>& session) {
      for (const Heard& play : session) {
        const double share =
            play.ms_played / static_cast<double>(small_service().catalog.track_row(play.track).duration_ms);
        if (play.ms_played >= 30'000) kept.add(share >= from && share < to);
      }
    });
    return kept.share();
  };
}

PlayStatistic share_of(Cause cause) {
  return [cause](const Model& model) {
    Part plays;
    each_heard_session(model, [&](auto, auto, const std::vector<Heard>& session) {
      for (const Heard& play : session) plays.add(play.truth.cause == cause);
    });
    return plays.share();
  };
}

PlayStatistic new_tracks_of_known_artists(std::initializer_list<Cause> causes) {
  return [causes = std::vector<Cause>(causes)](const Model& model) {
    Part plays;
    std::int64_t listener = -1;
    std::unordered_set<std::uint32_t> known;
    each_heard_session(model, [&](std::int64_t user, auto, const std::vector<Heard>& session) {
      if (std::exchange(listener, user) != user) known.clear();
      for (const Heard& play : session) {
        const bool counts = std::find(causes.begin(), causes.end(), play.truth.cause) != causes.end();
        const bool fresh = known.insert(play.artist).second;
        if (counts) plays.add(!fresh);
      }
    });
    return plays.share();
  };
}

}  // namespace wrapfeed::model
