#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>

#include "pipeline/steps.h"

namespace wrapfeed::pipeline {

// Deals the steps of jobs 0 ... jobs - 1 out to threads, in order as far as they may begin. Any thread.
class Schedule {
 public:
  using Open = std::function<std::unique_ptr<Steps>(std::size_t job)>;  // null: there is nothing to do

  // At most `at_once` jobs of several steps are open together.
  Schedule(std::size_t jobs, std::size_t at_once, Open open);

  struct Claim {
    std::shared_ptr<Steps> steps;
    std::size_t step;
  };
  // The next step; waits where it may not begin yet. None when all have begun. Interrupted once given up.
  std::optional<Claim> next();
  // A claimed step has ended; whether it was the last of its job to do so.
  bool end(const Claim& claim);
  // Another thread failed: its step will never end.
  void give_up();

 private:
  struct OpenJob {
    std::shared_ptr<Steps> steps;
    std::size_t begun = 0;
    std::size_t ended = 0;
  };
  std::optional<Claim> begin_step();
  void open_job(std::unique_lock<std::mutex>& lock);
  bool all_begun() const;

  std::size_t jobs_;
  std::size_t at_once_;
  Open open_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::list<OpenJob> open_jobs_;
  std::size_t next_job_ = 0;
  std::size_t opening_ = 0;
  bool given_up_ = false;
};

}  // namespace wrapfeed::pipeline
