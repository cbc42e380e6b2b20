#include "web/filters.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "database/database.h"

namespace wrapfeed::web {
namespace {

constexpr std::string_view kPlans[] = {"free", "premium", "student", "family", "duo", "unknown"};
constexpr std::string_view kAges[] = {"0-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65-"};

template <std::size_t N>
void check(const std::string& name, const std::string& value, const std::string_view (&names)[N]) {
  if (std::find(std::begin(names), std::end(names), value) != std::end(names)) return;
  throw Failure(400, fmt::format("{} \"{}\": takes {}", name, value, fmt::join(names, ", ")));
}

void check_country(const std::string& value) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (value.size() == 2 && std::all_of(value.begin(), value.end(), is_capital)) return;
  throw Failure(400, fmt::format("country \"{}\": takes a code of two capital letters, such as DE", value));
}

}  // namespace

bool Filters::take(const std::string& name, const std::string& value) {
  if (name != "country" && name != "plan" && name != "age") return false;
  if (value.empty()) return true;  // as without it
  if (name == "country") {
    check_country(value);
    country = value;
  } else if (name == "plan") {
    check(name, value, kPlans);
    plan = value;
  } else {
    check(name, value, kAges);
    age = value;
  }
  return true;
}

std::string Filters::where() const {
  std::string condition = "true";
  const auto add = [&](const char* column, const std::optional<std::string>& value) {
    if (value) condition += fmt::format(" and {} = {}", column, database::sql_literal(*value));
  };
  add("country", country);
  add("plan", plan);
  add("age_band", age);
  return condition;
}

std::string Filters::json() const {
  const auto value = [](const std::optional<std::string>& text) {
    return text ? nlohmann::ordered_json(*text) : nlohmann::ordered_json(nullptr);
  };
  return nlohmann::ordered_json{{"country", value(country)}, {"plan", value(plan)}, {"age", value(age)}}.dump();
}

}  // namespace wrapfeed::web
