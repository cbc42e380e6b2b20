#pragma once

#include <array>
#include <string_view>

namespace wrapfeed::events {

// A track or artist id as the feed shows it: 22 characters of 0-9A-Za-z.
using Id = std::array<char, 22>;

constexpr std::string_view text(const Id& id) noexcept { return {id.data(), id.size()}; }

}  // namespace wrapfeed::events
