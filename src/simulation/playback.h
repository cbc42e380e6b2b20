#pragma once

#include <cstdint>
#include <vector>

#include "random/draws.h"
#include "simulation/choice.h"
#include "simulation/library.h"
#include "simulation/listener.h"
#include "simulation/listening.h"
#include "simulation/session.h"
#include "simulation/stream.h"
#include "simulation/week.h"

namespace wrapfeed::simulation {

// Plays sessions: one track after the other, chosen, heard, acted upon and written as events.
class Playback {
 public:
  explicit Playback(const World& world);

  void begin(const users::Profile& profile);
  // A choice made before the feed begins: it only fills the history. `index` counts them.
  void remember(const Week& week, std::uint32_t index, bool session_begins, base::Days released_by);
  // The artist of the moment for a new week; `index` counts weeks.
  void begin_week(std::uint32_t index, base::Days day);
  // Appends the session's events; returns the instant its last stream ended.
  base::Millis play(const Session& session, const Week& week, std::vector<events::Event>& out);

  std::uint32_t remembered() const { return chooser_.history().length(); }

 private:
  Stream next_stream(const Session& session, const Week& week, base::Millis now, bool first);
  void end_as_heard(const Hearing& hearing, Stream& stream) const;
  bool end_session_in(const Session& session, Stream& stream) const;
  void place_pause(base::Millis idle, Stream& stream) const;
  void place_seek(Stream& stream) const;
  void explain_source(const Session& session, const Choice& choice, bool first, Stream& stream);

  const World world_;
  const users::Profile* profile_ = nullptr;
  TrackMemory notes_;
  Chooser chooser_;
  Library library_;
  EventWriter writer_;
  Mood mood_;
  std::uint32_t plays_ = 0;
  random::Block words_{};  // of the play, for what the player does
  events::Source last_source_ = events::Source::Unknown;
  events::Reason last_end_reason_ = events::Reason::Unknown;
  std::vector<LibraryAction> actions_;
};

}  // namespace wrapfeed::simulation
