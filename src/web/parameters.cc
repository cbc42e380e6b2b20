#include "web/parameters.h"

#include <fmt/format.h>

#include <charconv>
#include <nlohmann/json.hpp>

namespace wrapfeed::web {

std::int64_t whole_number(const std::string& name, const std::string& text, std::int64_t low, std::int64_t high) {
  std::int64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error == std::errc() && rest == end && number >= low && number <= high) return number;
  throw Failure(400, fmt::format("{} \"{}\": takes a whole number from {} to {}", name, text, low, high));
}

bool is_utf8(const std::string& text) try {
  nlohmann::json(text).dump();
  return true;
} catch (const nlohmann::json::type_error&) {
  return false;
}

void refuse_parameter(const std::string& name, const std::string& known) {
  throw Failure(400, fmt::format("\"{}\" is no parameter of this end point, which takes {}", name, known));
}

}  // namespace wrapfeed::web
