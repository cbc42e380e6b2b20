#pragma once

#include <atomic>
#include <string_view>

namespace wrapfeed::cli {

// From its construction on, Ctrl-C (SIGINT) and SIGTERM set stop() instead of ending the program, once: a second one
// ends it at once, leaving hidden partial files behind but nothing that looks finished.
class Interruption {
 public:
  Interruption();
  ~Interruption();  // the signals do again what they do by default
  std::atomic<bool>& stop();
  // Error, if that has happened, for what is being made at `out`, and what becomes of it.
  void check(std::string_view out, std::string_view consequence);
};

}  // namespace wrapfeed::cli
