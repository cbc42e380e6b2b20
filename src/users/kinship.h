#pragma once

#include <array>
#include <cstdint>

#include "catalog/genres.h"

namespace wrapfeed::users {

inline constexpr std::size_t kFamilies = static_cast<std::size_t>(catalog::Family::World) + 1;
inline constexpr std::uint8_t kNoFamily = kFamilies;  // of a genre that catalog::known_genres() does not have

// How much likelier a genre of each family becomes a preferred one beside a favourite of `family`: 4 times in the same
// family, twice in a kindred one, else once. kNoFamily is kin to nobody.
const std::array<double, kFamilies + 1>& kinship(std::uint8_t family);

}  // namespace wrapfeed::users
