#pragma once

#include <atomic>
#include <string>
#include <string_view>

namespace wrapfeed::web {

inline constexpr std::size_t kMaxRequestLine = 8 * 1024;  // bytes
inline constexpr std::size_t kMaxHead = 32 * 1024;        // request line and headers
inline constexpr std::size_t kMaxBody = 64 * 1024;        // of no use to anybody, but no reason to hang up

// What came up to the empty line, the body not included.
struct Head {
  std::string text;
  int refused = 0;  // 0, or the status of the answer: 400 cut short, 408 too slow, 414, 431
};

// Reads no more than it may, for two seconds up to the first byte and ten in all, or until `stop`. Empty text: nobody
// asked anything.
Head read_head(int socket, const std::atomic<bool>& stop);

// False if the other side hung up, took nothing for five seconds or not all in thirty; or, once `stop`, did not take it
// at once.
bool send_all(int socket, std::string_view bytes, const std::atomic<bool>& stop);

// So that the last answer arrives although the request was not read to its end; then closes the socket.
void close_gently(int socket);

}  // namespace wrapfeed::web
