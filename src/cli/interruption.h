#pragma once

#include <atomic>

namespace wrapfeed::cli {

// From its construction on, Ctrl-C (SIGINT) and SIGTERM set stop() instead of ending the program, once: a second one
// ends it at once, leaving hidden partial files behind but nothing that looks finished.
class Interruption {
 public:
  Interruption();
  ~Interruption();  // the signals do again what they do by default
  std::atomic<bool>& stop();
};

}  // namespace wrapfeed::cli
