#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace wrapfeed::realism {

using Json = nlohmann::ordered_json;

// The embedded figures of real listeners; data/README.md says where they come from.
const Json& real_stats();    // statistics of 79 listeners
const Json& real_stats2();   // the second half of them: traits, days, runs
const Json& real_windows();  // windows.json

// Quantiles over real listeners.
struct RealSpread {
  double p10;
  double p50;
  double p90;
};
RealSpread spread_at(const Json& quantiles);  // an object with p10, p50 and p90

}  // namespace wrapfeed::realism
