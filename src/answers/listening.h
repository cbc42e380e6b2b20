#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "answers/answers.h"
#include "base/time.h"
#include "catalog/catalog.h"
#include "events/event.h"
#include "events/user.h"

namespace wrapfeed::answers {

// A stream that ended, outside of private sessions, at the listener's own day and hour.
struct Play {
  std::uint32_t track;
  std::int32_t ms_played;
  base::Days day;
  std::uint8_t hour;
  bool skipped;
  events::Source source;

  static constexpr std::int32_t kCounts = 30'000;  // ms
  bool counts() const { return ms_played >= kCounts; }
};

// What one user did, event by event as it is simulated; from it the answers of any year. One user after the other, so
// memory is bounded by one user's plays.
class Listening {
 public:
  explicit Listening(const catalog::Catalog& catalog) : catalog_(catalog) {}

  void begin(const events::User& user);
  void add(const events::Event& event);  // in the order of time
  Answers of_year(int year) const;       // 1 January to 15 November, local days

 private:
  struct Change {
    events::EventType type;
    base::Days day;
  };

  const catalog::Catalog& catalog_;
  std::int64_t user_id_ = 0;
  base::Days birth_date_ = 0;
  events::Country country_{};
  std::string city_;
  std::vector<Play> plays_;
  std::vector<Change> changes_;  // of the library
};

}  // namespace wrapfeed::answers
