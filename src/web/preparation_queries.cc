#include "web/preparation_queries.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "database/database.h"
#include "web/queries.h"

namespace wrapfeed::web {
namespace {

bool reads(std::string_view sql, const std::string& table) {
  for (const char* const before : {"from ", "join "}) {
    const std::string place = before + table;
    for (std::size_t at = sql.find(place); at != std::string_view::npos; at = sql.find(place, at + 1)) {
      const char next = at + place.size() < sql.size() ? sql[at + place.size()] : ' ';
      if (next == ' ' || next == '\n' || next == ')') return true;
    }
  }
  return false;
}

// Whether the pieces of a user's page are read from it.
bool is_source(const std::string& table) {
  const std::vector<NamedQuery> pieces = more_fields();
  return reads(k_more_sql, table) ||
         std::any_of(pieces.begin(), pieces.end(), [&](const NamedQuery& piece) { return reads(piece.text, table); });
}

}  // namespace

std::string macros_of(const insights::Window& window) {
  std::vector<std::string> sums;
  std::vector<std::string> zeros;
  for (unsigned month = base::civil_from_days(window.first).month; month <= base::civil_from_days(window.last).month;
       ++month) {
    sums.push_back(fmt::format("coalesce(sum(n) filter (month = {}), 0)", month));
    zeros.emplace_back("0");
  }
  return fmt::format(
      "create macro months_of(month, n) as cast([{}] as integer[]);"
      "create macro no_months() as [{}];"
      "create macro results.date_from_unix_date(days) as cast(date '1970-01-01' + cast(days as integer) as date);",
      fmt::join(sums, ", "), fmt::join(zeros, ", "));
}

insights::Queries queries_of(const Source& source) {
  constexpr std::string_view kKept = "kept/";
  insights::Queries queries = insights::wrapped_queries();
  const std::string users = database::sql_literal((source.folder / "user").string());
  queries.push_back({"accounts", fmt::format("select * from read_avro({})", users)});
  for (const NamedQuery& step : page_steps()) {
    const bool in_file = step.name.starts_with(kKept);
    const std::string name =
        in_file ? fmt::format("results.{}", step.name.substr(kKept.size())) : std::string(step.name);
    queries.push_back({name, std::string(step.text)});
  }
  for (insights::Query& query : queries) query.kept = query.name.starts_with("results.") || is_source(query.name);
  return queries;
}

}  // namespace wrapfeed::web
