#include "web/sql_text.h"

#include <gtest/gtest.h>

namespace wrapfeed::web {
namespace {

TEST(SqlText, PlacesAreFilledOnce) {
  EXPECT_EQ(with_values("select $a, $b, $a", {{"$a", "1"}, {"$b", "'$a'"}}), "select 1, '$a', 1");
  EXPECT_EQ(with_values("select 'no place $'", {{"$a", "1"}}), "select 'no place $'");
  EXPECT_EQ(with_values("", {{"$a", "1"}}), "");
}

}  // namespace
}  // namespace wrapfeed::web
