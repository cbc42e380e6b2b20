#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "verification/axes.h"
#include "verification/characters.h"
#include "verification/clubs.h"
#include "verification/key_row.h"
#include "verification/towns.h"

namespace wrapfeed::verification {

// What the answers of one user owe to all the others: ranks among fans, listening age, axes and personality, character,
// club, sound town. Computed from the answer key's inputs, by code that shares nothing with the SQL. Memory grows with
// the users.
class Crowd {
 public:
  // Rows of truth/wrapped of one year: every one to note(), then every one to add(), then finish().
  void note(const Json& row);
  void add(const Json& row);
  void finish();

  void complete(Json& row) const;  // adds the stories to a row

 private:
  struct Cohort {
    std::map<std::int64_t, std::int64_t> spans;  // first year of release -> streams
    std::int64_t streams = 0;
  };
  void add_fan(const Json& row);
  void add_to_cohort(const Json& row);
  Json fan_of(const Json& row) const;
  void add_listening_age(Json& row) const;

  std::map<std::string, std::vector<std::int64_t>> fans_;  // of everybody's top artists: milliseconds
  std::map<std::int64_t, Cohort> cohorts_;                 // by birth year / 5
  Axes axes_;
  Characters characters_;
  Clubs clubs_;
  Towns towns_;
};

}  // namespace wrapfeed::verification
