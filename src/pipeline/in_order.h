#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <utility>

namespace wrapfeed::pipeline {

// Things that are made by several threads in any order and used by their numbers, from 0 on. Any thread.
template <typename Thing>
class InOrder {
 public:
  // Calls use(thing) for this one and for those that wait behind it, as far as there is no gap: one at a time, in
  // order. A thing whose turn has not come waits for the thread that fills the gap.
  template <typename Use>
  void add(std::size_t number, Thing thing, Use use) {
    std::unique_lock lock(mutex_);
    waiting_.emplace(number, std::move(thing));
    if (busy_) return;
    busy_ = true;
    while (!waiting_.empty() && waiting_.begin()->first == used_) {
      Thing next = std::move(waiting_.begin()->second);
      waiting_.erase(waiting_.begin());
      lock.unlock();
      use(std::move(next));
      lock.lock();
      ++used_;
    }
    busy_ = false;
  }
  std::size_t used() const {
    const std::lock_guard lock(mutex_);
    return used_;
  }
  // Whether all things before this one have been used: then whoever makes it may use what there is of it at once, and
  // nobody else uses one before it is added.
  bool is_next(std::size_t number) const { return used() == number; }

 private:
  mutable std::mutex mutex_;
  std::map<std::size_t, Thing> waiting_;
  std::size_t used_ = 0;
  bool busy_ = false;
};

}  // namespace wrapfeed::pipeline
