#include "pipeline/in_order.h"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace wrapfeed::pipeline {
namespace {

TEST(InOrder, AThingWaitsForTheGapBeforeItToBeFilled) {
  InOrder<int> in_order;
  std::vector<int> used;
  const auto use = [&](int thing) { used.push_back(thing); };
  in_order.add(2, 20, use);
  in_order.add(1, 10, use);
  EXPECT_TRUE(used.empty());
  EXPECT_TRUE(in_order.is_next(0));
  EXPECT_FALSE(in_order.is_next(3));
  in_order.add(0, 0, use);
  EXPECT_TRUE(in_order.is_next(3));
  EXPECT_EQ(used, (std::vector{0, 10, 20}));
  EXPECT_EQ(in_order.used(), 3);
}

TEST(InOrder, ManyThreadsUseAllInOrderOneAtATime) {
  constexpr int kThings = 2'000;
  InOrder<std::unique_ptr<int>> in_order;
  std::vector<int> used;  // without a lock: that is the promise
  std::atomic<int> next = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i) {
      threads.emplace_back([&] {
        for (int number = next++; number < kThings; number = next++)
          in_order.add(static_cast<std::size_t>(number), std::make_unique<int>(number),
                       [&](std::unique_ptr<int> thing) { used.push_back(*thing); });
      });
    }
  }
  ASSERT_EQ(used.size(), kThings);
  for (int i = 0; i < kThings; ++i) ASSERT_EQ(used[static_cast<std::size_t>(i)], i);
}

}  // namespace
}  // namespace wrapfeed::pipeline
