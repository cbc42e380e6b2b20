#pragma once

#include <atomic>
#include <cstddef>
#include <functional>

namespace wrapfeed::pipeline {

using DoJob = std::function<void(std::size_t job)>;

// Runs jobs 0 ... count - 1 on `threads` threads, each once, in no particular order. `make_worker` is called once in
// each thread and gives what does the jobs there. The first exception sets `stop`, which long jobs look at, so that
// all end soon; it is thrown here once all threads have ended. A `stop` set by somebody else ends the run likewise,
// with Interrupted.
void run_jobs(unsigned threads, std::size_t count, std::atomic<bool>& stop, const std::function<DoJob()>& make_worker);

}  // namespace wrapfeed::pipeline
