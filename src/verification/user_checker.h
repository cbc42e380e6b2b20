#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "events/id.h"
#include "verification/event_row.h"
#include "verification/findings.h"
#include "verification/tables.h"
#include "verification/window.h"

namespace wrapfeed::verification {

// Follows one user's events in the order of time and checks what must hold within a user.
class UserChecker {
 public:
  UserChecker(std::int64_t user_id, const KnownTables& tables, const Window& window);

  void check(const EventRow& event, Findings& findings);
  void finish(Findings& findings) const;  // after the last event

  struct Range {
    std::int64_t first = 0;
    std::int64_t last = -1;  // none yet
  };
  const Range& event_ids() const { return event_ids_; }
  const Range& session_ids() const { return session_ids_; }

 private:
  struct OpenStream {
    std::int64_t id;
    const KnownTrack* track;
    std::string track_id;
    std::int64_t session_id;
    std::string source;
    std::int64_t position;  // at `since`
    std::int64_t heard;     // until `since`
    base::Millis since;
    bool playing;
  };

  void check_fields(const EventRow& event, Findings& findings) const;
  void check_times(const EventRow& event, Findings& findings);
  void check_session(const EventRow& event, Findings& findings);
  void check_references(const EventRow& event, Findings& findings) const;
  void check_playback(const EventRow& event, Findings& findings);
  void begin_stream(const EventRow& event, Findings& findings);
  void go_on(const EventRow& event, Findings& findings);
  void end_stream(const EventRow& event, Findings& findings);
  void check_library(const EventRow& event, Findings& findings);
  void check_playlist(const EventRow& event, Findings& findings);
  std::string where(const EventRow& event) const;

  std::int64_t user_id_;
  const KnownTables& tables_;
  const Window& window_;
  const KnownUser* user_;
  Range event_ids_;
  Range session_ids_;
  base::Millis last_time_ = 0;
  bool any_event_ = false;
  bool any_play_ = false;
  std::optional<OpenStream> stream_;
  std::int64_t last_ended_ = -1;
  std::set<std::string, std::less<>> liked_;
  std::set<std::string, std::less<>> followed_;
  std::map<std::int64_t, std::set<std::string, std::less<>>> playlists_;
};

}  // namespace wrapfeed::verification
