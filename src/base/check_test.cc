#include "base/check.h"

#include <gtest/gtest.h>

namespace {

TEST(CheckDeathTest, IsOnInEveryBuildAndSaysWhere) {
  EXPECT_DEATH(CHECK(1 + 1 == 3), "wrapfeed: bug: .*check_test.cc:[0-9]+: CHECK\\(1 \\+ 1 == 3\\) failed");
}

TEST(Check, PassesWhenTrue) { CHECK(1 + 1 == 2); }

}  // namespace
