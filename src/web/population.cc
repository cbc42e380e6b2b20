#include "web/population.h"

#include <fmt/format.h>

#include <optional>

#include "web/queries.h"
#include "web/sql_text.h"

namespace wrapfeed::web {
namespace {

std::string count(Results& results, const Filters& filters) {
  const std::string people = with_people(filters);
  std::string body = fmt::format(R"({{"filters":{})", filters.json());
  for (const NamedQuery& field : population_fields()) {
    const std::string value = results.value(one_json(field.text, people));
    if (field.name == "totals") {  // its fields are the answer's own
      body += fmt::format(",{}", std::string_view(value).substr(1, value.size() - 2));
    } else {
      body += fmt::format(R"(,"{}":{})", field.name, value);
    }
  }
  return body + "}";
}

}  // namespace

std::string with_people(const Filters& filters) {
  return fmt::format("with people as (select * from users where {}), chosen as (select distinct cell from people)",
                     filters.where());
}

std::string population(Results& results, const Filters& filters) {
  const std::string asked = filters.json();
  if (std::optional<std::string> known = results.cache().find(asked)) return *std::move(known);
  std::string answer = count(results, filters);
  results.cache().keep(asked, answer);
  return answer;
}

}  // namespace wrapfeed::web
