#pragma once

#include <atomic>
#include <functional>

namespace wrapfeed::pipeline {

// Runs `work` in so many threads. The first exception sets `stop`, which long work looks at, and calls `give_up`, which
// wakes who waits, so that all end soon; it is thrown here once all threads have ended.
void run_threads(unsigned threads, std::atomic<bool>& stop, const std::function<void()>& work,
                 const std::function<void()>& give_up);

}  // namespace wrapfeed::pipeline
