#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "catalog/catalog.h"
#include "events/event.h"
#include "simulation/truth.h"
#include "users/profile.h"

namespace wrapfeed::simulation {

// A user whose every stream is written down, not drawn: sessions of one stream each, by time, with their truth.
struct ScriptedUser {
  users::Profile profile;
  std::vector<std::vector<events::Event>> sessions;
  std::vector<SessionTrace> traces;  // of each session
};

// Collects the streams of such a user, in any order, and writes their events. Streams must not overlap.
class EdgeScript {
 public:
  // The user lives in Berlin, from long before the feed on; `year` is the one that most of the streams fall into. Error
  // for a catalog without six artists of eight tracks of a minute or more that are out by `from`.
  EdgeScript(users::Profile profile, const catalog::Catalog& catalog, base::Days from, int year);

  void move(const events::Country& country, std::string_view city);

  // The k-th of the tracks of the i-th artist, all different, long enough and out; i < 6, k < 8.
  std::uint32_t track(std::size_t artist, std::size_t k) const { return artists_[artist][k]; }
  const catalog::Catalog& catalog() const { return catalog_; }
  int year() const { return year_; }

  // An instant by the listener's clock, in the script's year.
  base::Millis at(unsigned month, unsigned day, int hour, int minute = 0, base::Millis ms = 0) const;

  enum class Session : std::uint8_t { Ordinary, Private, Offline };
  // A stream that ends at `end` after so much was heard; with Offline it reaches the service five days later.
  void play(std::uint32_t track, base::Millis end, base::Millis heard, Session session = Session::Ordinary);
  // Streams of a minute, one after the other from noon on, on a local day.
  void listen(std::uint32_t track, unsigned month, unsigned day, int times = 1, base::Millis heard = base::kMinute);
  // Four streams a day from 3 February on: each of the first `tracks` tracks of the first `artists` artists in turn.
  void fill(std::size_t tracks, std::size_t artists);

  ScriptedUser write();

 private:
  struct Line {
    std::uint32_t track;
    base::Millis start;
    base::Millis heard;
    Session session;
  };
  void find_artists(base::Days from);
  void write_line(const Line& line, ScriptedUser& user);
  events::Event event_of(const Line& line, events::EventType type, base::Millis time) const;

  users::Profile profile_;
  const catalog::Catalog& catalog_;
  int year_;
  std::vector<std::vector<std::uint32_t>> artists_;  // their tracks
  std::map<base::Days, int> listened_;               // by listen(), on each day
  std::vector<Line> lines_;
  std::int64_t next_event_id_ = 0;
  std::int64_t next_session_id_ = 0;
  std::map<std::uint32_t, std::uint32_t> plays_;  // of each track, so far
};

}  // namespace wrapfeed::simulation
