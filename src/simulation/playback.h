#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "random/draws.h"
#include "random/words_ahead.h"
#include "simulation/choice.h"
#include "simulation/library.h"
#include "simulation/listener.h"
#include "simulation/listening.h"
#include "simulation/play_draws.h"
#include "simulation/session.h"
#include "simulation/stream.h"
#include "simulation/truth.h"
#include "simulation/week.h"

namespace wrapfeed::simulation {

// Plays sessions: one track after the other, chosen, heard and acted upon.
class Playback {
 public:
  explicit Playback(const World& world);

  // Starts over, with the choices made before the feed begins; then comes what is played in it.
  void begin(const users::Profile& profile);
  // A choice made before the feed begins: it only fills the history.
  void remember(const Week& week, bool session_begins, base::Days released_by);
  // The artist of the moment for a new week; `index` counts weeks.
  void begin_week(std::uint32_t index, base::Days day);
  // Plays out.session, which is all that is set of `out`, and what was behind it into `trace`, unless that is null;
  // returns the instant its last stream ended. Error for a user of more than 2^24 events.
  base::Millis play(const Chooser::Today& today, const Week& week, PlayedSession& out, SessionTrace* trace);

  std::uint32_t remembered() const { return chooser_.history().length(); }
  const Library& library() const { return library_; }
  const Repertoire& known() const { return known_; }

 private:
  // A play on its way to a stream.
  struct Play {
    Choice choice;
    std::uint32_t plays_before = 0;
    std::uint32_t place = 0;
  };

  void begin_session(const Session& session);
  void hear(const Session& session, const Week& week, const Play& play, const KnownTrack& track, PlayWords words,
            Stream& stream);
  bool interrupt(PlayWords words, Stream& stream) const;
  bool end_session_in(const Session& session, PlayWords words, Stream& stream) const;
  void place_pause(std::uint32_t idle, PlayWords words, Stream& stream) const;
  void place_seek(Stream& stream) const;
  void enjoy(PlayWords words, Stream& stream, std::vector<LibraryAction>& actions);
  void explain(const Session& session, const Play& play, const KnownTrack& track, PlayWords words, Stream& stream);
  events::Source source_of(const Session& session, const Choice& choice, const KnownTrack& track,
                           std::uint32_t word) const;
  events::Source go_on_with_source(const Session& session, const KnownTrack& track, std::uint32_t word) const;
  events::Source of_the_catalogue(std::uint32_t word) const;
  void check_event_ids() const;
  void note_truth(const Session& session, const Play& play, const Stream& stream, SessionTrace& trace) const;
  random::Draws rare(random::Purpose purpose) const {
    return random::Draws(world_.seed, purpose, static_cast<std::uint64_t>(profile_->row.user_id), plays_);
  }

  const World world_;
  const users::Profile* profile_ = nullptr;
  Repertoire known_;
  Library library_;
  Chooser chooser_;
  Mood mood_;
  random::WordsAhead<kPlayWords, 64> past_draws_;
  random::WordsAhead<kPlayWords, 64> draws_;
  Threshold pauses_;  // idle times that are a pause inside a track
  std::uint32_t past_plays_ = 0;
  std::uint32_t plays_ = 0;
  std::int64_t next_event_id_ = 0;
  struct {
    events::Source source = events::Source::Unknown;  // that loops and resumptions go on with
    events::Reason ending = events::Reason::Trackdone;
  } last_;                                     // the stream before
  bool last_offline_ = false;                  // the session before
  std::array<events::Source, 4> catalogue_{};  // where what is not the listener's own comes from, in this session
};

}  // namespace wrapfeed::simulation
