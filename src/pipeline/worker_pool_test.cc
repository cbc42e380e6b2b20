#include "pipeline/worker_pool.h"

#include <gtest/gtest.h>

#include <vector>

#include "base/error.h"
#include "pipeline/interrupted.h"

namespace wrapfeed::pipeline {
namespace {

TEST(WorkerPool, EveryJobIsDoneOnce) {
  for (const unsigned threads : {1U, 3U, 16U}) {
    std::vector<std::atomic<int>> done(500);
    std::atomic<bool> stop{false};
    std::atomic<unsigned> workers{0};
    run_jobs(threads, done.size(), stop, [&]() -> DoJob {
      ++workers;
      return [&](std::size_t job) { ++done[job]; };
    });
    for (const std::atomic<int>& count : done) EXPECT_EQ(count, 1);
    EXPECT_EQ(workers, threads);
  }
}

TEST(WorkerPool, NoJobsAreNoError) {
  std::atomic<bool> stop{false};
  run_jobs(2, 0, stop, [] { return [](std::size_t) {}; });
}

TEST(WorkerPool, TheFirstFailureStopsAllAndIsThrown) {
  std::atomic<bool> stop{false};
  const auto make_worker = [&]() -> DoJob {
    return [&](std::size_t job) {
      if (job == 7) throw base::Error("disk full");
      while (job > 7) check_stop(stop);
    };
  };
  try {
    run_jobs(4, 1000, stop, make_worker);
    ADD_FAILURE();
  } catch (const base::Error& error) {
    EXPECT_STREQ(error.what(), "disk full");
  }
  EXPECT_TRUE(stop);
}

TEST(WorkerPool, AFailingWorkerIsAFailureToo) {
  std::atomic<bool> stop{false};
  EXPECT_THROW(run_jobs(2, 10, stop, []() -> DoJob { throw base::Error("no memory"); }), base::Error);
}

TEST(WorkerPool, StopFromOutsideInterrupts) {
  std::atomic<bool> stop{false};
  const auto make_worker = [&]() -> DoJob {
    return [&](std::size_t job) {
      if (job == 3) stop = true;
    };
  };
  EXPECT_THROW(run_jobs(1, 10, stop, make_worker), Interrupted);
}

}  // namespace
}  // namespace wrapfeed::pipeline
