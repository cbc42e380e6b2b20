#include "simulation/playback.h"

#include <algorithm>

#include "base/error.h"
#include "random/math.h"
#include "simulation/numbering.h"

namespace wrapfeed::simulation {
namespace {

using events::EventType;
using events::Reason;
using events::Source;

constexpr std::uint32_t kPausable = 5 * base::kSecond;   // shorter idle times are gaps between tracks
constexpr base::Millis kEnjoyable = 20 * base::kSecond;  // what was heard for less is not acted upon
constexpr base::Millis kNoTimeLeft = base::kSecond;
constexpr std::uint32_t kLastGlance = 3 * base::kSecond;
constexpr Threshold kSeek(0.0142);  // cumulative with what breaks off
constexpr double kSeekForward = 0.6;
// Streams that break off: the track cannot be played (LISTENING: .1 to .3 %), or the player quits.
constexpr Threshold kTrackError(0.0015);
constexpr Threshold kUnexpectedExit(0.0022);  // cumulative
constexpr std::uint32_t kShortestJump = 2 * base::kSecond;
constexpr std::uint32_t kLongestJump = 40 * base::kSecond;

// What a word stands for, by cumulative shares, to 1/256. Looked up: which it is cannot be guessed.
template <typename Value, std::size_t N>
class Shares {
 public:
  constexpr Shares(const std::array<double, N - 1>& up_to, const std::array<Value, N>& values) {
    for (std::size_t i = 0; i < values_.size(); ++i) {
      std::size_t passed = 0;
      for (const double share : up_to) passed += share * 256 <= static_cast<double>(i) + 0.5;
      values_[i] = values[passed];
    }
  }
  constexpr Value at(std::uint32_t word) const noexcept { return values_[word >> 24]; }

 private:
  std::array<Value, 256> values_{};
};

// Where a track comes from that is not the listener's own, in a session from their collection: which of kNotOwned.
// Fitted to the contexts of the Music Streaming Sessions Dataset 2019 (see session.cc).
constexpr std::array<Source, 4> kNotOwned = {Source::Radio, Source::Editorial, Source::Search, Source::Artist};
constexpr Shares<std::uint8_t, 4> kWhichNotOwned({.35, .65, .85}, {0, 1, 2, 3});
// How a listener leaves a track: the forward button, another track chosen, the back button (LISTENING: of all streams
// 47 % end by trackdone, 22 % by fwdbtn, 18 % by endplay).
constexpr Shares<Reason, 3> kLeaving({.52, .93}, {Reason::Fwdbtn, Reason::Endplay, Reason::Backbtn});
constexpr Shares<Reason, 4> kStopping({.80, .90, .98},
                                      {Reason::Endplay, Reason::Logout, Reason::UnexpectedExit, Reason::Remote});
constexpr Shares<Reason, 4> kStarting({.50, .80, .97},
                                      {Reason::Clickrow, Reason::Playbtn, Reason::Appload, Reason::Remote});

constexpr std::uint32_t bit_of(auto value) { return std::uint32_t{1} << static_cast<unsigned>(value); }
constexpr bool is_among(auto value, std::uint32_t bits) { return (bits >> static_cast<unsigned>(value) & 1) != 0; }

// Reasons to end that start the next track too; behind others it is chosen from a list.
constexpr std::uint32_t kGoesOn =
    bit_of(Reason::Trackdone) | bit_of(Reason::Fwdbtn) | bit_of(Reason::Backbtn) | bit_of(Reason::Trackerror);
// Sources that are played in an order of their own, shuffled or not.
constexpr std::uint32_t kOrdered = bit_of(Source::Album) | bit_of(Source::Artist) | bit_of(Source::Search);

// Causes that play the track played last once more.
constexpr std::uint32_t kOnceMore = bit_of(Cause::Resumed) | bit_of(Cause::Restarted) | bit_of(Cause::Looped);

// What decides the source of the other causes.
enum Origin : std::uint8_t { Chosen, Album, Artist, Collection, Run };
constexpr auto kOrigins = [] {
  std::array<Origin, static_cast<std::size_t>(Cause::Scripted) + 1> origins{};
  origins[static_cast<std::size_t>(Cause::AlbumRun)] = Album;
  origins[static_cast<std::size_t>(Cause::ObsessionRun)] = Album;
  origins[static_cast<std::size_t>(Cause::ArtistRun)] = Artist;
  origins[static_cast<std::size_t>(Cause::Collection)] = Collection;
  return origins;
}();

// An instant inside what is heard, away from both ends.
std::uint32_t inside(const Stream& stream, std::uint32_t word) { return 1 + scaled(word, stream.heard - 1); }

}  // namespace

Playback::Playback(const World& world)
    : world_(world),
      known_(world.catalog),
      library_(world.catalog, known_),
      chooser_(world.model, world.seed, world.catalog, world.artists, known_, library_),
      mood_(world.model) {}

void Playback::begin(const users::Profile& profile) {
  profile_ = &profile;
  const auto user = static_cast<std::uint64_t>(profile.row.user_id);
  known_.clear();
  chooser_.begin(profile);
  library_.begin(profile);
  past_draws_.begin(world_.seed, random::Purpose::History, user);
  draws_.begin(world_.seed, random::Purpose::Play, user);
  pauses_ = Threshold(profile.traits.pause_share);
  past_plays_ = plays_ = 0;
  next_event_id_ = profile.row.user_id << kEventBits;
  last_ = {};
  last_offline_ = false;
}

void Playback::remember(const Week& week, bool session_begins, base::Days released_by) {
  const PlayWords words = past_draws_.at(past_plays_++);
  if (session_begins) chooser_.begin_session({});
  Choice choice;
  chooser_.next(week, words, {{released_by}, Threshold()}, choice);
  known_[choice.slot].count_play();
  library_.remember_past(choice.slot, low_half(words[kNew]));
}

void Playback::begin_week(std::uint32_t index, base::Days day) {
  const auto user = static_cast<std::uint64_t>(profile_->row.user_id);
  chooser_.begin_week(random::Draws(world_.seed, random::Purpose::Obsession, user, index), day);
}

base::Millis Playback::play(const Chooser::Today& today, const Week& week, PlayedSession& out, SessionTrace* trace) {
  const Session& session = out.session;
  out.first_event_id = next_event_id_;
  out.streams.clear();
  out.actions.clear();
  begin_session(session);
  base::Millis now = session.begin;
  Play play;
  bool last = false;
  for (play.place = 0; !last; ++play.place, ++plays_) {
    const PlayWords words = draws_.at(plays_);
    if (play.place == 0) mood_.begin_session(week, words[kIdle]);
    chooser_.next(week, words, today, play.choice);
    KnownTrack& track = known_[play.choice.slot];
    play.plays_before = track.count_play();
    Stream& stream = out.streams.emplace_back();
    stream.start = now;
    hear(session, week, play, track, words, stream);
    const bool cut = (play.place > 0 && end_session_in(session, words, stream)) || interrupt(words, stream);
    if (!cut && kSeek.hit(break_off_word(words))) [[unlikely]]
      place_seek(stream);
    if (library_.is_moved_by(words[kHeard])) [[unlikely]]
      enjoy(words, stream, out.actions);
    if (trace != nullptr) note_truth(session, play, stream, *trace);
    next_event_id_ += stream.event_count();
    last_ = {stream.source, stream.end_reason};
    now = stream.end();
    last = session.single | (now >= session.end) | (stream.end_reason == Reason::UnexpectedExit) |
           ((stream.ending == EventType::Stop) & (stream.end_reason != Reason::Trackerror));
  }
  last_offline_ = session.offline;
  check_event_ids();
  return now;
}

void Playback::begin_session(const Session& session) {
  chooser_.begin_session(session.context);
  // A track that the listener does not own comes from the program, if one is on; in between their own songs it is the
  // player that goes on with something near, or an editorial list, or they have looked for it.
  catalogue_ = kNotOwned;
  if (session.offline) catalogue_.fill(Source::Personalised);  // what the player downloaded by itself
  if (session.context.is_program()) catalogue_.fill(session.context.source);
}

void Playback::hear(const Session& session, const Week& week, const Play& play, const KnownTrack& track,
                    PlayWords words, Stream& stream) {
  const Hearing hearing = mood_.hear(week, words, {track.duration_ms, play.plays_before, play.place});
  stream.slot = play.choice.slot;
  stream.heard = hearing.heard_ms;
  stream.delivery = words[kWhichTrack];
  const bool done = hearing.outcome == Outcome::Done;
  const Reason leaving = kLeaving.at(low_half(words[kHeard]));
  stream.ending = done ? EventType::Complete : EventType::Skip;
  stream.end_reason = done ? Reason::Trackdone : leaving;
  place_pause(play.place > 0 ? hearing.idle_ms : 0, words, stream);
  explain(session, play, track, words, stream);
}

// The player breaks off before the listener would have left; nobody's doing, so no skip.
bool Playback::interrupt(PlayWords words, Stream& stream) const {
  const std::uint32_t word = break_off_word(words);
  if (!kUnexpectedExit.hit(word)) [[likely]]
    return false;
  stream.pause = 0;
  stream.heard = inside(stream, rare(random::Purpose::Interruption).word());
  stream.ending = EventType::Stop;
  stream.end_reason = kTrackError.hit(word) ? Reason::Trackerror : Reason::UnexpectedExit;
  return true;
}

// The listener's time is up before the stream is over: it is cut off there.
bool Playback::end_session_in(const Session& session, PlayWords words, Stream& stream) const {
  if (stream.end() <= session.end) [[likely]]
    return false;
  const base::Millis left = session.end - stream.start;
  stream.pause = 0;
  const base::Millis listened = left < kNoTimeLeft ? 1 + scaled(words[kHeard], kLastGlance) : left;
  if (listened >= stream.heard) return false;  // as it would have ended anyway
  stream.heard = static_cast<std::uint32_t>(listened);
  stream.ending = EventType::Stop;
  stream.end_reason = kStopping.at(low_half(words[kHeard]));
  return true;
}

// Idle time is a pause inside the track or a gap before it; account exports, which know a play's end and what was
// heard of it, cannot tell the two apart. Without a branch: nobody can guess which.
void Playback::place_pause(std::uint32_t idle, PlayWords words, Stream& stream) const {
  const bool pauses = (idle > kPausable) & (stream.heard > kPausable) & pauses_.hit(pause_word(words));
  stream.pause = pauses ? idle - kGapless : 0;
  stream.start += idle - stream.pause;
  stream.pause_at = inside(stream, low_half(words[kDistance]));
}

// Jumps forward or back by some seconds; the stream still ends where it would have ended.
void Playback::place_seek(Stream& stream) const {
  if (stream.pause > 0 || stream.heard < kLongestJump * 2) return;
  random::Draws draws = rare(random::Purpose::Seek);
  const std::uint32_t jump = kShortestJump + draws.below(kLongestJump - kShortestJump);
  const bool forward = draws.chance(kSeekForward);
  stream.jump = static_cast<std::int32_t>(forward ? jump : -jump);
  stream.heard -= static_cast<std::uint32_t>(stream.jump);
  stream.jump_at = kLongestJump + draws.below(stream.heard - kLongestJump - 1);
  if (!forward) stream.jump_at = std::min(stream.jump_at, stream.heard - jump - 1);
}

// What was heard to its end may move the listener to do something about it.
void Playback::enjoy(PlayWords words, Stream& stream, std::vector<LibraryAction>& actions) {
  if (stream.end_reason != Reason::Trackdone || stream.heard < kEnjoyable) return;
  const std::size_t before = actions.size();
  library_.enjoy(stream.slot, base::day_of(stream.start), words[kHeard], rare(random::Purpose::Library), actions);
  stream.actions = static_cast<std::uint8_t>(actions.size() - before);
}

void Playback::explain(const Session& session, const Play& play, const KnownTrack& track, PlayWords words,
                       Stream& stream) {
  stream.source = source_of(session, play.choice, track, low_half(words[kDistance]));
  const std::uint8_t listed = play.choice.cause == Cause::Collection ? session.context.playlist : track.playlist;
  stream.playlist = stream.source == Source::Playlist ? listed : KnownTrack::kNoPlaylist;
  stream.shuffle = session.context.shuffle & !is_among(stream.source, kOrdered);
  stream.start_reason = is_among(last_.ending, kGoesOn) ? last_.ending : Reason::Clickrow;
  if (play.place == 0) [[unlikely]]
    stream.start_reason = kStarting.at(low_half(words[kIdle]));
  if (play.choice.cause == Cause::Restarted) [[unlikely]]
    stream.start_reason = Reason::Backbtn;
  const bool puts_on = play.choice.begins_run || play.choice.cause == Cause::ObsessionRun;
  if (puts_on && play.place > 0) [[unlikely]]
    stream.start_reason = Reason::Clickrow;
}

Source Playback::source_of(const Session& session, const Choice& choice, const KnownTrack& track,
                           std::uint32_t word) const {
  if (is_among(choice.cause, kOnceMore)) return go_on_with_source(session, track, word);
  const Source catalogue = of_the_catalogue(word);
  const Source own = track.own_source();
  const Source run = track.album_left > 0 ? Source::Album : Source::Artist;
  // By Origin, without a branch.
  const Source sources[] = {(own == Source::None) | session.context.is_program() ? catalogue : own, Source::Album,
                            Source::Artist, session.context.source, run};
  const Origin origin = kOrigins[static_cast<std::size_t>(choice.cause)];
  return sources[choice.begins_run & (origin != Origin::Collection) ? Origin::Run : origin];
}

// The same track once more comes from where it came from, if it is still there.
Source Playback::go_on_with_source(const Session& session, const KnownTrack& track, std::uint32_t word) const {
  const bool taken_off = last_.source == Source::Playlist && track.own_source() != Source::Playlist;
  const bool unliked = last_.source == Source::LikedSongs && !track.liked;
  const bool unknown = taken_off || unliked || last_.source == Source::Unknown;
  return unknown || session.offline != last_offline_ ? of_the_catalogue(word) : last_.source;
}

Source Playback::of_the_catalogue(std::uint32_t word) const { return catalogue_[kWhichNotOwned.at(word)]; }

void Playback::check_event_ids() const {
  const std::int64_t user = profile_->row.user_id;
  if ((next_event_id_ - 1) >> kEventBits == user) return;
  base::fail("user {}: more than {} events; a shorter period or a catalog of longer tracks has fewer", user,
             1 << kEventBits);
}

void Playback::note_truth(const Session& session, const Play& play, const Stream& stream, SessionTrace& trace) const {
  const Intent state = mood_.browsing() ? Intent::Browsing : Intent::LeaningBack;
  if (play.place == 0) {
    trace.streams.clear();
    trace.session = {session.id,
                     state,
                     session.context.source,
                     session.to_local(session.begin),
                     session.end,
                     random::exp(session.log_intensity)};
  }
  trace.streams.push_back({next_event_id_, session.id, play.choice.cause, play.choice.distance, play.plays_before,
                           play.place, state, session.to_local(stream.start)});
}

}  // namespace wrapfeed::simulation
