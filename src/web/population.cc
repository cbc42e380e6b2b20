#include "web/population.h"

#include <fmt/format.h>

#include "web/queries.h"

namespace wrapfeed::web {
namespace {

// A query begins with comments, and may begin with a `with` of its own.
std::string one_json(const std::string& people, std::string_view query) {
  return fmt::format("{} select to_json(({}))", people, query);
}

}  // namespace

std::string with_people(const Filters& filters) {
  return fmt::format("with people as (select * from users where {}), chosen as (select distinct cell from people)",
                     filters.where());
}

std::string population(Results& results, const Filters& filters) {
  const std::string people = with_people(filters);
  std::string body = fmt::format(R"({{"filters":{})", filters.json());
  for (const NamedQuery& field : population_fields()) {
    const std::string value = results.value(one_json(people, field.text));
    if (field.name == "totals") {
      body +=
          fmt::format(",{}", std::string_view(value).substr(1, value.size() - 2));  // its fields are the answer's own
    } else {
      body += fmt::format(R"(,"{}":{})", field.name, value);
    }
  }
  return body + "}";
}

}  // namespace wrapfeed::web
