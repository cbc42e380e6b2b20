#include "answers/listening.h"

#include <algorithm>

#include "answers/year.h"

namespace wrapfeed::answers {

using events::EventType;
using events::Source;

namespace {

// Of any length.
void count_play(const Play& play, Answers& answers) {
  ++answers.plays;
  answers.skips += play.skipped;
  switch (play.source) {
    case Source::LikedSongs:
    case Source::Playlist:
      ++answers.inputs.own_plays;
      break;
    case Source::Radio:
    case Source::Editorial:
    case Source::Personalised:
    case Source::Charts:
      ++answers.inputs.program_plays;
      break;
    case Source::Album:
      ++answers.inputs.album_plays;
      break;
    default:
      break;
  }
}

}  // namespace

void Listening::begin(const events::User& user) {
  user_id_ = user.user_id;
  birth_date_ = user.birth_date;
  country_ = user.country;
  city_ = user.city;
  plays_.clear();
  changes_.clear();
}

void Listening::add(const events::Event& event) {
  if (event.private_session) return;
  const base::Millis wall_clock = event.event_time + event.utc_offset_minutes * base::kMinute;
  const base::Days day = base::day_of(wall_clock);
  if (event.ms_played == events::Event::kNoMillis) {
    if (event.type >= EventType::Like) changes_.push_back({event.type, day});
    return;
  }
  const auto hour = static_cast<std::uint8_t>((wall_clock - day * base::kDay) / base::kHour);
  plays_.push_back({event.track, event.ms_played, day, hour, event.type == EventType::Skip, event.source});
}

Answers Listening::of_year(int number) const {
  Year year{catalog_, base::days_from_civil(number, 1, 1), base::days_from_civil(number, 11, 15), {}, {}};
  const auto inside = [&](base::Days day) { return day >= year.first && day <= year.last; };
  Answers answers;
  answers.user_id = user_id_;
  answers.year = number;
  answers.inputs.birth_year = base::civil_from_days(birth_date_).year;
  answers.inputs.country = country_;
  answers.inputs.city = city_;
  for (const Play& play : plays_) {
    if (inside(play.day)) count_play(play, answers);
    if (play.counts() && play.day <= year.last) year.history.push_back(play);
    if (play.counts() && inside(play.day)) year.streams.push_back(play);
  }
  const auto changes = [&](EventType type) {
    return std::count_if(changes_.begin(), changes_.end(),
                         [&](const Change& change) { return change.type == type && inside(change.day); });
  };
  answers.library = {changes(EventType::Like), changes(EventType::PlaylistCreate), changes(EventType::PlaylistAdd),
                     changes(EventType::Follow)};
  count_tops(year, answers);
  count_albums(year, answers);
  tell_top_song(year, answers);
  count_times(year, answers);
  count_discoveries(year, answers);
  find_streak(year, answers);
  count_releases(year, answers);
  count_moods(year, answers);
  run_sprint(year, answers);
  find_archive(year, birth_date_, answers);
  count_axes(year, answers);
  return answers;
}

}  // namespace wrapfeed::answers
