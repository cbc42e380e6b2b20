#include "pipeline/threads.h"

#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace wrapfeed::pipeline {

void run_threads(unsigned threads, std::atomic<bool>& stop, const std::function<void()>& work,
                 const std::function<void()>& give_up) {
  std::mutex mutex;
  std::exception_ptr failure;
  const auto fail = [&](std::exception_ptr thrown) {
    {
      const std::lock_guard lock(mutex);
      if (!failure) failure = std::move(thrown);
    }
    stop = true;
    give_up();
  };
  {
    std::vector<std::jthread> workers;
    const auto guarded = [&](const std::function<void()>& what) {
      try {
        what();
      } catch (...) {
        fail(std::current_exception());
      }
    };
    guarded([&] {
      for (unsigned i = 0; i < threads; ++i) workers.emplace_back(guarded, work);
    });
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace wrapfeed::pipeline
