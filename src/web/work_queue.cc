#include "web/work_queue.h"

namespace wrapfeed::web {
namespace {

thread_local bool short_way = false;

}  // namespace

WorkQueue::WorkQueue(std::size_t threads, std::size_t most_waiting) : most_waiting_(most_waiting) {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
}

bool WorkQueue::refused() { return short_way; }

void WorkQueue::enqueue(std::function<void()> work) {
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() < most_waiting_) {
      waiting_.push_back(std::move(work));
      changed_.notify_one();
      return;
    }
  }
  short_way = true;
  work();
  short_way = false;
}

void WorkQueue::shutdown() {
  {
    const std::lock_guard lock(mutex_);
    shutdown_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void WorkQueue::run() {
  for (;;) {
    std::function<void()> work;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return shutdown_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      work = std::move(waiting_.front());
      waiting_.pop_front();
    }
    work();
  }
}

}  // namespace wrapfeed::web
