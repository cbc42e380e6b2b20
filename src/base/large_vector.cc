#include "base/large_vector.h"

#include <sys/mman.h>

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
  ::madvise(memory, bytes, MADV_HUGEPAGE);  // a mere hint
  return memory;
}

void free_large(void* memory, std::size_t bytes) noexcept {
  if (bytes < kHugePage) return ::operator delete(memory);
  std::free(memory);
}

}  // namespace wrapfeed::base
