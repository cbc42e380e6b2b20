#include "web/host.h"

#include <gtest/gtest.h>

namespace wrapfeed::web {
namespace {

TEST(Host, IsTakenFromTheHeader) {
  EXPECT_EQ(host_of("localhost:8080"), "localhost");
  EXPECT_EQ(host_of("127.0.0.1"), "127.0.0.1");
  EXPECT_EQ(host_of("[::1]:8080"), "::1");
  EXPECT_EQ(host_of("[::1"), "::1");
  EXPECT_EQ(host_of(""), "");
}

TEST(Host, OnlyThisMachineIsLoopback) {
  for (const char* host : {"127.0.0.1", "127.1.2.3", "::1", "localhost", "LocalHost"}) EXPECT_TRUE(is_loopback(host));
  for (const char* host : {"", "0.0.0.0", "127.0.0.1.evil.example", "127.evil.example", "localhost.evil.example",
                           "evil.example", "192.168.0.1", "::2", "128.0.0.1"})
    EXPECT_FALSE(is_loopback(host)) << host;
}

}  // namespace
}  // namespace wrapfeed::web
