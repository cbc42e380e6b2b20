#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wrapfeed::insights {

// One file of sql/wrapped: a SELECT whose result is kept under its name for those behind it.
struct Query {
  std::string name;
  std::string text;
  bool kept = false;  // its result stays when all have run, whether or not it fills a field
};
using Queries = std::vector<Query>;  // in the order in which they run

// As sql/wrapped/queries.txt lists them, compiled in.
Queries wrapped_queries();

// Without those of sql/wrapped/compared.txt, which hold users against each other: what these say of a user follows from
// that user's events and the tracks alone.
Queries own_queries();

}  // namespace wrapfeed::insights
