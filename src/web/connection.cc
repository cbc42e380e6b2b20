#include "web/connection.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>

namespace wrapfeed::web {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kForFirstByte{2};  // browsers open connections in store
constexpr std::chrono::seconds kForHead{10};
constexpr std::chrono::seconds kForPiece{5};
constexpr std::chrono::seconds kForAnswer{30};
constexpr std::chrono::milliseconds kForRest{500};
constexpr std::size_t kMaxRest = 1024 * 1024;
constexpr int kLookMs = 100;  // at `stop`

bool is_ready(int socket, short event) {
  pollfd wanted{.fd = socket, .events = event, .revents = 0};
  return ::poll(&wanted, 1, kLookMs) > 0;
}

// 0: go on.
int limit_broken(const std::string& text) {
  if (text.size() > kMaxRequestLine && text.find('\n') > kMaxRequestLine) return 414;
  return text.size() > kMaxHead ? 431 : 0;
}

}  // namespace

Head read_head(int socket, const std::atomic<bool>& stop) {
  const auto begin = Clock::now();
  Head head;
  char buffer[4096];
  while (!stop && Clock::now() < begin + (head.text.empty() ? kForFirstByte : kForHead)) {
    if (!is_ready(socket, POLLIN)) continue;
    const ssize_t got = ::recv(socket, buffer, sizeof buffer, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) {
      head.refused = head.text.empty() ? 0 : 400;
      return head;
    }
    const std::size_t searched = head.text.size() < 3 ? 0 : head.text.size() - 3;
    head.text.append(buffer, static_cast<std::size_t>(got));
    const std::size_t end = head.text.find("\r\n\r\n", searched);
    if (end != std::string::npos) head.text.resize(end + 4);
    head.refused = limit_broken(head.text);
    if (head.refused != 0 || end != std::string::npos) return head;
  }
  if (!head.text.empty()) head.refused = 408;
  return head;
}

bool send_all(int socket, std::string_view bytes, const std::atomic<bool>& stop) {
  const auto end = Clock::now() + kForAnswer;
  auto moved = Clock::now();
  while (!bytes.empty()) {
    const bool ready = is_ready(socket, POLLOUT);
    if (Clock::now() > std::min(end, moved + kForPiece) || (stop && !ready)) return false;
    if (!ready) continue;
    const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (sent <= 0) return false;
    moved = Clock::now();
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

void close_gently(int socket) {
  ::shutdown(socket, SHUT_WR);
  const auto deadline = Clock::now() + kForRest;
  char buffer[16 * 1024];
  for (std::size_t rest = 0; rest < kMaxRest && Clock::now() < deadline;) {
    if (!is_ready(socket, POLLIN)) continue;
    const ssize_t got = ::recv(socket, buffer, sizeof buffer, 0);
    if (got <= 0) break;
    rest += static_cast<std::size_t>(got);
  }
  ::close(socket);
}

}  // namespace wrapfeed::web
