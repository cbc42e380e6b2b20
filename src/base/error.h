#pragma once

#include <fmt/format.h>

#include <stdexcept>
#include <utility>

namespace wrapfeed::base {

// Bad input or a failing world: what was attempted, where, which value, what is allowed, in one line without a final
// full stop. Thrown anywhere; caught in main, in worker threads, and where C code calls us back.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Throws Error with a formatted message: fail("{} line {}: duration_ms \"{}\" is not a number", file, line, value).
template <typename... Args>
[[noreturn]] void fail(fmt::format_string<Args...> format, Args&&... args) {
  throw Error(fmt::format(format, std::forward<Args>(args)...));
}

}  // namespace wrapfeed::base
