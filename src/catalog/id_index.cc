#include "catalog/id_index.h"

#include <algorithm>

#include "base/error.h"

namespace wrapfeed::catalog {

namespace {

// The first eight characters as one number that sorts as the characters do.
std::uint64_t prefix_of(const events::Id& id) noexcept {
  std::uint64_t prefix = 0;
  for (int i = 0; i < 8; ++i) prefix = prefix << 8 | static_cast<unsigned char>(id[i]);
  return prefix;
}

}  // namespace

IdIndex::IdIndex(std::span<const events::Id> ids, std::string_view what) : ids_(ids), entries_(ids.size()) {
  for (std::uint32_t i = 0; i < ids.size(); ++i) entries_[i] = {prefix_of(ids[i]), i};
  std::sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) {
    return a.prefix != b.prefix ? a.prefix < b.prefix : ids_[a.number] < ids_[b.number];
  });
  const auto repeated = std::adjacent_find(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) {
    return a.prefix == b.prefix && ids_[a.number] == ids_[b.number];
  });
  if (repeated != entries_.end()) {
    base::fail("catalog: {} id {} appears twice; ids are unique", what, events::text(ids_[repeated->number]));
  }
}

std::optional<std::uint32_t> IdIndex::find(const events::Id& id) const noexcept {
  const std::uint64_t prefix = prefix_of(id);
  auto entry = std::lower_bound(entries_.begin(), entries_.end(), prefix,
                                [](const Entry& a, std::uint64_t wanted) { return a.prefix < wanted; });
  for (; entry != entries_.end() && entry->prefix == prefix; ++entry) {
    if (ids_[entry->number] == id) return entry->number;
  }
  return std::nullopt;
}

}  // namespace wrapfeed::catalog
