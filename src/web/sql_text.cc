#include "web/sql_text.h"

#include <fmt/format.h>

namespace wrapfeed::web {

// In one pass, so that a value is never searched for places.
std::string with_values(std::string_view sql,
                        std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  std::string filled;
  while (!sql.empty()) {
    const std::size_t dollar = sql.find('$');
    filled += sql.substr(0, dollar);
    if (dollar == std::string_view::npos) break;
    sql.remove_prefix(dollar);
    std::pair<std::string_view, std::string_view> place{"$", "$"};
    for (const auto& value : values)
      if (sql.starts_with(value.first)) place = value;
    filled += place.second;
    sql.remove_prefix(place.first.size());
  }
  return filled;
}

std::string one_json(std::string_view query, std::string_view with) {
  return fmt::format("{} select to_json(({}\n))", with, query);
}

}  // namespace wrapfeed::web
