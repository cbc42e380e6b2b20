#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/time.h"
#include "catalog/catalog.h"
#include "catalog/popularity.h"
#include "events/event.h"
#include "simulation/model.h"
#include "simulation/stream.h"
#include "simulation/truth.h"
#include "users/profile.h"

namespace wrapfeed::simulation {

// What all users share; outlives every Listener.
struct World {
  std::uint64_t seed;
  base::Days from;  // first day simulated, UTC
  const catalog::Catalog& catalog;
  const catalog::ArtistSampler& artists;
  const Model& model;
};

// One user's listening, session by session from `from` (or registration) on and without an end of its own: the same
// events whatever the caller does with them. Reused for user after user, so that its buffers stay warm; one thread.
class Listener {
 public:
  explicit Listener(const World& world);
  ~Listener();

  // Starts over with this user; `profile` must outlive the listening.
  void begin(const users::Profile& profile);

  // Plays the next session; sessions do not overlap. Returns false when it would start at or after `until` (ms since
  // 1970, UTC); a later `until` then goes on from there. `trace`, unless null, becomes that session's truth. Error for
  // a user of more than 2^24 events.
  bool next_session(base::Millis until, PlayedSession& played, SessionTrace* trace = nullptr);
  // The same with the session's events appended as rows, event_id and event_time rising. Views in them (playlist names)
  // live until the next begin().
  bool next_session(base::Millis until, std::vector<events::Event>& out, SessionTrace* trace = nullptr);

  // What the sessions played so far refer to; the listener's as long as it is that user's.
  const Repertoire& known() const;
  const Library& library() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace wrapfeed::simulation
