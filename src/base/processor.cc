#include "base/processor.h"

#include <cstdlib>

namespace wrapfeed::base {
namespace {

bool is_plain() {
  static const bool plain = std::getenv("WRAPFEED_PLAIN") != nullptr;
  return plain;
}

}  // namespace

bool has_avx2() { return !is_plain() && __builtin_cpu_supports("avx2") != 0; }
bool has_bmi2() { return !is_plain() && __builtin_cpu_supports("bmi2") != 0; }

}  // namespace wrapfeed::base
