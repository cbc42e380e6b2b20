#include "catalog/newness.h"

#include <algorithm>

namespace wrapfeed::catalog {

std::int32_t months_since(base::Days release, base::Days reference) {
  const base::Civil from = base::civil_from_days(release);
  const base::Civil to = base::civil_from_days(reference);
  const std::int32_t months =
      (to.year - from.year) * 12 + static_cast<std::int32_t>(to.month) - static_cast<std::int32_t>(from.month);
  return std::max(0, months - (to.day < from.day ? 1 : 0));
}

std::vector<double> newness_scores(std::span<const base::Days> releases, base::Days reference) {
  std::vector<double> scores;
  if (releases.empty()) return scores;
  // Months fall as the release day rises, so the extremes need no list of months.
  const auto [oldest, newest] = std::ranges::minmax(releases);
  const std::int32_t least = months_since(newest, reference);
  const std::int32_t span = months_since(oldest, reference) - least;
  scores.reserve(releases.size());
  for (const base::Days release : releases) {
    const std::int32_t months = months_since(release, reference) - least;
    scores.push_back(span == 0 ? 1.0 : 1.0 - static_cast<double>(months) / span);
  }
  return scores;
}

}  // namespace wrapfeed::catalog
