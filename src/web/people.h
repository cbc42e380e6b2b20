#pragma once

#include <cstdint>
#include <string>

#include "web/answer.h"
#include "web/filters.h"
#include "web/results.h"

namespace wrapfeed::web {

// What /api/users asks for; Failure for parameters that it does not take.
struct Search {
  std::string words{};
  std::int64_t limit = 20;
  std::int64_t offset = 0;
  Filters filters{};
};
Search read_search(const Request& request);

// The bodies of /api/users, /api/users/random, /api/users/{user_id} and /api/users/{user_id}/wrapped; the last two are
// empty where there is no such user.
std::string found_users(Results& results, const Search& search);
std::string random_user(Results& results, const Filters& filters);
std::string user_page(Results& results, std::int64_t user);
std::string wrapped_of(Results& results, std::int64_t user);

}  // namespace wrapfeed::web
