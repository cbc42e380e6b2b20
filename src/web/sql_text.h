#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace wrapfeed::web {

// A query of sql/page with its places such as $first filled: each by SQL, not by bare text from outside, which
// database::sql_literal makes SQL of.
std::string with_values(std::string_view sql,
                        std::initializer_list<std::pair<std::string_view, std::string_view>> values);

// SQL for the one value of the query as JSON. `with` stands before it; the query may begin with a `with` of its own.
std::string one_json(std::string_view query, std::string_view with = "");

}  // namespace wrapfeed::web
