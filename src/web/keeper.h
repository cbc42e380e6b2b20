#pragma once

#include <condition_variable>
#include <filesystem>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "web/preparation.h"
#include "web/results.h"
#include "web/source.h"
#include "web/stop.h"

namespace wrapfeed::web {

enum class State { Preparing, Ready, Failed, Missing };

// How far the results are.
struct Status {
  State state = State::Preparing;
  std::string id;  // of the feed
  std::string stage{};
  std::string step{};
  double share = 0;
  std::string error{};
};
std::string to_json(const Status& status);

// Keeps the results at hand that fit the feed as it lies in its folder: opens those in the file, or makes them, and
// makes them again when the feed is replaced, even while they are made. A thread of its own, which looks at the feed
// every second. The rest from any thread.
class Keeper {
 public:
  Keeper(Source source, std::filesystem::path file);
  ~Keeper();  // what is being made is given up
  Keeper(const Keeper&) = delete;
  Keeper& operator=(const Keeper&) = delete;

  Status status() const;
  std::string feed() const;                  // what feed_facts() says
  std::shared_ptr<Results> results() const;  // null unless ready

 private:
  void run(const Source& source);
  void provide(const Source& source);
  void make(const Source& source);
  void look();
  void set(Status status, std::shared_ptr<Results> results = nullptr);
  bool wait();  // false when it is to end

  const std::filesystem::path folder_;
  const std::filesystem::path file_;
  Stop stop_;
  mutable std::mutex mutex_;
  std::condition_variable ended_;
  Status status_;
  std::string feed_;
  std::shared_ptr<Results> results_;
  std::optional<std::string> mark_;  // of the feed that was looked at last; none: it is to be looked at again
  std::future<void> running_;        // last: it uses the others
};

}  // namespace wrapfeed::web
