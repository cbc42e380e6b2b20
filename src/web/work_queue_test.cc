#include "web/work_queue.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

namespace wrapfeed::web {
namespace {

TEST(WorkQueue, DoesEverythingBeforeItEnds) {
  std::atomic<int> done = 0;
  WorkQueue queue(4, 1000);
  for (int i = 0; i < 500; ++i) queue.enqueue([&] { ++done; });
  queue.shutdown();
  EXPECT_EQ(done, 500);
}

TEST(WorkQueue, TurnsAwayWhatIsTooMuch) {
  std::promise<void> begun;
  std::promise<void> go_on;
  std::atomic<int> refused = 0;
  const auto work = [&] { refused += WorkQueue::refused() ? 1 : 0; };
  WorkQueue queue(1, 2);
  queue.enqueue([&] {
    begun.set_value();
    go_on.get_future().wait();
    work();
  });
  begun.get_future().wait();
  for (int i = 0; i < 5; ++i) queue.enqueue(work);  // two wait
  EXPECT_EQ(refused, 3);
  go_on.set_value();
  queue.shutdown();
  EXPECT_EQ(refused, 3);
}

}  // namespace
}  // namespace wrapfeed::web
