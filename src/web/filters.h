#pragma once

#include <optional>
#include <string>

#include "web/answer.h"

namespace wrapfeed::web {

// Those of the users that are meant.
struct Filters {
  std::optional<std::string> country;
  std::optional<std::string> plan;
  std::optional<std::string> age;

  // Takes the parameter if it is one of them; Failure for a value that it does not take.
  bool take(const std::string& name, const std::string& value);

  std::string where() const;  // SQL: a condition on the table users
  std::string json() const;   // as /api/population repeats them
};

}  // namespace wrapfeed::web
