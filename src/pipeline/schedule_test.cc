#include "pipeline/schedule.h"

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <vector>

#include "base/error.h"
#include "pipeline/interrupted.h"
#include "pipeline/threads.h"

namespace wrapfeed::pipeline {
namespace {

// Steps of which those from `barrier` on wait for all before it.
class CountedSteps : public Steps {
 public:
  using Do = std::function<void(std::size_t step)>;
  CountedSteps(std::size_t count, std::size_t barrier, Do what)
      : count_(count), barrier_(barrier), what_(std::move(what)) {}

  std::size_t count() const override { return count_; }
  bool may_begin(std::size_t step, std::size_t ended) const override { return step < barrier_ || ended >= barrier_; }
  void run(std::size_t step, Worker&) override { what_(step); }
  FinishedJob finish(Worker&) override { return {}; }

 private:
  std::size_t count_;
  std::size_t barrier_;
  Do what_;
};

// Takes steps until there are none; `ended` is called when a job's last has ended.
void work(Schedule& schedule, const std::function<void(std::size_t step)>& run, const std::function<void()>& ended) {
  while (const std::optional<Schedule::Claim> claim = schedule.next()) {
    run(claim->step);
    if (schedule.end(*claim)) ended();
  }
}

TEST(Schedule, EveryStepIsTakenOnce) {
  for (const unsigned threads : {1U, 3U, 16U}) {
    std::atomic<int> opened = 0, taken = 0, finished = 0;
    std::atomic<bool> stop = false;
    Schedule schedule(50, 2, [&](std::size_t job) -> std::unique_ptr<Steps> {
      ++opened;
      if (job % 7 == 3) return nullptr;  // done before
      return std::make_unique<CountedSteps>(job % 5 + 1, job % 3, nullptr);
    });
    run_threads(
        threads, stop,
        [&] {
          work(
              schedule, [&](std::size_t) { ++taken; }, [&] { ++finished; });
        },
        [&] { schedule.give_up(); });
    int expected = 0;
    for (int job = 0; job < 50; ++job) expected += job % 7 == 3 ? 0 : job % 5 + 1;
    EXPECT_EQ(opened, 50);
    EXPECT_EQ(taken, expected);
    EXPECT_EQ(finished, 50 - 7);
  }
}

TEST(Schedule, ABarrierHoldsAndNoOtherLargeJobBegins) {
  constexpr std::size_t kBarrier = 20;
  std::atomic<int> open = 0, most = 0;
  std::atomic<std::size_t> before = 0;
  std::atomic<bool> stop = false, early = false;
  Schedule schedule(6, 1, [&](std::size_t) {
    most = std::max(most.load(), ++open);
    before = 0;
    return std::make_unique<CountedSteps>(40, kBarrier, nullptr);
  });
  const auto run = [&](std::size_t step) {
    if (step < kBarrier) ++before;
    if (step >= kBarrier && before != kBarrier) early = true;
  };
  run_threads(
      4, stop, [&] { work(schedule, run, [&] { --open; }); }, [&] { schedule.give_up(); });
  EXPECT_FALSE(early);
  EXPECT_LE(most, 2);  // the next may open while the thread that ended the last step has yet to say so here
}

TEST(Schedule, NoJobsAreNoError) {
  Schedule schedule(0, 1, nullptr);
  EXPECT_FALSE(schedule.next());
}

TEST(Schedule, TheFirstFailureEndsThoseThatWaitAndIsThrown) {
  std::atomic<bool> stop = false;
  Schedule schedule(1, 1, [](std::size_t) { return std::make_unique<CountedSteps>(10, 1, nullptr); });
  const auto fail = [](std::size_t step) {
    if (step == 0) throw base::Error("disk full");
  };
  try {
    run_threads(
        4, stop, [&] { work(schedule, fail, [] {}); }, [&] { schedule.give_up(); });
    ADD_FAILURE();
  } catch (const base::Error& error) {
    EXPECT_STREQ(error.what(), "disk full");
  }
  EXPECT_TRUE(stop);
}

TEST(Schedule, AJobThatCannotBeOpenedIsAFailureToo) {
  std::atomic<bool> stop = false;
  Schedule schedule(3, 1, [](std::size_t) -> std::unique_ptr<Steps> { throw base::Error("no such folder"); });
  EXPECT_THROW(run_threads(
                   2, stop,
                   [&] {
                     work(
                         schedule, [](std::size_t) {}, [] {});
                   },
                   [&] { schedule.give_up(); }),
               base::Error);
}

}  // namespace
}  // namespace wrapfeed::pipeline
