#pragma once

#include <cstdint>

#include "events/id.h"
#include "random/draws.h"

namespace wrapfeed::catalog {

// 22 base-62 characters out of 128 bits of (seed, CatalogId, number, table): different for all that will ever be drawn,
// as far as 128 random bits can be (the builder checks).
enum class IdTable : std::uint32_t { Track = 0, Artist = 1 };

inline events::Id synthetic_id(std::uint64_t seed, IdTable table, std::uint32_t number) noexcept {
  constexpr char kDigits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  random::Draws draws(seed, random::Purpose::CatalogId, number, static_cast<std::uint32_t>(table));
  events::Id id;
  for (std::size_t half = 0; half < 2; ++half) {
    std::uint64_t bits = draws.word64();
    for (std::size_t i = 0; i < 11; ++i) {
      id[half * 11 + 10 - i] = kDigits[bits % 62];
      bits /= 62;
    }
  }
  return id;
}

}  // namespace wrapfeed::catalog
