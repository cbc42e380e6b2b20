#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>

namespace wrapfeed::verification {

using Json = nlohmann::ordered_json;  // a row of truth/wrapped

inline std::int64_t whole(const Json& value) { return value.get<std::int64_t>(); }
inline double real(const Json& value) { return static_cast<double>(whole(value)); }
inline double ratio(const Json& part, const Json& all) { return all == 0 ? 0 : real(part) / real(all); }
inline bool is_eligible(const Json& row) { return row.at("eligible").get<bool>(); }

// Streams of the mood; 0 where the row has none.
inline std::int64_t streams_of_mood(const Json& row, std::string_view mood) {
  for (const Json& item : row.at("moods")) {
    if (item.at("mood") == mood) return whole(item.at("streams"));
  }
  return 0;
}

}  // namespace wrapfeed::verification
