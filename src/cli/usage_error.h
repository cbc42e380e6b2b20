#pragma once

#include <fmt/format.h>

#include <stdexcept>
#include <utility>

namespace wrapfeed::cli {

// The command line itself is wrong: which flag, which value, what it takes. Exit status 2.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

template <typename... Args>
[[noreturn]] void fail_usage(fmt::format_string<Args...> format, Args&&... args) {
  throw UsageError(fmt::format(format, std::forward<Args>(args)...));
}

}  // namespace wrapfeed::cli
