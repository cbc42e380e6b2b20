#include "verification/user_checker.h"

#include <fmt/format.h>

#include <algorithm>

namespace wrapfeed::verification {
namespace {

using events::EventType;

// A stream may still be open when the feed ends; one that was last heard of a day before can not.
constexpr base::Millis kOpenAtTheEnd = base::kDay;

bool is_ending(EventType type) {
  return type == EventType::Skip || type == EventType::Complete || type == EventType::Stop;
}
bool is_playback(EventType type) {
  return is_ending(type) || type == EventType::Play || type == EventType::Pause || type == EventType::Resume ||
         type == EventType::Seek;
}
bool is_playlist(EventType type) {
  return type == EventType::PlaylistCreate || type == EventType::PlaylistAdd || type == EventType::PlaylistRemove;
}
bool is_like(EventType type) { return type == EventType::Like || type == EventType::Unlike; }
bool is_follow(EventType type) { return type == EventType::Follow || type == EventType::Unfollow; }

}  // namespace

UserChecker::UserChecker(std::int64_t user_id, const KnownTables& tables, const Window& window)
    : user_id_(user_id), tables_(tables), window_(window), user_(tables.user(user_id)) {}

std::string UserChecker::where(const EventRow& event) const {
  return fmt::format("user {}, event_id {}, {}", user_id_, event.event_id, base::format_instant(event.event_time));
}

void UserChecker::check(const EventRow& event, Findings& findings) {
  check_fields(event, findings);
  check_times(event, findings);
  check_session(event, findings);
  check_references(event, findings);
  if (is_playback(event.type)) check_playback(event, findings);
  check_library(event, findings);
}

void UserChecker::check_fields(const EventRow& event, Findings& findings) const {
  const EventType type = event.type;
  const bool needs_track =
      is_playback(type) || is_like(type) || type == EventType::PlaylistAdd || type == EventType::PlaylistRemove;
  const bool needs_reason = type == EventType::Play || is_ending(type);
  const bool right = type != EventType::Unknown && event.track_id.has_value() == needs_track &&
                     event.position_ms.has_value() == is_playback(type) &&
                     event.ms_played.has_value() == is_ending(type) && event.reason.has_value() == needs_reason &&
                     event.source.has_value() == is_playback(type) && (!is_playback(type) || event.stream_id) &&
                     (!is_playlist(type) || event.playlist_id) &&
                     event.playlist_name.has_value() == (type == EventType::PlaylistCreate) &&
                     event.artist_id.has_value() == is_follow(type);
  if (!right) findings.add(Kind::FieldMissing, where(event));
}

void UserChecker::check_times(const EventRow& event, Findings& findings) {
  if (event.event_time < window_.begin || event.event_time >= window_.end || user_id_ < window_.first_user ||
      user_id_ >= window_.end_user) {
    findings.add(Kind::OutsideWindow, where(event));
  }
  if (any_event_ && event.event_id <= event_ids_.last) findings.add(Kind::EventIdNotRising, where(event));
  if (any_event_ && event.event_time <= last_time_) findings.add(Kind::TimeNotRising, where(event));
  if (event.ingest_time <= event.event_time) findings.add(Kind::IngestNotAfterEvent, where(event));
  if (!any_event_) event_ids_.first = event.event_id;
  event_ids_.last = event.event_id;
  last_time_ = event.event_time;
  any_event_ = true;
  if (!user_) {
    findings.add(Kind::UnknownUser, where(event));
    return;
  }
  if (event.event_time < user_->registered_at) findings.add(Kind::BeforeRegistration, where(event));
  const bool at_home = event.country == user_->country && user_->zone &&
                       event.utc_offset_minutes == user_->zone->offset_minutes(event.event_time);
  if (!at_home && !tables_.country_zones().has_offset(event.country, event.utc_offset_minutes, event.event_time)) {
    findings.add(Kind::UtcOffsetWrong, fmt::format("{}: {}", where(event), event.utc_offset_minutes));
  }
}

void UserChecker::check_session(const EventRow& event, Findings& findings) {
  if (session_ids_.last < 0) session_ids_.first = event.session_id;
  if (event.session_id < session_ids_.last) findings.add(Kind::SessionResumed, where(event));
  session_ids_.last = std::max(session_ids_.last, event.session_id);
}

void UserChecker::check_references(const EventRow& event, Findings& findings) const {
  if (event.track_id && !tables_.track(*event.track_id)) {
    findings.add(Kind::UnknownTrack, fmt::format("{}: {}", where(event), *event.track_id));
  }
  if (event.artist_id && !tables_.has_artist(*event.artist_id)) {
    findings.add(Kind::UnknownArtist, fmt::format("{}: {}", where(event), *event.artist_id));
  }
}

void UserChecker::check_playback(const EventRow& event, Findings& findings) {
  if (event.type == EventType::Play) return begin_stream(event, findings);
  if (stream_ && event.stream_id == stream_->id) return go_on(event, findings);
  if (event.stream_id == last_ended_) {
    findings.add(Kind::EventAfterEnd, where(event));
  } else if (any_play_ || !window_.starts_midway) {
    findings.add(Kind::StreamWithoutPlay, where(event));
  }
}

void UserChecker::begin_stream(const EventRow& event, Findings& findings) {
  if (stream_) findings.add(Kind::StreamNotEnded, where(event));
  if (event.stream_id != event.event_id) findings.add(Kind::StreamWithoutPlay, where(event));
  const KnownTrack* track = event.track_id ? tables_.track(*event.track_id) : nullptr;
  const base::Millis local = event.event_time + event.utc_offset_minutes * base::kMinute;
  if (track && base::day_of(std::min(event.event_time, local)) < track->release_day)
    findings.add(Kind::BeforeRelease, where(event));
  stream_ = OpenStream{.id = event.event_id,
                       .track = track,
                       .track_id = std::string(event.track_id.value_or("")),
                       .session_id = event.session_id,
                       .source = std::string(event.source.value_or("")),
                       .position = event.position_ms.value_or(0),
                       .heard = 0,
                       .since = event.event_time,
                       .playing = true};
  any_play_ = true;
}

void UserChecker::go_on(const EventRow& event, Findings& findings) {
  OpenStream& stream = *stream_;
  if (event.track_id != stream.track_id || event.session_id != stream.session_id || event.source != stream.source) {
    findings.add(Kind::StreamMixed, where(event));
  }
  if (stream.playing) {
    stream.heard += event.event_time - stream.since;
    stream.position += event.event_time - stream.since;
  }
  stream.since = event.event_time;
  const std::int64_t position = event.position_ms.value_or(-1);
  const bool inside = position >= 0 && (!stream.track || position <= stream.track->duration_ms);
  if (!inside || (event.type != EventType::Seek && position != stream.position)) {
    findings.add(Kind::PositionImpossible, fmt::format("{}: {}", where(event), position));
  }
  stream.position = position;
  const bool in_turn = event.type == EventType::Resume ? !stream.playing : stream.playing;
  if (!in_turn) findings.add(Kind::PauseResumeOutOfTurn, where(event));
  if (event.type == EventType::Pause) stream.playing = false;
  if (event.type == EventType::Resume) stream.playing = true;
  if (is_ending(event.type)) end_stream(event, findings);
}

void UserChecker::end_stream(const EventRow& event, Findings& findings) {
  if (event.ms_played != stream_->heard) {
    findings.add(Kind::MsPlayedDiffers,
                 fmt::format("{}: {} instead of {}", where(event), event.ms_played.value_or(-1), stream_->heard));
  }
  if (event.type == EventType::Complete && stream_->track && event.position_ms < stream_->track->duration_ms) {
    findings.add(Kind::CompleteBeforeTheEnd, where(event));
  }
  if ((event.type == EventType::Complete) != (event.reason == "trackdone")) {
    findings.add(Kind::EndingWithoutReason, where(event));
  }
  last_ended_ = stream_->id;
  stream_.reset();
}

void UserChecker::check_library(const EventRow& event, Findings& findings) {
  if (is_playlist(event.type)) check_playlist(event, findings);
  const bool strict = !window_.starts_midway;
  if (is_like(event.type) && event.track_id) {
    const bool of_open_stream = stream_ ? event.stream_id == stream_->id : !any_play_ && !strict;
    if (event.stream_id && !of_open_stream) findings.add(Kind::StreamWithoutPlay, where(event));
    const std::string track(*event.track_id);
    if (event.type == EventType::Like && !liked_.insert(track).second) findings.add(Kind::LikeOfLiked, where(event));
    if (event.type == EventType::Unlike && liked_.erase(track) == 0 && strict) {
      findings.add(Kind::UnlikeOfUnliked, where(event));
    }
  }
  if (is_follow(event.type) && event.artist_id) {
    const std::string artist(*event.artist_id);
    if (event.type == EventType::Follow) followed_.insert(artist);
    if (event.type == EventType::Unfollow && followed_.erase(artist) == 0 && strict) {
      findings.add(Kind::UnfollowOfUnfollowed, where(event));
    }
  }
  const bool played_from = event.type == EventType::Play && event.playlist_id;
  if (played_from && strict && !playlists_.contains(*event.playlist_id)) {
    findings.add(Kind::PlaylistUnknown, where(event));
  }
}

void UserChecker::check_playlist(const EventRow& event, Findings& findings) {
  if (!event.playlist_id) return;
  if (event.type == EventType::PlaylistCreate) {
    if (!playlists_.try_emplace(*event.playlist_id).second) findings.add(Kind::PlaylistTwice, where(event));
    return;
  }
  const auto playlist = playlists_.find(*event.playlist_id);
  if (playlist == playlists_.end()) {
    if (!window_.starts_midway) findings.add(Kind::PlaylistUnknown, where(event));
    return;
  }
  if (!event.track_id) return;
  if (event.type == EventType::PlaylistAdd) playlist->second.emplace(*event.track_id);
  if (event.type == EventType::PlaylistRemove && playlist->second.erase(std::string(*event.track_id)) == 0 &&
      !window_.starts_midway) {
    findings.add(Kind::NotOnPlaylist, where(event));
  }
}

void UserChecker::finish(Findings& findings) const {
  if (stream_ && last_time_ < window_.end - kOpenAtTheEnd) {
    findings.add(Kind::StreamNotEnded, fmt::format("user {}, stream_id {}", user_id_, stream_->id));
  }
}

}  // namespace wrapfeed::verification
