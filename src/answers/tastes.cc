#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>

#include "answers/year.h"

namespace wrapfeed::answers {
namespace {

constexpr std::array<std::string_view, 4> kParts = {"morning", "midday", "evening", "night"};

std::size_t part_of(int hour) {
  if (hour >= 22 || hour < 5) return 3;
  return hour < 12 ? 0 : hour < 17 ? 1 : 2;
}

using Moods = std::map<std::string_view, std::int64_t>;  // by name, so that ties fall to the first

MoodTally most_of(const Moods& moods) {
  MoodTally most{};
  for (const auto& [mood, streams] : moods) {
    if (streams > most.streams) most = {mood, streams};
  }
  return most;
}

std::vector<SpanTally> rows_of(const std::map<std::int32_t, std::int64_t>& spans) {
  std::vector<SpanTally> rows;
  for (const auto& [first_year, streams] : spans) rows.push_back({first_year, streams});
  return rows;
}

}  // namespace

std::string_view mood_of(const events::AudioFeatures& sound) {
  const double acousticness = sound.acousticness, energy = sound.energy, valence = sound.valence;
  if (acousticness >= 0.6 && energy < 0.5) return "tender";
  if (valence < 0.35) return energy >= 0.5 ? "fierce" : "melancholic";
  if (energy >= 0.65 && static_cast<double>(sound.danceability) >= 0.65) return "party";
  return valence >= 0.6 ? "cheerful" : "easy";
}

void count_releases(const Year& year, Answers& answers) {
  std::map<std::int32_t, std::int64_t> decades, spans;
  for (const Play& play : year.streams) {
    const base::Days release_day = year.catalog.track_row(play.track).release_day;
    const int released = base::civil_from_days(release_day).year;
    answers.inputs.release_days += release_day;
    ++decades[released / 10 * 10];
    ++spans[released / 5 * 5];
  }
  answers.decades = rows_of(decades);
  answers.release_spans = rows_of(spans);
}

void count_moods(const Year& year, Answers& answers) {
  Moods all;
  std::array<Moods, kParts.size()> parts;
  for (const Play& play : year.streams) {
    const std::string_view mood = mood_of(year.catalog.track(play.track).features);
    ++all[mood];
    ++parts[part_of(play.hour)][mood];
  }
  for (std::size_t i = 0; i < kParts.size(); ++i) {
    if (!parts[i].empty()) answers.audio_day.push_back({kParts[i], most_of(parts[i])});
  }
  for (const auto& [mood, streams] : all) answers.moods.push_back({mood, streams});
  std::stable_sort(answers.moods.begin(), answers.moods.end(),
                   [](const MoodTally& a, const MoodTally& b) { return a.streams > b.streams; });
}

void count_axes(const Year& year, Answers& answers) {
  std::set<std::pair<base::Days, std::uint32_t>> artist_weeks, track_days;
  std::set<std::uint32_t> tracks;
  for (const Play& play : year.streams) {
    const base::Days monday = play.day - base::weekday(play.day);
    artist_weeks.emplace(monday, year.artist_of(play));
    track_days.emplace(play.day, play.track);
    tracks.insert(play.track);
  }
  answers.artist_weeks = static_cast<std::int64_t>(artist_weeks.size());
  answers.track_days = static_cast<std::int64_t>(track_days.size());
  for (const std::uint32_t track : tracks) answers.popularity += year.catalog.track(track).artist_popularity;
}

}  // namespace wrapfeed::answers
