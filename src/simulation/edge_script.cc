#include "simulation/edge_script.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/error.h"
#include "base/zone.h"
#include "simulation/numbering.h"
#include "users/geography.h"

namespace wrapfeed::simulation {
namespace {

using events::Event;
using events::EventType;

constexpr std::size_t kArtists = 6;
constexpr std::size_t kTracks = 8;  // of each
constexpr base::Days kOut = 90;     // days that they have been out when the feed begins

}  // namespace

EdgeScript::EdgeScript(users::Profile profile, const catalog::Catalog& catalog, base::Days from, int year)
    : profile_(std::move(profile)), catalog_(catalog), year_(year) {
  profile_.row.registered_at = (from - kOut) * base::kDay;
  next_event_id_ = profile_.row.user_id << kEventBits;
  next_session_id_ = profile_.row.user_id << kSessionBits;
  move({'D', 'E'}, "Berlin");
  find_artists(from);
}

void EdgeScript::move(const events::Country& country, std::string_view name) {
  const users::Geography& geography = users::Geography::instance();
  const auto city = std::ranges::find_if(geography.cities(), [&](const users::City& each) {
    return each.name == name && geography.country_of(each).code == country;
  });
  CHECK(city != geography.cities().end());
  profile_.row.country = country;
  profile_.row.city = city->name;
  profile_.row.latitude = city->latitude;
  profile_.row.longitude = city->longitude;
  profile_.row.time_zone = city->zone->name();
  profile_.zone = city->zone;
}

void EdgeScript::find_artists(base::Days from) {
  for (std::uint32_t artist = 0; artist < catalog_.artist_count() && artists_.size() < kArtists; ++artist) {
    const catalog::ArtistRow& row = catalog_.artist_row(artist);
    std::vector<std::uint32_t> tracks;
    for (std::uint32_t track = row.first_track; track < row.first_track + row.track_count; ++track) {
      const catalog::TrackRow& of = catalog_.track_row(track);
      if (of.duration_ms >= 2 * base::kMinute && of.release_day < from - kOut) tracks.push_back(track);
    }
    if (tracks.size() >= kTracks) artists_.push_back(std::move(tracks));
  }
  if (artists_.size() < kArtists)
    base::fail("catalog: {} artists have {} tracks of two minutes that are out by {}; --edge-cases takes {}",
               artists_.size(), kTracks, base::format_date(from - kOut), kArtists);
}

base::Millis EdgeScript::at(unsigned month, unsigned day, int hour, int minute, base::Millis ms) const {
  const base::Millis clock = hour * base::kHour + minute * base::kMinute + ms;
  return profile_.zone->to_utc(base::days_from_civil(year_, month, day) * base::kDay + clock);
}

void EdgeScript::play(std::uint32_t track, base::Millis end, base::Millis heard, Session session) {
  lines_.push_back({track, end - heard, heard, session});
}

void EdgeScript::listen(std::uint32_t track, unsigned month, unsigned day, int times, base::Millis heard) {
  int& slot = listened_[base::days_from_civil(year_, month, day)];
  for (int i = 0; i < times; ++i) play(track, at(month, day, 12, 3 * ++slot), heard);
}

void EdgeScript::fill(std::size_t tracks, std::size_t artists) {
  for (std::size_t i = 0; i < tracks; ++i) listen(track(i % artists, i / artists), 2, 3 + static_cast<unsigned>(i / 4));
}

Event EdgeScript::event_of(const Line& line, EventType type, base::Millis time) const {
  constexpr base::Millis kReconnected = 5 * base::kDay;
  Event event;
  event.type = type;
  event.event_time = time;
  event.ingest_time = time + (line.session == Session::Offline ? kReconnected : base::kSecond);
  event.utc_offset_minutes = static_cast<std::int16_t>(profile_.zone->offset_minutes(time));
  event.user_id = profile_.row.user_id;
  event.session_id = next_session_id_;
  event.track = line.track;
  event.source = events::Source::Search;
  event.platform = events::Platform::Android;
  event.offline = line.session == Session::Offline;
  event.private_session = line.session == Session::Private;
  event.country = profile_.row.country;
  return event;
}

void EdgeScript::write_line(const Line& line, ScriptedUser& user) {
  const bool whole = line.heard == catalog_.track_row(line.track).duration_ms;
  Event begin = event_of(line, EventType::Play, line.start);
  begin.event_id = begin.stream_id = next_event_id_++;
  begin.position_ms = 0;
  begin.reason = events::Reason::Clickrow;
  Event end = event_of(line, whole ? EventType::Complete : EventType::Skip, line.start + line.heard);
  end.event_id = next_event_id_++;
  end.stream_id = begin.event_id;
  end.position_ms = end.ms_played = static_cast<std::int32_t>(line.heard);
  end.reason = whole ? events::Reason::Trackdone : events::Reason::Fwdbtn;
  user.sessions.push_back({begin, end});

  const base::Millis local_start = begin.event_time + begin.utc_offset_minutes * base::kMinute;
  SessionTrace& trace = user.traces.emplace_back();
  trace.session = {.session_id = next_session_id_++,
                   .intent = Intent::LeaningBack,
                   .context = events::Source::Search,
                   .local_begin = local_start,
                   .planned_end = end.event_time,
                   .intensity = 1};
  trace.streams = {{.stream_id = begin.event_id,
                    .session_id = begin.session_id,
                    .cause = Cause::Scripted,
                    .distance = -1,
                    .plays_before = plays_[line.track]++,
                    .place = 0,
                    .state = Intent::LeaningBack,
                    .local_start = local_start}};
}

ScriptedUser EdgeScript::write() {
  std::sort(lines_.begin(), lines_.end(), [](const Line& a, const Line& b) { return a.start < b.start; });
  ScriptedUser user;
  base::Millis free_from = 0;
  for (const Line& line : lines_) {
    CHECK(line.start > free_from && line.heard <= catalog_.track_row(line.track).duration_ms);
    write_line(line, user);
    free_from = line.start + line.heard;
  }
  user.profile = profile_;
  return user;
}

}  // namespace wrapfeed::simulation
