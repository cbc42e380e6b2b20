#include "pipeline/worker_pool.h"

#include <algorithm>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "pipeline/interrupted.h"

namespace wrapfeed::pipeline {

namespace {

class FirstFailure {
 public:
  void set(std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::move(failure);
  }
  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  std::mutex mutex_;
  std::exception_ptr failure_;
};

}  // namespace

void run_jobs(unsigned threads, std::size_t count, std::atomic<bool>& stop, const std::function<DoJob()>& make_worker) {
  std::atomic<std::size_t> next{0};
  FirstFailure failure;
  const auto work = [&] {
    try {
      const DoJob do_job = make_worker();
      for (std::size_t job = next++; job < count; job = next++) {
        check_stop(stop);
        do_job(job);
      }
    } catch (...) {
      failure.set(std::current_exception());
      stop = true;
    }
  };
  {
    std::vector<std::jthread> workers;
    for (std::size_t i = 0; i < std::min<std::size_t>(threads, count); ++i) workers.emplace_back(work);
  }
  failure.rethrow();
}

}  // namespace wrapfeed::pipeline
