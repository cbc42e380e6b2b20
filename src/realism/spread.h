#pragma once

#include <string_view>
#include <vector>

#include "realism/real_figures.h"
#include "realism/sample.h"

namespace wrapfeed::realism {

// A statistic over the counted listeners beside the real ones: p10, median, p90. It is within when each lies within
// 20 % of the real one.
struct Spread {
  std::string_view name;
  std::string_view label;
  std::string_view unit;  // "share", "min", "plays", "h", ""
  RealSpread feed;
  RealSpread real;

  bool within() const;
};
std::vector<Spread> measure_spread(const Sample& sample);

// Two traits' Spearman correlation over listeners; within when at most 0.1 from the real one.
struct TraitPair {
  std::string_view one;
  std::string_view other;
  double feed;
  double real;

  bool within() const;
};
std::vector<TraitPair> measure_traits(const Sample& sample);

}  // namespace wrapfeed::realism
