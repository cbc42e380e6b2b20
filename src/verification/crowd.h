#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace wrapfeed::verification {

using Json = nlohmann::ordered_json;

// What the answers of one user owe to all the others: ranks among fans, the axes and so the personality, the listening
// age. Computed from the answer key's inputs, by code that shares nothing with the SQL. Memory grows with the users.
class Crowd {
 public:
  // Rows of truth/wrapped of one year: every one to note_top(), then every one to add(), then finish().
  void note_top(const Json& row);
  void add(const Json& row);
  void finish();

  void complete(Json& row) const;  // adds the stories to a row

 private:
  struct Cohort {
    std::map<std::int64_t, std::int64_t> spans;  // first year of release -> streams
    std::int64_t streams = 0;
  };
  Json fan_of(const Json& row) const;
  Json axes_of(const Json& row) const;
  void add_listening_age(Json& row) const;

  std::map<std::string, std::vector<std::int64_t>> fans_;  // of everybody's top artists: milliseconds
  std::map<std::int64_t, Cohort> cohorts_;                 // by birth year / 5
  std::map<std::string, std::vector<double>> measures_;    // of the eligible users, by axis
};

}  // namespace wrapfeed::verification
