#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

#include "feed/feed_folder.h"
#include "pipeline/steps.h"

namespace wrapfeed::pipeline {

// Puts finished jobs into place from a thread of its own, so that no worker waits for the disk unless that is what is
// slow. A failure sets `stop` and is thrown by wait().
class Finisher {
 public:
  // At most `room` jobs wait, then add() does.
  Finisher(const feed::FeedFolder& folder, std::size_t room, std::atomic<bool>& stop);
  ~Finisher();  // what was added is in place by then, if that did not fail

  void add(FinishedJob job);  // any thread
  void wait();                // until all is in place

 private:
  void work();

  const feed::FeedFolder& folder_;
  std::size_t room_;
  std::atomic<bool>& stop_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<FinishedJob> jobs_;
  bool closed_ = false;
  std::exception_ptr failure_;
  std::thread thread_;
};

}  // namespace wrapfeed::pipeline
