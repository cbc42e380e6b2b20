#include "verification/findings.h"

namespace wrapfeed::verification {
namespace {

struct Words {
  std::string_view name;
  std::string_view meaning;
};

// In the order of Kind.
constexpr std::array<Words, kKinds> kWords = {{
    {"missing_file", "a file of the manifest is not there"},
    {"unlisted_file", "a file is there that the manifest does not list"},
    {"size_differs", "a file has not the size in the manifest"},
    {"checksum_differs", "a file's bytes have not the checksum in the manifest"},
    {"record_count_differs", "a file or table has not as many records as the manifest says"},
    {"digest_differs", "a file's records have not the digest in the manifest"},
    {"event_times_differ", "a file's first or last event_time is not the one in the manifest"},
    {"unreadable", "a file is not a readable Avro file of its table"},
    {"duplicate_id", "an id stands twice in a table"},
    {"user_missing", "the user table has not exactly the users of the feed"},
    {"unknown_user", "an event's user is not in the user table"},
    {"unknown_track", "a track is not in the track table"},
    {"unknown_artist", "an artist is not in the artist table"},
    {"outside_window", "an event lies outside the feed's users or days"},
    {"ingest_not_after_event", "ingest_time is not after event_time"},
    {"utc_offset_wrong", "utc_offset_minutes is none that clocks in that country showed at that moment"},
    {"field_missing", "a field that this event type needs is null, or one it must not have is set"},
    {"before_registration", "an event lies before its user's registration"},
    {"before_release", "a track is played before its release"},
    {"rows_out_of_order", "rows of a file are not by user and time (layout user) or by time (layout day)"},
    {"wrong_partition", "an event stands in the folder of another date"},
    {"event_id_not_rising", "event_id does not rise with time within a user"},
    {"event_id_shared", "event_ids of two users overlap"},
    {"time_not_rising", "event_time does not rise within a user"},
    {"session_id_shared", "session_ids of two users overlap"},
    {"session_resumed", "a session goes on after another one has begun"},
    {"stream_without_play", "a playback event belongs to no stream that was begun"},
    {"stream_not_ended", "a stream begins before the one before has ended, or one never ends"},
    {"event_after_end", "a playback event belongs to a stream that has ended"},
    {"stream_mixed", "an event of a stream names another track, session or source than its play"},
    {"ending_without_reason", "a stream is complete without trackdone, or ends by trackdone without being complete"},
    {"pause_resume_out_of_turn", "a pause while paused, a resume while playing, or an end while paused"},
    {"position_impossible", "position_ms does not follow from what was played, or lies outside the track"},
    {"ms_played_differs", "ms_played is not the audio time between the stream's events"},
    {"complete_before_the_end", "a complete has not heard the end of the track"},
    {"playlist_unknown", "a playlist is used that its user did not create before"},
    {"playlist_twice", "a playlist_id is created twice"},
    {"not_on_playlist", "a track is removed from a playlist that it is not on"},
    {"unlike_of_unliked", "an unlike of a track that is not liked"},
    {"like_of_liked", "a like of a track that is liked already"},
    {"unfollow_of_unfollowed", "an unfollow of an artist that is not followed"},
    {"truth_missing", "a user, session or stream of the feed has no row in the truth"},
    {"truth_of_nothing", "the truth has a row of a user, session or stream that the feed does not have"},
    {"truth_differs", "a truth's session, place or plays_before is not what the feed's plays say"},
    {"local_time_wrong", "a truth's local time is not event_time and utc_offset_minutes of the play"},
    {"not_the_same_track", "a track resumed, restarted or looped is not the one played before"},
    {"not_the_same_artist", "an artist run goes to another artist than that of the play before"},
    {"not_next_on_album", "an album run does not go on with the next track of the album played before"},
    {"distance_wrong", "a repeat or passage is not the track that was played so many plays before"},
    {"not_in_collection", "a play from a collection is of a track not liked or not on that playlist then"},
    {"not_new", "a track that was played before passes for a new one"},
    {"wrapped_differs", "an answer of the queries of Wrapped is not the answer key's"},
}};

}  // namespace

std::string_view name_of(Kind kind) { return kWords[static_cast<std::size_t>(kind)].name; }
std::string_view meaning_of(Kind kind) { return kWords[static_cast<std::size_t>(kind)].meaning; }

std::int64_t Findings::total() const {
  std::int64_t sum = 0;
  for (const Finding& finding : findings_) sum += finding.count;
  return sum;
}

void Findings::merge(const Findings& other) {
  for (std::size_t i = 0; i < kKinds; ++i) {
    if (findings_[i].count == 0) findings_[i].first = other.findings_[i].first;
    findings_[i].count += other.findings_[i].count;
  }
}

}  // namespace wrapfeed::verification
