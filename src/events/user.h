#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "events/event.h"

namespace wrapfeed::events {

enum class Gender : std::uint8_t { Unknown, Female, Male, Nonbinary };
enum class Plan : std::uint8_t { Unknown, Free, Premium, Student, Family, Duo };

struct GenreWeight {
  std::string_view genre;
  double weight = 0;
};

struct Habits {
  double daily_minutes = 0;    // expected minutes of listening a day, over all days
  std::int32_t peak_hour = 0;  // local hour 0-23 in which the user listens most
  double weekend_share = 0;
  double shuffle_share = 0;
  Platform main_platform = Platform::Unknown;
};

// One row of the user table.
struct User {
  std::int64_t user_id = 0;
  std::string username;
  std::string name;
  Gender gender = Gender::Unknown;
  std::int32_t birth_date = 0;  // days since 1970
  Country country = {'Z', 'Z'};
  std::string_view city;
  double latitude = 0;
  double longitude = 0;
  std::string_view time_zone;  // IANA name
  Plan plan = Plan::Free;
  std::int64_t registered_at = 0;  // ms since 1970, UTC
  std::string_view favorite_genre;
  std::vector<GenreWeight> preferred_genres;  // weights fall, sum to 1
  Habits habits;
};

}  // namespace wrapfeed::events
