#include "web/people.h"

#include <fmt/format.h>

#include "database/database.h"
#include "web/parameters.h"
#include "web/population.h"
#include "web/queries.h"
#include "web/sql_text.h"

namespace wrapfeed::web {
namespace {

constexpr std::size_t kMaxWords = 100;  // bytes
constexpr std::int64_t kMaxLimit = 100;
constexpr std::int64_t kMaxOffset = 1'000'000'000;

std::string body_of(Results& results, const char* table, std::int64_t user) {
  return results.value(fmt::format("select body from {} where user_id = {}", table, user));
}

std::string take_words(const std::string& value) {
  if (value.size() > kMaxWords) throw Failure(400, fmt::format("q: takes at most {} bytes", kMaxWords));
  if (value.find('\0') != std::string::npos || !is_utf8(value)) throw Failure(400, "q: takes text in UTF-8");
  return value;
}

}  // namespace

Search read_search(const Request& request) {
  Search search;
  for (const auto& [name, value] : request.parameters) {
    if (name == "q") {
      search.words = take_words(value);
    } else if (name == "limit") {
      search.limit = whole_number(name, value, 1, kMaxLimit);
    } else if (name == "offset") {
      search.offset = whole_number(name, value, 0, kMaxOffset);
    } else if (!search.filters.take(name, value)) {
      refuse_parameter(name, "q, limit, offset, country, plan, age");
    }
  }
  return search;
}

std::string found_users(Results& results, const Search& search) {
  const std::string limit = std::to_string(search.limit);
  const std::string offset = std::to_string(search.offset);
  const std::string words = database::sql_literal(search.words);
  const std::string query =
      with_values(k_found_sql, {{"$words", words}, {"$limit", limit}, {"$offset", offset}, {"$card", k_card_sql}});
  return results.value(one_json(query, with_people(search.filters)));
}

std::string random_user(Results& results, const Filters& filters) {
  return results.value(one_json(with_values(k_random_sql, {{"$card", k_card_sql}}), with_people(filters)));
}

std::string user_page(Results& results, std::int64_t user) {
  const std::string number = std::to_string(user);
  const std::string profile = results.value(one_json(with_values(k_profile_sql, {{"$user", number}})));
  if (profile.empty() || profile == "null") return "";
  return fmt::format(R"({{"profile":{},"wrapped":{},"more":{}}})", profile, body_of(results, "wrapped", user),
                     body_of(results, "more", user));
}

std::string wrapped_of(Results& results, std::int64_t user) { return body_of(results, "wrapped", user); }

}  // namespace wrapfeed::web
