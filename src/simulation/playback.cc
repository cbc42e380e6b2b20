#include "simulation/playback.h"

#include <algorithm>

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
constexpr Threshold kSeekForward(0.6);
constexpr base::Millis kShortestJump = 2 * base::kSecond;
constexpr base::Millis kLongestJump = 40 * base::kSecond;

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
                                     {Threshold(.97), Reason::UnexpectedExit},
                                     {Threshold(.99), Reason::Remote},
                                     {Threshold(1), Reason::Trackerror}};
constexpr ReasonShare kStarting[] = {{Threshold(.50), Reason::Clickrow},
                                     {Threshold(.80), Reason::Playbtn},
                                     {Threshold(.97), Reason::Appload},
                                     {Threshold(1), Reason::Remote}};

// What each of the player's four words decides; bits are shared where the decisions exclude each other or are rare.
enum Word { kPauseOrGap, kSeeking, kReasons, kDelay };

template <std::size_t N>
Reason pick(const ReasonShare (&shares)[N], std::uint32_t word) {
  for (const ReasonShare& share : shares) {
    if (share.up_to.hit(word)) return share.reason;
  }
  return shares[N - 1].reason;
}

// What starts a track when the one before ended so.
Reason following(Reason end) {
  const bool by_itself = end == Reason::Trackdone || end == Reason::Fwdbtn || end == Reason::Backbtn;
  return by_itself ? end : Reason::Clickrow;
}

// An instant inside what is heard, away from both ends.
base::Millis inside(const Stream& stream, std::uint32_t word) {
  return 1 + scaled(word, static_cast<std::uint32_t>(stream.heard - 1));
}

}  // namespace

Playback::Playback(const World& world)
    : world_(world), chooser_(world.catalog, world.artists, notes_), library_(world.catalog, notes_) {}

void Playback::begin(const users::Profile& profile) {
  profile_ = &profile;
  notes_.clear();
  chooser_.begin(profile);
  library_.begin(profile);
  writer_.begin(profile);
  plays_ = 0;
}

void Playback::remember(const Week& week, std::uint32_t index, bool session_begins, base::Days released_by) {
  const ChoiceWords words =
      choice_words(world_.seed, random::Purpose::History, static_cast<std::uint64_t>(profile_->row.user_id), index);
  if (session_begins) chooser_.begin_session();
  const Choice choice = chooser_.next(week, words, released_by);
  library_.remember_past(choice.track, words.rare[7]);
}

void Playback::begin_week(std::uint32_t index, base::Days day) {
  chooser_.begin_week(
      choice_words(world_.seed, random::Purpose::Obsession, static_cast<std::uint64_t>(profile_->row.user_id), index),
      day);
}

base::Millis Playback::play(const Session& session, const Week& week, std::vector<events::Event>& out) {
  const std::size_t written = out.size();
  const auto user = static_cast<std::uint64_t>(profile_->row.user_id);
  chooser_.begin_session();
  base::Millis now = session.begin;
  bool last = false;
  for (bool first = true; !last; first = false) {
    words_ = random::block_at(world_.seed, random::Purpose::PlayActions, user, plays_);
    Stream stream = next_stream(session, week, now, first);
    const bool cut = !first && end_session_in(session, stream);
    if (!cut) place_seek(stream);
    actions_.clear();
    if (!cut && stream.end_reason == Reason::Trackdone && stream.heard >= kEnjoyable) {
      random::Draws draws(world_.seed, random::Purpose::Library, user, plays_);
      library_.enjoy(stream.track, base::day_of(stream.start), draws, actions_);
    }
    writer_.write(session, stream, actions_, library_, world_.catalog, words_[kDelay], out);
    last_end_reason_ = stream.end_reason;
    ++plays_;
    now = stream.end();
    last = cut || session.single || now >= session.end;
  }
  if (session.offline) writer_.deliver_late(session, std::span(out).subspan(written));
  return now;
}

Stream Playback::next_stream(const Session& session, const Week& week, base::Millis now, bool first) {
  const auto user = static_cast<std::uint64_t>(profile_->row.user_id);
  const ChoiceWords words = choice_words(world_.seed, random::Purpose::PlayChoice, user, plays_);
  const random::Block low = random::block_at(world_.seed, random::Purpose::PlayListen, user, plays_, 0);
  const random::Block high = random::block_at(world_.seed, random::Purpose::PlayListen, user, plays_, 1);
  ListenWords listen;
  std::copy(low.begin(), low.end(), listen.begin());
  std::copy(high.begin(), high.end(), listen.begin() + 4);

  const Choice choice = chooser_.next(week, words, session.released_by);
  if (first) mood_.begin_session(week, words.rare[6]);
  const Hearing hearing = mood_.hear(week, listen, world_.catalog.track_row(choice.track).duration_ms);

  Stream stream;
  stream.track = choice.track;
  stream.start = now;
  end_as_heard(hearing, stream);
  if (!first) place_pause(hearing.idle_ms, stream);
  explain_source(session, choice, first, stream);
  return stream;
}

void Playback::end_as_heard(const Hearing& hearing, Stream& stream) const {
  stream.heard = hearing.heard_ms;
  if (hearing.outcome == Outcome::Done) return;
  stream.ending = EventType::Skip;
  stream.end_reason = pick(kLeaving, words_[kReasons]);
}

// The listener's time is up before the stream is over: it is cut off there.
bool Playback::end_session_in(const Session& session, Stream& stream) const {
  if (stream.end() <= session.end) return false;
  const base::Millis left = session.end - stream.start;
  stream.pause = 0;
  const base::Millis listened = left < kNoTimeLeft ? 1 + scaled(words_[kSeeking], kLastGlance) : left;
  if (listened >= stream.heard) return true;  // as it would have ended anyway
  stream.heard = listened;
  stream.ending = EventType::Stop;
  stream.end_reason = pick(kStopping, words_[kReasons]);
  return true;
}

// Idle time is a pause inside the track or a gap before it; account exports, which know a play's end and what was
// heard of it, cannot tell the two apart.
void Playback::place_pause(base::Millis idle, Stream& stream) const {
  const bool pausable = idle > kPausable && stream.heard > kPausable;
  if (pausable && random::unit(words_[kPauseOrGap]) < profile_->traits.pause_share) {
    stream.start += kGapless;
    stream.pause = idle - kGapless;
    stream.pause_at = inside(stream, words_[kSeeking]);
  } else {
    stream.start += idle;
  }
}

// Jumps forward or back by some seconds; the stream still ends where it would have ended.
void Playback::place_seek(Stream& stream) const {
  const bool seeks = kSeek.hit(words_[kPauseOrGap] * 0x9E3779B1);
  if (!seeks || stream.pause > 0 || stream.heard < kLongestJump * 2) return;
  const base::Millis jump =
      kShortestJump + scaled(words_[kSeeking], static_cast<std::uint32_t>(kLongestJump - kShortestJump));
  const bool forward = kSeekForward.hit(words_[kReasons] * 0x9E3779B1);
  stream.jump = forward ? jump : -jump;
  stream.heard -= stream.jump;
  stream.jump_at = kLongestJump + scaled(words_[kDelay], static_cast<std::uint32_t>(stream.heard - kLongestJump - 1));
  if (!forward) stream.jump_at = std::min(stream.jump_at, stream.heard - jump - 1);
}

void Playback::explain_source(const Session& session, const Choice& choice, bool first, Stream& stream) {
  const Source own = library_.own_source(choice.track);
  switch (choice.cause) {
    case Cause::AlbumRun:
    case Cause::ObsessionRun:
      stream.source = Source::Album;
      break;
    case Cause::ArtistRun:
      stream.source = Source::Artist;
      break;
    case Cause::KnownArtist:
      stream.source = session.known_artists;
      break;
    case Cause::Discovery:
      stream.source = session.discoveries;
      break;
    case Cause::Restarted:
    case Cause::Looped:
      stream.source = own == Source::None || last_source_ == Source::Album ? last_source_ : own;
      break;
    case Cause::Resumed:
    case Cause::Passage:
    case Cause::Repeat:
      stream.source = own != Source::None ? own : session.repeats;
      break;
  }
  if (stream.source == Source::Playlist && own != Source::Playlist) stream.source = session.repeats;  // just taken off
  if (stream.source == Source::Playlist) stream.playlist_id = library_.playlist_id(library_.playlist_of(choice.track));
  stream.shuffle = session.shuffle && stream.source != Source::Album;
  stream.start_reason = first ? pick(kStarting, words_[kReasons]) : following(last_end_reason_);
  if (choice.cause == Cause::Restarted) stream.start_reason = Reason::Backbtn;
  if (choice.cause == Cause::ObsessionRun && !first) stream.start_reason = Reason::Clickrow;
  last_source_ = stream.source;
}

}  // namespace wrapfeed::simulation
