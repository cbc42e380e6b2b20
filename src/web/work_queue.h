#pragma once

#include <httplib.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace wrapfeed::web {

// Connections wait here for one of the threads. Of more than so many the next is done at once by whoever brings it, in
// its short way: refused() tells it.
class WorkQueue : public httplib::TaskQueue {
 public:
  WorkQueue(std::size_t threads, std::size_t most_waiting);
  void enqueue(std::function<void()> work) override;
  void shutdown() override;  // when all is done

  static bool refused();  // asked from within the work

 private:
  void run();

  const std::size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> waiting_;
  bool shutdown_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace wrapfeed::web
