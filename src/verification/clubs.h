#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "verification/key_row.h"
#include "verification/standing.h"

namespace wrapfeed::verification {

// The club of an eligible user, and the role in it, by the rules of sql/wrapped/club.sql. Every row to note(), then
// every one to add(), then finish().
class Clubs {
 public:
  void note(const Json& row);
  void add(const Json& row);
  void finish();
  Json of(const Json& row) const;  // null for others

 private:
  struct Club {
    Standing devotion, scouting, collecting, remembering;
  };
  std::string mood_of(const Json& row) const;
  static std::string_view role_of(const Json& row, const std::string& mood, const Club& club);

  std::map<std::string, std::int64_t> streams_;  // everybody's, by mood
  std::int64_t all_streams_ = 0;
  std::map<std::string, Club> clubs_;  // by mood
};

}  // namespace wrapfeed::verification
