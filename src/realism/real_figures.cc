#include "realism/real_figures.h"

#include "realism/queries.h"

namespace wrapfeed::realism {
namespace {

const Json& real_histories() {
  static const Json whole = Json::parse(k_real_stats_json);
  return whole.at("personal_spotify_exports");
}

}  // namespace

const Json& real_stats() { return real_histories().at("stats"); }
const Json& real_stats2() { return real_histories().at("stats2"); }

const Json& real_windows() {
  static const Json windows = Json::parse(k_windows_json);
  return windows;
}

RealSpread spread_at(const Json& quantiles) {
  return {quantiles.at("p10").get<double>(), quantiles.at("p50").get<double>(), quantiles.at("p90").get<double>()};
}

}  // namespace wrapfeed::realism
