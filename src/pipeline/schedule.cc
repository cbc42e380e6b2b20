#include "pipeline/schedule.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "pipeline/interrupted.h"

namespace wrapfeed::pipeline {

Schedule::Schedule(std::size_t jobs, std::size_t at_once, Open open)
    : jobs_(jobs), at_once_(at_once), open_(std::move(open)) {}

std::optional<Schedule::Claim> Schedule::next() {
  std::unique_lock lock(mutex_);
  while (true) {
    if (given_up_) throw Interrupted();
    if (std::optional<Claim> claim = begin_step()) return claim;
    const auto several = std::ranges::count_if(open_jobs_, [](const OpenJob& job) { return job.steps->count() > 1; });
    if (next_job_ < jobs_ && static_cast<std::size_t>(several) + opening_ < at_once_) {
      open_job(lock);
    } else if (all_begun()) {
      return std::nullopt;
    } else {
      changed_.wait(lock);
    }
  }
}

std::optional<Schedule::Claim> Schedule::begin_step() {
  for (OpenJob& job : open_jobs_) {
    if (job.begun < job.steps->count() && job.steps->may_begin(job.begun, job.ended))
      return Claim{job.steps, job.begun++};
  }
  return std::nullopt;
}

// Without the lock: what was made before is read again, to see whether it is still as it was.
void Schedule::open_job(std::unique_lock<std::mutex>& lock) {
  const std::size_t job = next_job_++;
  ++opening_;
  lock.unlock();
  std::shared_ptr<Steps> steps = open_(job);
  lock.lock();
  --opening_;
  if (steps) open_jobs_.push_back({std::move(steps)});
  changed_.notify_all();
}

bool Schedule::all_begun() const {
  return next_job_ == jobs_ && opening_ == 0 &&
         std::ranges::all_of(open_jobs_, [](const OpenJob& job) { return job.begun == job.steps->count(); });
}

bool Schedule::end(const Claim& claim) {
  const std::lock_guard lock(mutex_);
  const auto job = std::ranges::find(open_jobs_, claim.steps, &OpenJob::steps);
  CHECK(job != open_jobs_.end());
  const bool last = ++job->ended == job->steps->count();
  if (last) open_jobs_.erase(job);
  changed_.notify_all();
  return last;
}

void Schedule::give_up() {
  const std::lock_guard lock(mutex_);
  given_up_ = true;
  changed_.notify_all();
}

}  // namespace wrapfeed::pipeline
