#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/time.h"

namespace wrapfeed::catalog {

// Whole calendar months from `release` (the first day of the release period) to `reference`; 0 if it comes later.
std::int32_t months_since(base::Days release, base::Days reference);

// newness_score of each release day: 1 - (m - min) / (max - min) of its months m, so that the newest scores 1 and the
// oldest 0. All equal: 1.
std::vector<double> newness_scores(std::span<const base::Days> releases, base::Days reference);

}  // namespace wrapfeed::catalog
