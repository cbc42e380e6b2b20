#pragma once

#include <cstdint>

namespace wrapfeed::events {

// Whose volume of listening the users have; everything else about them is alike.
enum class Population : std::uint8_t {
  Typical,  // everybody with an account: about 49 minutes a day on average, and very unequal
  Heavy,    // people who publish their listening histories: half of them over 106 minutes a day
};

}  // namespace wrapfeed::events
