#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

#include "pipeline/generate.h"

namespace wrapfeed::cli {

enum class ProgressMode : std::uint8_t { Auto, Always, Never };

// The bar or line for what is done after so many seconds; for Progress and its test.
std::string progress_text(std::int64_t users_done, std::int64_t users, std::int64_t events, double seconds, bool bar);

// Shows on standard error how far a generation is, from a thread of its own, until it is destroyed: a bar drawn again
// and again on a terminal, elsewhere a line every five seconds. Auto decides by standard error; Always draws the bar.
class Progress {
 public:
  Progress(ProgressMode mode, const pipeline::Counters& counters, std::int64_t users);
  ~Progress();

 private:
  void show(bool bar);
  void draw(bool bar) const;

  const pipeline::Counters& counters_;
  std::int64_t users_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::mutex mutex_;
  std::condition_variable done_changed_;
  bool done_ = false;
  std::thread thread_;
};

}  // namespace wrapfeed::cli
