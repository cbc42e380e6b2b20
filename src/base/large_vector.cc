#include "base/large_vector.h"

#include <sys/mman.h>

#include <cstdint>
#include <cstdlib>
#include <new>

namespace wrapfeed::base {
namespace {

constexpr std::size_t kHugePage = std::size_t{2} << 20;

}  // namespace

void* allocate_large(std::size_t bytes) {
  if (bytes < kHugePage) return ::operator new(bytes);
  void* const memory = std::aligned_alloc(kHugePage, (bytes + kHugePage - 1) / kHugePage * kHugePage);
  if (memory == nullptr) throw std::bad_alloc();
  prefer_huge_pages(memory, bytes);
  return memory;
}

void free_large(void* memory, std::size_t bytes) noexcept {
  if (bytes < kHugePage) return ::operator delete(memory);
  std::free(memory);
}

void prefer_huge_pages(void* memory, std::size_t bytes) noexcept {
  constexpr std::uintptr_t kPage = 4096;
  const auto begin = reinterpret_cast<std::uintptr_t>(memory);
  const std::uintptr_t aligned = (begin + kPage - 1) / kPage * kPage;
  ::madvise(reinterpret_cast<void*>(aligned), begin + bytes - aligned, MADV_HUGEPAGE);
}

}  // namespace wrapfeed::base
