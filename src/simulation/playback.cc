#include "simulation/playback.h"

#include <algorithm>

#include "random/math.h"

namespace wrapfeed::simulation {
namespace {

using events::EventType;
using events::Reason;
using events::Source;

constexpr base::Millis kPausable = 5 * base::kSecond;    // shorter idle times are gaps between tracks
constexpr base::Millis kEnjoyable = 20 * base::kSecond;  // what was heard for less is not acted upon
constexpr base::Millis kNoTimeLeft = base::kSecond;
constexpr std::uint32_t kLastGlance = 3 * base::kSecond;
constexpr Threshold kSeek(0.012);
constexpr double kSeekForward = 0.6;
// Streams that break off: the track cannot be played (LISTENING: .1 to .3 %), or the player quits.
constexpr Threshold kTrackError(0.0015);
constexpr Threshold kUnexpectedExit(0.0022);  // cumulative
constexpr base::Millis kShortestJump = 2 * base::kSecond;
constexpr base::Millis kLongestJump = 40 * base::kSecond;

// Where a track comes from that is not the listener's own, in a session from their collection; cumulative shares.
// Fitted to the contexts of the Music Streaming Sessions Dataset 2019 (see session.cc).
constexpr struct {
  Threshold up_to;
  Source source;
} kNotOwned[] = {
    {Threshold(.35), Source::Radio}, {Threshold(.65), Source::Editorial}, {Threshold(.85), Source::Search}};

struct ReasonShare {
  Threshold up_to;  // cumulative
  Reason reason;
};
// How a listener leaves a track: the forward button, another track chosen, the back button (LISTENING: of all streams
// 47 % end by trackdone, 22 % by fwdbtn, 18 % by endplay).
constexpr ReasonShare kLeaving[] = {
    {Threshold(.52), Reason::Fwdbtn}, {Threshold(.93), Reason::Endplay}, {Threshold(1), Reason::Backbtn}};
constexpr ReasonShare kStopping[] = {{Threshold(.80), Reason::Endplay},
                                     {Threshold(.90), Reason::Logout},
                                     {Threshold(.98), Reason::UnexpectedExit},
                                     {Threshold(1), Reason::Remote}};
constexpr ReasonShare kStarting[] = {{Threshold(.50), Reason::Clickrow},
                                     {Threshold(.80), Reason::Playbtn},
                                     {Threshold(.97), Reason::Appload},
                                     {Threshold(1), Reason::Remote}};

template <std::size_t N>
Reason pick(const ReasonShare (&shares)[N], std::uint32_t word) {
  for (const ReasonShare& share : shares) {
    if (share.up_to.hit(word)) return share.reason;
  }
  return shares[N - 1].reason;
}

// What starts a track when the one before ended so.
Reason following(Reason end) {
  const bool by_itself =
      end == Reason::Trackdone || end == Reason::Fwdbtn || end == Reason::Backbtn || end == Reason::Trackerror;
  return by_itself ? end : Reason::Clickrow;
}

// An instant inside what is heard, away from both ends.
base::Millis inside(const Stream& stream, std::uint32_t word) {
  return 1 + scaled(word, static_cast<std::uint32_t>(stream.heard - 1));
}

}  // namespace

Playback::Playback(const World& world)
    : world_(world),
      library_(world.catalog, notes_),
      chooser_(world.model, world.seed, world.catalog, world.artists, notes_, library_),
      writer_(world.catalog, library_),
      mood_(world.model) {}

void Playback::begin(const users::Profile& profile) {
  profile_ = &profile;
  notes_.clear();
  chooser_.begin(profile);
  library_.begin(profile);
  writer_.begin(profile);
  draws_.begin(world_.seed, random::Purpose::History, static_cast<std::uint64_t>(profile.row.user_id));
  plays_ = 0;
  last_ = {};
  last_offline_ = false;
}

std::uint32_t Playback::count_play(std::uint32_t track) {
  std::uint16_t& plays = notes_.of(track).plays;
  const std::uint32_t before = plays;
  if (plays < 0xFFFF) ++plays;
  return before;
}

void Playback::remember(const Week& week, std::uint32_t index, bool session_begins, base::Days released_by) {
  const auto user = static_cast<std::uint64_t>(profile_->row.user_id);
  const PlayWords words = draws_.at(index);
  if (session_begins) chooser_.begin_session({});
  const Chooser::Draws draws{words, random::Draws(world_.seed, random::Purpose::PastChoice, user, index)};
  const Choice choice = chooser_.next(week, draws, {released_by, Threshold()});
  count_play(choice.track);
  library_.remember_past(choice.track, words[kHeard]);
}

void Playback::begin_week(std::uint32_t index, base::Days day) {
  const auto user = static_cast<std::uint64_t>(profile_->row.user_id);
  chooser_.begin_week(random::Draws(world_.seed, random::Purpose::Obsession, user, index), day);
}

base::Millis Playback::play(const Session& session, const Chooser::Today& today, const Week& week,
                            std::vector<events::Event>& out, SessionTrace* trace) {
  if (plays_ == 0) {
    draws_.begin(world_.seed, random::Purpose::Play, static_cast<std::uint64_t>(profile_->row.user_id));
  }
  const std::size_t written = out.size();
  chooser_.begin_session(session.context);
  base::Millis now = session.begin;
  bool last = false;
  for (std::uint32_t place = 0; !last; ++place) {
    const PlayWords words = draws_.at(plays_);
    Play play{chooser_.next(week, {words, rare(random::Purpose::PlayChoice)}, today), 0, place};
    __builtin_prefetch(&world_.catalog.track_ids()[play.choice.track]);  // the encoder reads it
    play.plays_before = count_play(play.choice.track);
    if (place == 0) mood_.begin_session(week, words[kIdleClass]);  // before the first play there is no idle time
    Stream stream = hear(session, week, play, words, now);
    const bool cut = (place > 0 && end_session_in(session, words, stream)) || interrupt(words, stream);
    if (!cut && kSeek.hit(low_half(words[kIdleTime]))) place_seek(stream);
    actions_.clear();
    if (!cut && stream.end_reason == Reason::Trackdone && stream.heard >= kEnjoyable) {
      library_.enjoy(stream.track, base::day_of(stream.start), words[kHeard], rare(random::Purpose::Library), actions_);
    }
    if (trace != nullptr) note_truth(session, play, stream, *trace);
    writer_.write(session, stream, actions_, words[kDelay], out);
    last_ = stream;
    ++plays_;
    now = stream.end();
    last = session.single || now >= session.end || stream.end_reason == Reason::UnexpectedExit ||
           (stream.ending == EventType::Stop && stream.end_reason != Reason::Trackerror);
  }
  last_offline_ = session.offline;
  if (session.offline) writer_.deliver_late(session, std::span(out).subspan(written));
  return now;
}

Stream Playback::hear(const Session& session, const Week& week, const Play& play, PlayWords words, base::Millis now) {
  const std::uint32_t duration = world_.catalog.track_row(play.choice.track).duration_ms;
  const Hearing hearing = mood_.hear(week, words, {duration, play.plays_before, play.place});
  Stream stream;
  stream.track = play.choice.track;
  stream.start = now;
  stream.heard = hearing.heard_ms;
  if (hearing.outcome != Outcome::Done) {
    stream.ending = EventType::Skip;
    stream.end_reason = pick(kLeaving, words[kReasons]);
  }
  if (play.place > 0) place_pause(hearing.idle_ms, stream);
  explain(session, play, words, stream);
  return stream;
}

// The player breaks off before the listener would have left; nobody's doing, so no skip.
bool Playback::interrupt(PlayWords words, Stream& stream) const {
  const std::uint32_t word = low_half(words[kReasons]);
  if (!kUnexpectedExit.hit(word)) [[likely]]
    return false;
  random::Draws draws = rare(random::Purpose::Interruption);
  stream.pause = 0;
  stream.heard = 1 + scaled(draws.word(), static_cast<std::uint32_t>(stream.heard - 1));
  stream.ending = EventType::Stop;
  stream.end_reason = kTrackError.hit(word) ? Reason::Trackerror : Reason::UnexpectedExit;
  return true;
}

// The listener's time is up before the stream is over: it is cut off there.
bool Playback::end_session_in(const Session& session, PlayWords words, Stream& stream) const {
  if (stream.end() <= session.end) return false;
  const base::Millis left = session.end - stream.start;
  stream.pause = 0;
  const base::Millis listened = left < kNoTimeLeft ? 1 + scaled(words[kHeard], kLastGlance) : left;
  if (listened >= stream.heard) return false;  // as it would have ended anyway
  stream.heard = listened;
  stream.ending = EventType::Stop;
  stream.end_reason = pick(kStopping, words[kReasons]);
  return true;
}

// Idle time is a pause inside the track or a gap before it; account exports, which know a play's end and what was
// heard of it, cannot tell the two apart.
void Playback::place_pause(base::Millis idle, Stream& stream) const {
  if (idle <= kPausable || stream.heard <= kPausable) [[likely]] {
    stream.start += idle;
    return;
  }
  random::Draws draws = rare(random::Purpose::PlayActions);
  if (!draws.chance(profile_->traits.pause_share)) {
    stream.start += idle;
    return;
  }
  stream.start += kGapless;
  stream.pause = idle - kGapless;
  stream.pause_at = inside(stream, draws.word());
}

// Jumps forward or back by some seconds; the stream still ends where it would have ended.
void Playback::place_seek(Stream& stream) const {
  if (stream.pause > 0 || stream.heard < kLongestJump * 2) return;
  random::Draws draws = rare(random::Purpose::Seek);
  const base::Millis jump = kShortestJump + draws.below(static_cast<std::uint32_t>(kLongestJump - kShortestJump));
  const bool forward = draws.chance(kSeekForward);
  stream.jump = forward ? jump : -jump;
  stream.heard -= stream.jump;
  stream.jump_at = kLongestJump + draws.below(static_cast<std::uint32_t>(stream.heard - kLongestJump - 1));
  if (!forward) stream.jump_at = std::min(stream.jump_at, stream.heard - jump - 1);
}

void Playback::explain(const Session& session, const Play& play, PlayWords words, Stream& stream) {
  stream.source = source_of(session, play.choice, words[kEnding]);
  if (stream.source == Source::Playlist) {
    const std::uint8_t playlist =
        play.choice.cause == Cause::Collection ? session.context.playlist : library_.playlist_of(stream.track);
    stream.playlist_id = library_.playlist_id(playlist);
  }
  const bool ordered =
      stream.source == Source::Album || stream.source == Source::Artist || stream.source == Source::Search;
  stream.shuffle = session.context.shuffle && !ordered;
  stream.start_reason = play.place == 0 ? pick(kStarting, words[kIdleTime]) : following(last_.end_reason);
  if (play.choice.cause == Cause::Restarted) stream.start_reason = Reason::Backbtn;
  const bool puts_on = play.choice.begins_run || play.choice.cause == Cause::ObsessionRun;
  if (puts_on && play.place > 0) stream.start_reason = Reason::Clickrow;
}

Source Playback::source_of(const Session& session, const Choice& choice, std::uint32_t word) const {
  const Context& context = session.context;
  if (choice.begins_run && choice.cause != Cause::Collection)
    return world_.catalog.track_row(choice.track).album_left > 0 ? Source::Album : Source::Artist;
  switch (choice.cause) {
    case Cause::AlbumRun:
    case Cause::ObsessionRun:
      return Source::Album;
    case Cause::ArtistRun:
      return Source::Artist;
    case Cause::Collection:
      return context.source;
    case Cause::Resumed:
    case Cause::Restarted:
    case Cause::Looped: {
      const bool taken_off = last_.source == Source::Playlist && library_.own_source(choice.track) != Source::Playlist;
      const bool unliked = last_.source == Source::LikedSongs && !library_.is_liked(choice.track);
      const bool unknown = taken_off || unliked || last_.source == Source::Unknown;
      return unknown || session.offline != last_offline_ ? of_the_catalogue(session, word) : last_.source;
    }
    case Cause::KnownArtist:
    case Cause::Release:
    case Cause::Viral:
    case Cause::Seasonal:
    case Cause::Discovery:
      return of_the_catalogue(session, word);
    case Cause::Passage:
    case Cause::Repeat:
    case Cause::Scripted:  // never chosen
      break;
  }
  if (context.is_program()) return context.source;
  const Source own = library_.own_source(choice.track);
  return own != Source::None ? own : of_the_catalogue(session, word);
}

// A track that the listener does not own comes from the program, if one is on; in between their own songs it is the
// player that goes on with something near, or an editorial list, or they have looked for it.
Source Playback::of_the_catalogue(const Session& session, std::uint32_t word) const {
  if (session.context.is_program()) return session.context.source;
  if (session.offline) return Source::Personalised;  // what the player downloaded by itself
  for (const auto& [up_to, source] : kNotOwned) {
    if (up_to.hit(low_half(word))) return source;
  }
  return Source::Artist;
}

void Playback::note_truth(const Session& session, const Play& play, const Stream& stream, SessionTrace& trace) const {
  const Intent state = mood_.browsing() ? Intent::Browsing : Intent::LeaningBack;
  if (play.place == 0) {
    trace.streams.clear();
    trace.session = {session.id,
                     state,
                     session.context.source,
                     session.zone->to_local(session.begin),
                     session.end,
                     random::exp(session.log_intensity)};
  }
  trace.streams.push_back({writer_.next_event_id(), session.id, play.choice.cause, play.choice.distance,
                           play.plays_before, play.place, state, session.zone->to_local(stream.start)});
}

}  // namespace wrapfeed::simulation
