#include "web/cache.h"

#include <gtest/gtest.h>

namespace wrapfeed::web {
namespace {

TEST(Cache, RemembersUntilItIsFull) {
  Cache cache(20);
  EXPECT_EQ(cache.find("a"), std::nullopt);
  cache.keep("a", "123456789");
  cache.keep("b", "123456789");
  EXPECT_EQ(cache.find("a"), "123456789");
  EXPECT_EQ(cache.find("b"), "123456789");
  cache.keep("c", "1");
  EXPECT_EQ(cache.find("a"), std::nullopt);
  EXPECT_EQ(cache.find("c"), "1");
}

TEST(Cache, KeepsNothingThatIsLargerThanItself) {
  Cache cache(20);
  cache.keep("a", "1");
  cache.keep("b", std::string(20, 'x'));
  EXPECT_EQ(cache.find("a"), "1");
  EXPECT_EQ(cache.find("b"), std::nullopt);
}

}  // namespace
}  // namespace wrapfeed::web
