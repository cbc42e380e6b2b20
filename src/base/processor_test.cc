#include "base/processor.h"

#include <gtest/gtest.h>
#include <stdlib.h>

namespace wrapfeed::base {
namespace {

// In a process of its own: what was found once holds.
TEST(ProcessorDeathTest, PlainLeavesInstructionsAlone) {
  EXPECT_EXIT(
      {
        ::setenv("WRAPFEED_PLAIN", "1", 1);
        ::exit(has_avx2() || has_bmi2() ? 1 : 0);
      },
      testing::ExitedWithCode(0), "");
}

TEST(ProcessorDeathTest, OtherwiseWhatIsThereIsUsed) {
  EXPECT_EXIT(
      {
        ::unsetenv("WRAPFEED_PLAIN");
        ::exit(has_avx2() == (__builtin_cpu_supports("avx2") != 0) ? 0 : 1);
      },
      testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace wrapfeed::base
