#include "web/server.h"

#include <gtest/gtest.h>
#include <sys/socket.h>

#include "base/error.h"

namespace wrapfeed::web {
namespace {

// Makes accept() fail, as the system does that has no memory left for it.
void break_listening_sockets() {
  for (int descriptor = 0; descriptor < 1024; ++descriptor) {
    int listens = 0;
    socklen_t size = sizeof listens;
    const bool is_socket = ::getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) == 0;
    if (is_socket && listens != 0) ::shutdown(descriptor, SHUT_RDWR);
  }
}

TEST(Server, SaysThatItCanListenNoMore) {
  Server server({.port = 0}, [](const Request&) { return Answer{}; });
  break_listening_sockets();
  EXPECT_THROW(server.run(), base::Error);
  server.stop();
}

}  // namespace
}  // namespace wrapfeed::web
