#include "pipeline/finisher.h"

#include <utility>

#include "pipeline/interrupted.h"

namespace wrapfeed::pipeline {

Finisher::Finisher(const feed::FeedFolder& folder, std::size_t room, std::atomic<bool>& stop)
    : folder_(folder), room_(room), stop_(stop), thread_([this] { work(); }) {}

Finisher::~Finisher() {
  try {
    wait();
  } catch (...) {  // another error is on its way already
  }
}

void Finisher::add(FinishedJob job) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return jobs_.size() < room_ || failure_; });
  if (failure_) throw Interrupted();  // wait() says why
  jobs_.push_back(std::move(job));
  changed_.notify_all();
}

void Finisher::wait() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }
  if (thread_.joinable()) thread_.join();
  if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

void Finisher::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [&] { return closed_ || !jobs_.empty(); });
    if (jobs_.empty()) return;
    FinishedJob done = std::move(jobs_.front());
    jobs_.pop_front();
    changed_.notify_all();
    lock.unlock();
    std::exception_ptr failure;
    try {
      folder_.record(done.job.table, done.job.range.part, done.pending, done.files);
    } catch (...) {
      failure = std::current_exception();
      stop_ = true;
    }
    lock.lock();
    if (failure && !failure_) failure_ = failure;
    if (failure) changed_.notify_all();
  }
}

}  // namespace wrapfeed::pipeline
