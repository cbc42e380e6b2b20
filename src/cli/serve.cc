#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <string>

#include "base/error.h"
#include "cli/interruption.h"
#include "cli/progress.h"
#include "cli/verbs.h"
#include "web/api.h"
#include "web/keeper.h"
#include "web/server.h"

namespace wrapfeed::cli {

namespace {

namespace fs = std::filesystem;

struct ServeRequest {
  std::string feed;
  std::string results;
  web::ServerOptions server;
  std::uint32_t port = 8080;
};

// Beside the feed, not in it: a feed stays as it was made.
fs::path results_of(const ServeRequest& request) {
  if (!request.results.empty()) return fs::absolute(request.results);
  const fs::path feed = fs::weakly_canonical(request.feed);
  return feed.parent_path() / (feed.filename().string() + ".results.duckdb");
}

// Before long work.
void check_results(const fs::path& file) {
  const fs::path folder = file.parent_path();
  if (fs::is_directory(file)) base::fail("{}: is a folder, not a file for the results", file.string());
  if (!fs::is_directory(folder)) base::fail("{}: no such folder for the results", folder.string());
  if (fs::exists(file) || ::access(folder.c_str(), W_OK) == 0) return;
  base::fail("{}: cannot be written to; --results FILE keeps the results elsewhere", folder.string());
}

// Shows how far the results are, on a terminal, until they are ready or not to be had.
class Preparing {
 public:
  explicit Preparing(const web::Keeper& keeper) {
    const auto text = [&keeper](double, bool bar) {
      const web::Status status = keeper.status();
      return step_text(static_cast<std::size_t>(1000 * status.share), 1000, status.step, bar);
    };
    progress_.emplace(isatty(STDERR_FILENO) == 0 ? ProgressMode::Never : ProgressMode::Auto, text);
  }
  void end() { progress_.reset(); }

 private:
  std::optional<Progress> progress_;
};

void say(const web::Status& status) {
  if (status.state == web::State::Ready) fmt::print("ready\n");
  if (status.state != web::State::Ready) fmt::print(stderr, "wrapfeed: serve: {}\n", status.error);
  std::fflush(stdout);
}

// The server in a thread of its own, until the end of this.
class Listening {
 public:
  explicit Listening(web::Server& server)
      : server_(server), ended_(std::async(std::launch::async, [&] { server.run(); })) {}
  ~Listening() { server_.stop(); }
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;

  // False if the server ends by itself before.
  bool goes_on_for(std::chrono::milliseconds time) const { return ended_.wait_for(time) != std::future_status::ready; }
  void end() {  // Error if the server ended by itself
    server_.stop();
    ended_.get();
  }

 private:
  web::Server& server_;
  std::future<void> ended_;
};

// Until `stop`, or until the server ends by itself.
void watch(const web::Keeper& keeper, const Listening& listening, const std::atomic<bool>& stop) {
  Preparing preparing(keeper);
  web::State told = web::State::Preparing;
  while (!stop && listening.goes_on_for(std::chrono::milliseconds(50))) {
    const web::Status status = keeper.status();
    if (status.state == told) continue;
    told = status.state;
    if (told == web::State::Preparing) continue;
    preparing.end();
    say(status);
  }
}

int serve(ServeRequest request) {
  web::Source source = web::read_source(request.feed);
  const fs::path results = results_of(request);
  check_results(results);
  request.server.port = static_cast<int>(request.port);
  Interruption interruption;
  std::optional<web::Keeper> keeper;
  std::optional<web::Api> api;
  web::Server server(request.server, [&](const web::Request& asked) { return api->answer(asked); });
  keeper.emplace(std::move(source), results);
  api.emplace(*keeper);
  fmt::print("serving {} at {} until Ctrl-C\n", request.feed, server.address());
  std::fflush(stdout);
  Listening listening(server);
  watch(*keeper, listening, interruption.stop());
  listening.end();
  return 0;
}

}  // namespace

Verb add_serve(CLI::App& program) {
  CLI::App* command =
      add_command(program, "serve", "A web page of a feed: every user's stories, and all users together",
                  "wrapfeed serve feed --port 8080");
  const auto flags = std::make_shared<Flags>(*command);
  const auto request = std::make_shared<ServeRequest>();
  flags->add("FEED", {"", "a feed folder", "", true}, "The feed's folder", [request](const std::string& text) {
    request->feed = text;
    return !text.empty();
  });
  flags->number("--port", request->port, 0, 65'535, "port to listen on; 0 takes any free one");
  flags->text("--host", request->server.host, "ADDRESS", "address to listen on; 0.0.0.0 lets other machines in");
  flags->text("--results", request->results, "FILE",
              "file that keeps what is shown, made once for each feed; else FEED.results.duckdb beside the feed");
  return {command, flags, [request] { return serve(*request); }};
}

}  // namespace wrapfeed::cli
