#pragma once

#include <string_view>
#include <vector>

namespace wrapfeed::web {

// A file of sql/page: its path in there without ".sql", and its text.
struct NamedQuery {
  std::string_view name;
  std::string_view text;
};

std::vector<NamedQuery> page_steps();         // as sql/page/queries.txt lists them
std::vector<NamedQuery> more_fields();        // as sql/page/more/fields.txt does
std::vector<NamedQuery> population_fields();  // as sql/page/population/fields.txt does

extern const std::string_view k_more_sql;
extern const std::string_view k_filters_sql;
extern const std::string_view k_found_sql;
extern const std::string_view k_random_sql;
extern const std::string_view k_card_sql;
extern const std::string_view k_profile_sql;

}  // namespace wrapfeed::web
