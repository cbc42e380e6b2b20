#include "realism/chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace wrapfeed::realism {
namespace {

// Six digits draw any picture and keep the page small.
double rounded(double value) { return std::stod(fmt::format("{:.6g}", value)); }

Json point(double x, double y) { return Json::array({rounded(x), rounded(y)}); }

}  // namespace

const std::string_view kHistories = "79 self-published streaming histories, 1,669,229 plays";
const std::string_view kExtended = "6 self-published extended streaming histories, 140,421 plays";

Points points(std::span<const double> x, std::span<const double> y) {
  CHECK(x.size() == y.size());
  Points result = Json::array();
  for (std::size_t i = 0; i < x.size(); ++i)
    if (std::isfinite(y[i])) result.push_back(point(x[i], y[i]));
  return result;
}

Points points(std::span<const std::string_view> x, std::span<const double> y) {
  CHECK(x.size() == y.size());
  Points result = Json::array();
  for (std::size_t i = 0; i < x.size(); ++i)
    if (std::isfinite(y[i])) result.push_back(Json::array({x[i], rounded(y[i])}));
  return result;
}

Points by_index(std::span<const double> y, double first) {
  std::vector<double> x(y.size());
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = first + static_cast<double>(i);
  return points(x, y);
}

Points shares_below(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  std::vector<double> shares = {.01, .02}, at;
  for (int percent = 5; percent <= 95; percent += 5) shares.push_back(percent / 100.0);
  shares.insert(shares.end(), {.98, .99});
  for (const double share : shares) at.push_back(sorted_quantile(values, share));
  return values.empty() ? Json::array() : points(at, shares);
}

Points shares_below(const Json& quantiles) {
  Points result = Json::array();
  for (const int percent : {5, 10, 25, 50, 75, 90, 95, 99}) {
    const std::string name = fmt::format("p{}", percent);
    if (quantiles.contains(name)) result.push_back(point(quantiles.at(name).get<double>(), percent / 100.0));
  }
  return result;
}

Json chart_json(const Chart& chart, Points feed, Points real) {
  Json json = {{"id", chart.id},
               {"section", chart.section},
               {"title", chart.title},
               {"note", chart.note},
               {"source", chart.source},
               {"mark", chart.mark},
               {"x", {{"label", chart.x_label}, {"type", chart.x_type}}},
               {"y", {{"label", chart.y_label}, {"type", chart.y_type}, {"format", chart.y_format}}},
               {"series", Json::array()}};
  if (chart.x_label.ends_with("hour")) json["x"]["ticks"] = {0, 6, 12, 18};
  json["series"].push_back({{"name", "this feed"}, {"role", "feed"}, {"points", std::move(feed)}});
  if (!real.is_null())
    json["series"].push_back({{"name", "real listeners"}, {"role", "real"}, {"points", std::move(real)}});
  return json;
}

}  // namespace wrapfeed::realism
