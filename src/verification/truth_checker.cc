#include "verification/truth_checker.h"

#include <fmt/format.h>

#include <algorithm>

namespace wrapfeed::verification {
namespace {

using events::EventType;

base::Millis local_time(const EventRow& event) { return event.event_time + event.utc_offset_minutes * base::kMinute; }

Kind kind_of(Claim claim) {
  switch (claim) {
    case Claim::SameTrack:
      return Kind::NotTheSameTrack;
    case Claim::NextOnAlbum:
      return Kind::NotNextOnAlbum;
    case Claim::SameArtist:
      return Kind::NotTheSameArtist;
    case Claim::FromCollection:
      return Kind::NotInCollection;
    case Claim::NewTrack:
      return Kind::NotNew;
    case Claim::FromHistory:
    case Claim::Nothing:
      break;
  }
  return Kind::DistanceWrong;
}

}  // namespace

TruthChecker::TruthChecker(std::int64_t user_id, UserTruth truth, const KnownTables& tables,
                           const Discography& discography, const Window& window)
    : user_id_(user_id), truth_(std::move(truth)), tables_(tables), discography_(discography), window_(window) {}

std::string TruthChecker::where(const char* what, std::int64_t id) const {
  return fmt::format("user {}, {}_id {}", user_id_, what, id);
}

void TruthChecker::check(const EventRow& event, Findings& findings) {
  const auto track = event.track_id ? tables_.track_number(*event.track_id) : std::nullopt;
  if (!track) return;  // of no track, or of one that is not known: found elsewhere
  note_library(event, *track);
  if (event.type == EventType::Play) check_play(event, *track, findings);
}

void TruthChecker::note_library(const EventRow& event, std::uint32_t track) {
  if (event.type == EventType::Like) liked_[track] = true;
  if (event.type == EventType::Unlike) liked_[track] = false;
  const std::pair listed(event.playlist_id.value_or(-1), track);
  if (event.type == EventType::PlaylistAdd) {
    listed_.insert(listed);
    taken_off_.erase(listed);
  } else if (event.type == EventType::PlaylistRemove) {
    listed_.erase(listed);
    taken_off_.insert(listed);
  }
}

void TruthChecker::check_play(const EventRow& event, std::uint32_t track, Findings& findings) {
  if (event.session_id != session_id_) begin_session(event, findings);
  const std::vector<TruthStream>& streams = truth_.streams;
  for (; next_stream_ < streams.size() && streams[next_stream_].stream_id < event.event_id; ++next_stream_) {
    findings.add(Kind::TruthOfNothing, where("stream", streams[next_stream_].stream_id));
  }
  if (next_stream_ < streams.size() && streams[next_stream_].stream_id == event.event_id) {
    check_row(event, streams[next_stream_++], track, findings);
  } else {
    findings.add(Kind::TruthMissing, where("stream", event.event_id));
    if (const auto seen = plays_before_.find(track); seen != plays_before_.end()) ++seen->second;
  }
  plays_.push_back(track);
  ++place_;
}

// A window that begins in the middle of a session has no row for it.
void TruthChecker::begin_session(const EventRow& event, Findings& findings) {
  first_session_ = session_id_ < 0;
  session_id_ = event.session_id;
  place_ = 0;
  const std::vector<TruthSession>& sessions = truth_.sessions;
  for (; next_session_ < sessions.size() && sessions[next_session_].session_id < session_id_; ++next_session_) {
    findings.add(Kind::TruthOfNothing, where("session", sessions[next_session_].session_id));
  }
  const bool found = next_session_ < sessions.size() && sessions[next_session_].session_id == session_id_;
  if (!found && !(first_session_ && window_.starts_midway)) {
    findings.add(Kind::TruthMissing, where("session", session_id_));
  }
  if (found && sessions[next_session_++].local_begin != local_time(event)) {
    findings.add(Kind::LocalTimeWrong, where("session", session_id_));
  }
}

void TruthChecker::check_row(const EventRow& event, const TruthStream& truth, std::uint32_t track, Findings& findings) {
  if (truth.local_start != local_time(event)) findings.add(Kind::LocalTimeWrong, where("stream", truth.stream_id));
  const bool place_known = !(first_session_ && window_.starts_midway);
  const auto seen = plays_before_.find(track);
  const bool counts = seen == plays_before_.end() ? truth.plays_before >= 0 : truth.plays_before == seen->second + 1;
  if (truth.session_id != event.session_id || (place_known && truth.place != place_) || !counts) {
    findings.add(Kind::TruthDiffers, where("stream", truth.stream_id));
  }
  check_claim(event, truth, track, findings);
  plays_before_[track] = truth.plays_before;
}

void TruthChecker::check_claim(const EventRow& event, const TruthStream& truth, std::uint32_t track,
                               Findings& findings) const {
  if (!holds(event, truth, track)) findings.add(kind_of(truth.claim), where("stream", truth.stream_id));
  const bool copied = truth.distance != TruthStream::kNoDistance || truth.claim == Claim::FromHistory;
  if (copied && !is_copy(truth, track)) findings.add(Kind::DistanceWrong, where("stream", truth.stream_id));
}

// Of what the feed does not show, because it lies before its first play, anything may be true.
bool TruthChecker::holds(const EventRow& event, const TruthStream& truth, std::uint32_t track) const {
  switch (truth.claim) {
    case Claim::SameTrack:
      return plays_.empty() || plays_.back() == track;
    case Claim::NextOnAlbum:
      return plays_.empty() || discography_.follows(plays_.back(), track);
    case Claim::SameArtist:
      return plays_.empty() || discography_.same_artist(plays_.back(), track);
    case Claim::FromCollection:
      return is_in_collection(event, track);
    case Claim::NewTrack:
      return !plays_before_.contains(track);
    case Claim::FromHistory:  // see is_copy()
    case Claim::Nothing:
      break;
  }
  return true;
}

bool TruthChecker::is_copy(const TruthStream& truth, std::uint32_t track) const {
  if (truth.distance < 1 || truth.plays_before < 1) return false;
  const auto distance = static_cast<std::size_t>(truth.distance);
  return distance > plays_.size() || plays_[plays_.size() - distance] == track;
}

// Likes and, where the feed's beginning is not there, playlists may be older than what is seen.
bool TruthChecker::may_be_liked(std::uint32_t track) const {
  const auto liked = liked_.find(track);
  return liked == liked_.end() || liked->second;
}

bool TruthChecker::may_be_listed(std::int64_t playlist, std::uint32_t track) const {
  const std::pair listed(playlist, track);
  return listed_.contains(listed) || (window_.starts_midway && !taken_off_.contains(listed));
}

bool TruthChecker::is_in_collection(const EventRow& event, std::uint32_t track) const {
  if (event.source == "liked_songs") return may_be_liked(track);
  if (event.source == "playlist") return event.playlist_id && may_be_listed(*event.playlist_id, track);
  return false;
}

void TruthChecker::finish(Findings& findings) const {
  for (std::size_t i = next_stream_; i < truth_.streams.size(); ++i) {
    findings.add(Kind::TruthOfNothing, where("stream", truth_.streams[i].stream_id));
  }
  for (std::size_t i = next_session_; i < truth_.sessions.size(); ++i) {
    findings.add(Kind::TruthOfNothing, where("session", truth_.sessions[i].session_id));
  }
}

}  // namespace wrapfeed::verification
