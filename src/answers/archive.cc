#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "answers/year.h"

namespace wrapfeed::answers {
namespace {

struct Day {
  Tally heard;
  std::int64_t release_days = 0;  // of its streams' tracks, added up
  std::int64_t top_artist = 0;    // streams
  std::int64_t top_genre = 0;
  std::int64_t discoveries = 0;
  std::int64_t lone_artists = 0;  // streams of artists who were heard on this day alone
};
using Days = std::map<base::Days, Day>;

void note_firsts(const Year& year, Days& days) {
  std::unordered_map<std::uint32_t, base::Days> firsts;
  for (const Play& play : year.history) {
    const auto [first, added] = firsts.emplace(play.track, play.day);
    if (!added) first->second = std::min(first->second, play.day);
  }
  for (const auto& [track, day] : firsts) {
    if (day >= year.first) ++days[day].discoveries;
  }
}

void note_lone_artists(const Year& year, Days& days) {
  std::unordered_map<std::uint32_t, std::map<base::Days, std::int64_t>> heard;
  for (const Play& play : year.streams) ++heard[year.artist_of(play)][play.day];
  for (const auto& [artist, on] : heard) {
    if (on.size() == 1) days[on.begin()->first].lone_artists += on.begin()->second;
  }
}

Days count_days(const Year& year, const Answers& answers) {
  Days days;
  for (const Play& play : year.streams) {
    const catalog::TrackRow& track = year.catalog.track_row(play.track);
    Day& day = days[play.day];
    day.heard.add(play.ms_played);
    day.release_days += track.release_day;
    day.top_artist += track.artist == answers.top_artists.front().artist;
    day.top_genre += year.catalog.track(play.track).track_genre == answers.top_genres.front().genre;
  }
  note_firsts(year, days);
  note_lone_artists(year, days);
  return days;
}

// The earliest of the days with the highest merit; a merit of {} is none.
template <typename Merit>
void add_best(const Days& days, std::string_view kind, Merit merit, Answers& answers) {
  decltype(merit(Day{})) best{};
  const std::pair<const base::Days, Day>* found = nullptr;
  for (const auto& day : days) {
    const auto its = merit(day.second);
    if (its == decltype(best){} || (found != nullptr && its <= best)) continue;
    best = its;
    found = &day;
  }
  if (found != nullptr) answers.archive.push_back({kind, {found->first, found->second.heard}});
}

void add_date(const Days& days, std::string_view kind, int year, base::Civil date, Answers& answers) {
  for (const auto& [day, of_day] : days) {
    const base::Civil civil = base::civil_from_days(day);
    if (civil.year == year && civil.month == date.month && civil.day == date.day)
      answers.archive.push_back({kind, {day, of_day.heard}});
  }
}

}  // namespace

void find_archive(const Year& year, base::Days birth_date, Answers& answers) {
  constexpr std::int64_t kEnough = 10;  // streams of a nostalgic day
  if (year.streams.empty()) return;
  const Days days = count_days(year, answers);
  add_best(
      days, "biggest", [](const Day& day) { return std::tuple(day.heard.ms_played, day.heard.streams); }, answers);
  answers.peak_day = answers.archive.front().day;
  add_best(
      days, "discovery", [](const Day& day) { return day.discoveries; }, answers);
  add_best(
      days, "top_artist", [](const Day& day) { return day.top_artist; }, answers);
  add_best(
      days, "top_genre", [](const Day& day) { return day.top_genre; }, answers);
  const auto age = [](const Day& day) {  // of music: the negative mean release day
    using Age = std::optional<double>;
    if (day.heard.streams < kEnough) return Age();
    return Age(-static_cast<double>(day.release_days) / static_cast<double>(day.heard.streams));
  };
  add_best(days, "nostalgic", age, answers);
  add_best(
      days, "unusual", [](const Day& day) { return day.lone_artists; }, answers);
  add_date(days, "birthday", answers.year, base::civil_from_days(birth_date), answers);
  add_date(days, "new_year", answers.year, {answers.year, 1, 1}, answers);
}

void run_sprint(const Year& year, Answers& answers) {
  const std::size_t runners = answers.top_artists.size();
  std::map<std::int32_t, std::vector<std::int64_t>> months;  // streams of each runner
  for (const Play& play : year.streams) {
    for (std::size_t runner = 0; runner < runners; ++runner) {
      if (answers.top_artists[runner].artist != year.artist_of(play)) continue;
      const auto month = static_cast<std::int32_t>(base::civil_from_days(play.day).month);
      months.try_emplace(month, runners).first->second[runner] += 1;
    }
  }
  std::vector<SprintPlace> race;
  for (const ArtistTally& top : answers.top_artists) race.push_back({0, 0, top.artist, 0});
  for (const auto& [month, streams] : months) {
    for (std::size_t runner = 0; runner < runners; ++runner) race[runner].streams += streams[runner];
    std::vector<SprintPlace> placed = race;
    std::stable_sort(placed.begin(), placed.end(),
                     [](const SprintPlace& a, const SprintPlace& b) { return a.streams > b.streams; });
    for (std::size_t i = 0; i < runners; ++i) {
      placed[i].month = month;
      placed[i].rank = static_cast<std::int32_t>(i) + 1;
    }
    answers.sprint.insert(answers.sprint.end(), placed.begin(), placed.end());
  }
}

}  // namespace wrapfeed::answers
