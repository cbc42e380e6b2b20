#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "realism/play.h"

namespace wrapfeed::realism {

// The features of 28 days of one listener, in the order of windows.json; tests/realism/listening_features.py defines
// each of them.
struct WindowFeature {
  std::string_view name;
  std::string_view label;
  bool volume = false;  // how much, which the judged mean leaves out
};
inline constexpr std::size_t kWindowFeatures = 46;
extern const std::array<WindowFeature, kWindowFeatures> kWindowFeatureList;

using WindowValues = std::array<double, kWindowFeatures>;

// Windows of 28 days are counted from the local day of the listener's first play; those with fewer than 100 plays are
// left out. Values are rounded to 5 decimals, as the real ones are.
inline constexpr std::int64_t kWindowDays = 28;
inline constexpr std::size_t kWindowPlays = 100;
std::vector<WindowValues> window_values(const Listener& listener);

}  // namespace wrapfeed::realism
