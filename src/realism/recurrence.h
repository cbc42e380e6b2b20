#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace wrapfeed::realism {

inline constexpr std::int32_t kNever = -1;

// A sequence of ids as its recurrences: for each place the last place before it that held the same id, or kNever.
std::vector<std::int32_t> previous_places(std::span<const std::int32_t> ids);

// How often each different id of the first `n` places stands there, largest first.
std::vector<std::int32_t> counts(std::span<const std::int32_t> previous, std::size_t n);

}  // namespace wrapfeed::realism
