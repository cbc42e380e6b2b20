#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace wrapfeed::pipeline {

// Things with large buffers, lent out one by one and kept for the next who needs one. Any thread.
template <typename Thing>
class Spare {
 public:
  explicit Spare(std::function<std::unique_ptr<Thing>()> make) : make_(std::move(make)) {}

  std::unique_ptr<Thing> take() {
    {
      const std::lock_guard lock(mutex_);
      if (!things_.empty()) {
        std::unique_ptr<Thing> thing = std::move(things_.back());
        things_.pop_back();
        return thing;
      }
    }
    return make_();
  }
  void give_back(std::unique_ptr<Thing> thing) {
    const std::lock_guard lock(mutex_);
    things_.push_back(std::move(thing));
  }
  // Of all that are not lent out.
  template <typename Do>
  void each(Do what) {
    const std::lock_guard lock(mutex_);
    for (const std::unique_ptr<Thing>& thing : things_) what(*thing);
  }

 private:
  std::function<std::unique_ptr<Thing>()> make_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Thing>> things_;
};

}  // namespace wrapfeed::pipeline
