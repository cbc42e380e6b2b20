#pragma once

#include <atomic>

#include "base/error.h"

namespace wrapfeed::pipeline {

// Unwinds a worker because the run is over: another worker failed, or the user stopped it.
class Interrupted : public base::Error {
 public:
  Interrupted() : Error("interrupted") {}
};

inline void check_stop(const std::atomic<bool>& stop) {
  if (stop.load(std::memory_order_relaxed)) throw Interrupted();
}

}  // namespace wrapfeed::pipeline
