#include "realism/recurrence.h"

#include <algorithm>
#include <functional>

namespace wrapfeed::realism {

std::vector<std::int32_t> previous_places(std::span<const std::int32_t> ids) {
  std::vector<std::uint64_t> keys(ids.size());  // id, then place
  for (std::size_t i = 0; i < ids.size(); ++i) keys[i] = static_cast<std::uint64_t>(ids[i]) << 32 | i;
  std::sort(keys.begin(), keys.end());
  std::vector<std::int32_t> previous(ids.size(), kNever);
  for (std::size_t i = 1; i < keys.size(); ++i) {
    if (keys[i] >> 32 == keys[i - 1] >> 32)
      previous[static_cast<std::uint32_t>(keys[i])] =
          static_cast<std::int32_t>(static_cast<std::uint32_t>(keys[i - 1]));
  }
  return previous;
}

std::vector<std::int32_t> counts(std::span<const std::int32_t> previous, std::size_t n) {
  std::vector<std::int32_t> slot(n), result;
  for (std::size_t i = 0; i < n; ++i) {
    if (previous[i] == kNever) {
      slot[i] = static_cast<std::int32_t>(result.size());
      result.push_back(1);
    } else {
      slot[i] = slot[static_cast<std::size_t>(previous[i])];
      ++result[static_cast<std::size_t>(slot[i])];
    }
  }
  std::sort(result.begin(), result.end(), std::greater<>());
  return result;
}

}  // namespace wrapfeed::realism
