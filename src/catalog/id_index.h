#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "events/id.h"

namespace wrapfeed::catalog {

// Finds the number of an id: sorted 8-byte prefixes, so that sorting and searching compare numbers. Refers to `ids`,
// which must outlive it.
class IdIndex {
 public:
  // Error "<what> id ... appears twice" for a repeated id.
  IdIndex(std::span<const events::Id> ids, std::string_view what);
  std::optional<std::uint32_t> find(const events::Id& id) const noexcept;

 private:
  struct Entry {
    std::uint64_t prefix;
    std::uint32_t number;
  };
  std::span<const events::Id> ids_;
  std::vector<Entry> entries_;
};

}  // namespace wrapfeed::catalog
