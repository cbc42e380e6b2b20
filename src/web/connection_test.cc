#include "web/connection.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <thread>

namespace wrapfeed::web {
namespace {

// Two ends of a connection; ours is closed by whom it is given to.
struct Connection {
  Connection() { EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0); }
  ~Connection() { hang_up(); }
  void hang_up() {
    if (theirs() >= 0) ::close(theirs());
    ends[1] = -1;
  }
  int ours() const { return ends[0]; }
  int theirs() const { return ends[1]; }
  int ends[2];
};

const std::atomic<bool> never = false;

Head read_what_was_sent(std::string_view bytes, bool hang_up = false) {
  Connection connection;
  EXPECT_TRUE(send_all(connection.theirs(), bytes, never));
  if (hang_up) connection.hang_up();
  const Head head = read_head(connection.ours(), never);
  ::close(connection.ours());
  return head;
}

TEST(Head, EndsAtTheEmptyLine) {
  const Head head = read_what_was_sent("POST / HTTP/1.1\r\nHost: x\r\n\r\nbody");
  EXPECT_EQ(head.refused, 0);
  EXPECT_EQ(head.text, "POST / HTTP/1.1\r\nHost: x\r\n\r\n");
}

TEST(Head, ComesInPieces) {
  Connection connection;
  std::thread sender([&] {
    for (const char c : std::string("GET / HTTP/1.1\r\n\r\n")) send_all(connection.theirs(), {&c, 1}, never);
  });
  EXPECT_EQ(read_head(connection.ours(), never).text, "GET / HTTP/1.1\r\n\r\n");
  sender.join();
  ::close(connection.ours());
}

TEST(Head, HasLimits) {
  EXPECT_EQ(read_what_was_sent("GET /" + std::string(kMaxRequestLine, 'x')).refused, 414);
  EXPECT_EQ(read_what_was_sent("GET / HTTP/1.1\r\nX: " + std::string(kMaxHead, 'x')).refused, 431);
  EXPECT_EQ(read_what_was_sent("GET / HTTP/1.1\r\nHost", true).refused, 400);
}

TEST(Head, NobodyAsksAnything) {
  const Head head = read_what_was_sent("", true);
  EXPECT_EQ(head.refused, 0);
  EXPECT_EQ(head.text, "");
}

TEST(Head, IsNotWaitedForWhenTheServerStops) {
  const std::atomic<bool> stop = true;
  Connection connection;
  EXPECT_EQ(read_head(connection.ours(), stop).text, "");
  ::close(connection.ours());
}

TEST(Connection, TheRestIsReadBeforeItCloses) {
  Connection connection;
  EXPECT_TRUE(send_all(connection.theirs(), std::string(100'000, 'x'), never));
  EXPECT_TRUE(send_all(connection.ours(), "the answer", never));
  std::thread closer([&] { close_gently(connection.ours()); });
  char buffer[64];
  EXPECT_EQ(::recv(connection.theirs(), buffer, sizeof buffer, MSG_WAITALL), 10);
  connection.hang_up();
  closer.join();
}

TEST(Connection, WhatNobodyTakesIsGivenUp) {
  Connection connection;
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_FALSE(send_all(connection.ours(), std::string(10'000'000, 'x'), never));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
  ::close(connection.ours());
}

TEST(Connection, WhatNobodyTakesIsGivenUpAtOnceWhenTheServerStops) {
  std::atomic<bool> stop = false;
  Connection connection;
  std::thread stopper([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    stop = true;
  });
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_FALSE(send_all(connection.ours(), std::string(10'000'000, 'x'), stop));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(3));
  stopper.join();
  ::close(connection.ours());
}

}  // namespace
}  // namespace wrapfeed::web
