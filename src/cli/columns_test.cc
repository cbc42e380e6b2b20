#include "cli/columns.h"

#include <gtest/gtest.h>

namespace wrapfeed::cli {
namespace {

TEST(ColumnsTest, WideCharactersTakeTwoAndCombiningOnesNone) {
  EXPECT_EQ(columns_of("Esperança"), 9U);
  EXPECT_EQ(columns_of("夜に駆ける"), 10U);
  EXPECT_EQ(columns_of("사랑"), 4U);
  EXPECT_EQ(columns_of("e\u0301te\u0301"), 3U);
}

TEST(ColumnsTest, FitCutsAndFillsToTheColumn) {
  EXPECT_EQ(fit("abc", 5), "abc  ");
  EXPECT_EQ(fit("abcdef", 5), "abcd…");
  EXPECT_EQ(fit("夜に駆ける", 7), "夜に駆…");
  EXPECT_EQ(fit("夜に駆ける", 6), "夜に… ");
  EXPECT_EQ(fit("", 2), "  ");
}

TEST(ColumnsTest, NothingThatATerminalWouldObeyIsShown) {
  EXPECT_EQ(fit("a\x1b[2Jb\n", 8), "a?[2Jb? ");
  EXPECT_EQ(fit("\xff\xfe", 3), "?? ");
}

}  // namespace
}  // namespace wrapfeed::cli
