#pragma once

#include <string_view>

#include "base/time.h"

namespace wrapfeed::insights {

inline constexpr std::string_view kDefaultWindow = "01-01:11-15";

// The local days that are looked back on, both included.
struct Window {
  int year;
  base::Days first;
  base::Days last;
};

// "01-01:11-15" in that year: Error naming what is wrong unless both are dates of it, the first not after the last.
Window window_of(int year, std::string_view days);

}  // namespace wrapfeed::insights
