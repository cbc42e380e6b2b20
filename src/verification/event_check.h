#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "feed/manifest.h"
#include "verification/discography.h"
#include "verification/tables.h"
#include "verification/truth_checker.h"
#include "verification/user_checker.h"
#include "verification/verify.h"

namespace wrapfeed::verification {

// Reads the event files, part by part: the files of one part number (one in layout user, one a day in layout day) hold
// the same users, in the order of time. The truth's files of that number, where there are any, hold theirs.
class EventCheck {
 public:
  EventCheck(const std::filesystem::path& feed, const feed::Manifest& manifest, const KnownTables& tables,
             Verdict& verdict);

  void run();

 private:
  struct User {
    UserChecker events;
    std::optional<TruthChecker> truth;
  };
  using Users = std::map<std::int64_t, User>;
  using Ranges = std::vector<std::pair<UserChecker::Range, std::int64_t>>;

  void check_part(const std::string& name, const std::vector<const feed::FileEntry*>& files);
  void check_file(const feed::FileEntry& file, Users& users, TruthByUser& truth);
  void check_event(const EventRow& event, Users& users, TruthByUser& truth);
  void check_order(const feed::FileEntry& file, const std::optional<EventRow>& before, const EventRow& event);
  User make_user(std::int64_t id, TruthByUser& truth) const;
  void note_truth_users(const TruthByUser& truth);
  void check_truth_users();
  void check_ranges(Ranges& ranges, Kind kind);

  const std::filesystem::path& feed_;
  const feed::Manifest& manifest_;
  const KnownTables& tables_;
  const Window window_;
  Verdict& verdict_;
  std::optional<Discography> discography_;  // with a truth
  std::vector<bool> truth_users_;           // from the first of the window: there is a row
  Ranges event_ids_;
  Ranges session_ids_;
};

}  // namespace wrapfeed::verification
