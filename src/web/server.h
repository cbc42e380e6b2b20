#pragma once

#include <functional>
#include <memory>
#include <string>

#include "web/answer.h"

namespace wrapfeed::web {

struct ServerOptions {
  std::string host = "127.0.0.1";  // name or address to listen on
  int port = 8080;                 // 0: any free one
};

// Listens and lets `handler` answer, each request on a connection of its own. What is too large, too slow or too much
// at once is refused with a clear answer before anybody sees it. While it listens on loopback alone, requests for other
// names are refused too: a page from elsewhere cannot read it by giving its own name our address.
class Server {
 public:
  using Handler = std::function<Answer(const Request&)>;  // by several threads at once

  // Error if it cannot listen there: a port in use, say.
  Server(const ServerOptions& options, Handler handler);
  ~Server();

  std::string address() const;  // "http://127.0.0.1:8080/"
  void run();                   // until stop(); Error if the system gives no more connections
  // From any thread. What is being answered is finished, unless nobody takes it.
  void stop();

 private:
  class Listener;
  std::unique_ptr<Listener> listener_;
};

}  // namespace wrapfeed::web
