#include "web/server.h"

#include <fmt/format.h>
#include <httplib.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

#include "base/error.h"
#include "web/connection.h"
#include "web/host.h"
#include "web/response.h"
#include "web/work_queue.h"

namespace wrapfeed::web {
namespace {

constexpr std::size_t kThreads = 64;       // requests at once; most of them wait for the results' turn
constexpr std::size_t kMostWaiting = 512;  // connections; beyond these they are turned away
constexpr int kBacklog = 512;              // of those that the system has accepted for us

// A request that was read already, and the socket for its answer.
class HeadStream : public httplib::Stream {
 public:
  HeadStream(int socket, std::string_view head, const std::atomic<bool>& stop)
      : socket_(socket), head_(head), stop_(stop) {}

  bool is_readable() const override { return !head_.empty(); }
  bool is_writable() const override { return true; }
  ssize_t read(char* to, size_t size) override {
    const size_t count = std::min(size, head_.size());
    std::memcpy(to, head_.data(), count);
    head_.remove_prefix(count);
    return static_cast<ssize_t>(count);
  }
  ssize_t write(const char* bytes, size_t size) override {
    return send_all(socket_, {bytes, size}, stop_) ? static_cast<ssize_t>(size) : -1;
  }
  void get_remote_ip_and_port(std::string&, int&) const override {}
  void get_local_ip_and_port(std::string&, int&) const override {}
  socket_t socket() const override { return socket_; }

 private:
  int socket_;
  std::string_view head_;
  const std::atomic<bool>& stop_;
};

// For requests that nobody could read.
std::string bare_answer(int status) {
  const char* const reason = status == 400   ? "Bad Request"
                             : status == 408 ? "Request Timeout"
                             : status == 414 ? "URI Too Long"
                             : status == 431 ? "Request Header Fields Too Large"
                                             : "Service Unavailable";
  const Answer answer = status == 503 ? busy().answer() : failure(status, reason);
  return fmt::format("HTTP/1.1 {} {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{}Connection: close\r\n\r\n{}",
                     status, reason, answer.type, answer.body.size(), status == 503 ? "Retry-After: 1\r\n" : "",
                     answer.body);
}

}  // namespace

class Server::Listener : public httplib::Server {
 public:
  Listener(const ServerOptions& options, web::Server::Handler handler)
      : options_(options), handler_(std::move(handler)) {
    new_task_queue = [] { return new WorkQueue(kThreads, kMostWaiting); };
    set_socket_options([](socket_t socket) {  // not the library's: two servers could share a port
      const int yes = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      fill(response, request, answer(request));
      return HandlerResponse::Handled;
    });
    set_error_handler([](const httplib::Request& request, httplib::Response& response) {
      if (response.body.empty())  // what the library could not read
        fill(response, request, failure(response.status, "malformed request"));
    });
    bind();
  }

  std::string address() const {
    const bool six = options_.host.find(':') != std::string::npos;
    return fmt::format("http://{}{}{}:{}/", six ? "[" : "", options_.host, six ? "]" : "", options_.port);
  }

  void listen_to_the_end() {
    const bool asked = listen_after_bind();
    ended_ = true;
    if (!asked) base::fail("{}: the system gives no more connections", address());
  }

  // The library forgets a stop() that comes before it listens.
  void end() {
    stopping_ = true;
    while (!is_running() && !ended_) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    stop();
  }

 private:
  void bind() {
    errno = 0;
    const bool bound = options_.port == 0 ? (options_.port = bind_to_any_port(options_.host)) > 0
                                          : bind_to_port(options_.host, options_.port);
    const int reason = errno;
    if (!bound)
      base::fail("--host {} --port {}: cannot listen there: {}", options_.host, options_.port,
                 reason == 0 ? "no such address" : std::strerror(reason));
    ::listen(svr_sock_, kBacklog);
  }

  Answer answer(const httplib::Request& request) const {
    if (is_loopback(options_.host) && !is_loopback(host_of(request.get_header_value("Host"))))
      return failure(
          403, fmt::format("Host \"{}\": this server answers to localhost alone", request.get_header_value("Host")));
    const std::string length = request.get_header_value("Content-Length");
    if (length.size() > 9 || std::strtoul(length.c_str(), nullptr, 10) > kMaxBody)
      return failure(413, fmt::format("a body of {} bytes: takes none, and reads at most {}", length, kMaxBody));
    return handler_(plain(request));
  }

  bool process_and_close_socket(socket_t socket) override {
    serve(socket);
    close_gently(socket);
    return true;
  }

  void serve(int socket) {
    if (WorkQueue::refused()) {
      send_all(socket, bare_answer(503), stopping_);
      return;
    }
    const Head head = read_head(socket, stopping_);
    if (head.refused != 0) {
      send_all(socket, bare_answer(head.refused), stopping_);
      return;
    }
    if (head.text.empty()) return;
    HeadStream stream(socket, head.text, stopping_);
    bool closed = false;
    process_request(stream, true, closed, simplify);
  }

  ServerOptions options_;
  web::Server::Handler handler_;
  std::atomic<bool> stopping_ = false;
  std::atomic<bool> ended_ = false;
};

Server::Server(const ServerOptions& options, Handler handler)
    : listener_(std::make_unique<Listener>(options, std::move(handler))) {}
Server::~Server() = default;
std::string Server::address() const { return listener_->address(); }
void Server::run() { listener_->listen_to_the_end(); }
void Server::stop() { listener_->end(); }

}  // namespace wrapfeed::web
