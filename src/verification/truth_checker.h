#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "verification/discography.h"
#include "verification/event_row.h"
#include "verification/findings.h"
#include "verification/tables.h"
#include "verification/truth_rows.h"
#include "verification/window.h"

namespace wrapfeed::verification {

// Follows one user's events in the order of time and holds the truth about their streams and sessions against them.
class TruthChecker {
 public:
  TruthChecker(std::int64_t user_id, UserTruth truth, const KnownTables& tables, const Discography& discography,
               const Window& window);

  void check(const EventRow& event, Findings& findings);
  void finish(Findings& findings) const;  // after the last event

 private:
  void note_library(const EventRow& event, std::uint32_t track);
  void check_play(const EventRow& event, std::uint32_t track, Findings& findings);
  void begin_session(const EventRow& event, Findings& findings);
  void check_row(const EventRow& event, const TruthStream& truth, std::uint32_t track, Findings& findings);
  void check_claim(const EventRow& event, const TruthStream& truth, std::uint32_t track, Findings& findings) const;
  bool holds(const EventRow& event, const TruthStream& truth, std::uint32_t track) const;
  bool is_copy(const TruthStream& truth, std::uint32_t track) const;
  bool may_be_liked(std::uint32_t track) const;
  bool may_be_listed(std::int64_t playlist, std::uint32_t track) const;
  bool is_in_collection(const EventRow& event, std::uint32_t track) const;
  std::string where(const char* what, std::int64_t id) const;

  std::int64_t user_id_;
  UserTruth truth_;
  const KnownTables& tables_;
  const Discography& discography_;
  const Window& window_;

  std::size_t next_stream_ = 0;   // in truth_.streams
  std::size_t next_session_ = 0;  // in truth_.sessions
  std::int64_t session_id_ = -1;  // of the last play
  bool first_session_ = true;
  std::int32_t place_ = 0;                                        // in the session, of the play to come
  std::vector<std::uint32_t> plays_;                              // tracks, in order
  std::unordered_map<std::uint32_t, std::int32_t> plays_before_;  // of each track played, what its last row said
  std::unordered_map<std::uint32_t, bool> liked_;                 // as the feed's likes and unlikes say
  std::set<std::pair<std::int64_t, std::uint32_t>> listed_;       // playlist and track
  std::set<std::pair<std::int64_t, std::uint32_t>> taken_off_;
};

}  // namespace wrapfeed::verification
