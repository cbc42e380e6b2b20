#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "answers/year.h"

namespace wrapfeed::answers {

void tell_top_song(const Year& year, Answers& answers) {
  if (answers.top_tracks.empty()) return;
  TopSong song{answers.top_tracks.front().track, 0, year.last, {}, 0, 0};
  std::map<base::Days, Tally> days;
  for (const Play& play : year.streams) {
    if (play.track != song.track) continue;
    days[play.day].add(play.ms_played);
    song.first_play = std::min(song.first_play, play.day);
    if (++song.streams == 100) song.hundredth_play = play.day;
  }
  Tally best;
  for (const auto& [day, heard] : days) {  // by day, so that an equal later one does not count
    if (std::tie(heard.streams, heard.ms_played) <= std::tie(best.streams, best.ms_played)) continue;
    best = heard;
    song.best_day = day;
  }
  song.best_day_streams = best.streams;
  answers.top_song = song;
}

void count_times(const Year& year, Answers& answers) {
  constexpr int kMorning = 6;
  for (const Play& play : year.streams) {
    answers.months[base::civil_from_days(play.day).month - 1].add(play.ms_played);
    answers.weekdays[static_cast<std::size_t>(base::weekday(play.day))].add(play.ms_played);
    answers.hours[play.hour].add(play.ms_played);
    answers.night_streams += play.hour < kMorning;
  }
}

void count_discoveries(const Year& year, Answers& answers) {
  constexpr base::Days kNew = 60;
  std::unordered_map<std::uint32_t, base::Days> tracks, artists;  // the first day; time zones make days go back, too
  const auto note = [](auto& firsts, std::uint32_t what, base::Days day) {
    const auto [first, added] = firsts.emplace(what, day);
    if (!added) first->second = std::min(first->second, day);
  };
  for (const Play& play : year.history) {
    note(tracks, play.track, play.day);
    note(artists, year.artist_of(play), play.day);
  }
  for (const auto& [artist, first] : artists) answers.discoveries.artists += first >= year.first;
  for (const auto& [track, first] : tracks) {
    if (first < year.first) continue;
    ++answers.discoveries.tracks;
    answers.discoveries.new_releases += first - year.catalog.track_row(track).release_day <= kNew;
  }
}

void find_streak(const Year& year, Answers& answers) {
  std::set<base::Days> days;
  for (const Play& play : year.streams) days.insert(play.day);
  answers.active_days = static_cast<std::int32_t>(days.size());
  Streak run;
  for (const base::Days day : days) {
    run = run.days > 0 && day == run.last + 1 ? Streak{run.days + 1, run.first, day} : Streak{1, day, day};
    if (run.days > answers.longest_streak.days) answers.longest_streak = run;
  }
}

}  // namespace wrapfeed::answers
