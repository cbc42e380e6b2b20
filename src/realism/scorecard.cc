#include "realism/scorecard.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace wrapfeed::realism {
namespace {

// Six digits are more than a sample of listeners has; unknown numbers become null.
Json number(double value) {
  if (!std::isfinite(value)) return nullptr;
  return std::stod(fmt::format("{:.6g}", value));
}

Json numbers(const std::vector<double>& values) {
  Json json = Json::array();
  for (const double value : values) json.push_back(number(value));
  return json;
}

Json check_json(const Check& check) {
  Json json = {{"name", check.name}, {"measured", number(check.measured)}, {"target", number(check.target)}};
  json["judged"] = check.judged;
  if (!check.judged) return json;
  json["tolerance"] = number(check.tolerance());
  json["low"] = number(check.low);
  json["high"] = number(check.high);
  json["pass"] = check.pass();
  return json;
}

Json target_json(const Target& target) {
  const Check& worst = target.worst();
  Json json = {{"id", target.id},
               {"name", target.name},
               {"measured", number(worst.measured)},
               {"target", number(worst.target)},
               {"tolerance", number(worst.tolerance())},
               {"pass", target.pass()},
               {"worst", worst.name},
               {"definition", target.definition},
               {"checks", Json::array()}};
  for (const Check& check : target.checks) json["checks"].push_back(check_json(check));
  return json;
}

Json feature_json(const WindowFeature& feature, const FeatureCard& card, const Json& percents) {
  return {{"name", feature.name},
          {"label", feature.label},
          {"volume", feature.volume},
          {"ks", number(card.distance)},
          {"percent", percents},
          {"feed", numbers(card.feed)},
          {"real", numbers(card.real)},
          {"between", {{"feed", number(card.feed_between)}, {"real", number(card.real_between)}}},
          {"within", {{"feed", number(card.feed_within)}, {"real", number(card.real_within)}}}};
}

Json windows_json(const WindowCard& card) {
  Json json = {{"listeners", card.listeners},
               {"windows", card.windows},
               {"mean_ks", number(card.mean_distance)},
               {"features", Json::array()}};
  for (std::size_t i = 0; i < kWindowFeatures; ++i)
    json["features"].push_back(
        feature_json(kWindowFeatureList[i], card.features[i], real_windows().at("quantile_percent")));
  json["spearman"] = {{"mean_abs_difference", number(card.correlations)},
                      {"listener_means_mean_abs_difference", number(card.correlations_of_means)}};
  return json;
}

Json spread_json(const RealSpread& spread) {
  return {{"p10", number(spread.p10)}, {"p50", number(spread.p50)}, {"p90", number(spread.p90)}};
}

}  // namespace

int Scorecard::passed() const {
  return static_cast<int>(std::count_if(targets.begin(), targets.end(), [](const Target& t) { return t.pass(); }));
}

Scorecard measure_scorecard(const Sample& sample, events::Population population) {
  return {.population = population,
          .listeners = sample.listeners.size(),
          .counted = sample.counted(),
          .fewest_plays = sample.fewest_plays(),
          .targets = measure_targets(sample, population),
          .windows = measure_windows(sample),
          .spread = measure_spread(sample),
          .traits = measure_traits(sample)};
}

Json to_json(const Scorecard& card) {
  Json json;
  json["targets"] = Json::array();
  for (const Target& target : card.targets) json["targets"].push_back(target_json(target));
  json["passed"] = card.passed();
  json["judged"] = card.judged();
  json["listeners"] = card.listeners;
  json["counted_listeners"] = card.counted;
  json["fewest_plays"] = card.fewest_plays;
  json["windows"] = windows_json(card.windows);
  json["spread"] = Json::array();
  for (const Spread& spread : card.spread)
    json["spread"].push_back({{"name", spread.name},
                              {"label", spread.label},
                              {"unit", spread.unit},
                              {"feed", spread_json(spread.feed)},
                              {"real", spread_json(spread.real)},
                              {"within", spread.within()}});
  json["correlations"] = Json::array();
  for (const TraitPair& pair : card.traits)
    json["correlations"].push_back({{"one", pair.one},
                                    {"other", pair.other},
                                    {"feed", number(pair.feed)},
                                    {"real", number(pair.real)},
                                    {"within", pair.within()}});
  return json;
}

}  // namespace wrapfeed::realism
