#include "web/stop.h"

#include <gtest/gtest.h>

namespace wrapfeed::web {
namespace {

TEST(Stop, IsNoticedByWorkThatBeginsAfterIt) {
  Stop stop;
  database::Database database;
  EXPECT_NO_THROW(Stop::Watch(stop, database));
  stop.request();
  EXPECT_THROW(Stop::Watch(stop, database), Stopped);
  EXPECT_THROW(stop.check(), Stopped);
}

}  // namespace
}  // namespace wrapfeed::web
