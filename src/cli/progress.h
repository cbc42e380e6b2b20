#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "pipeline/generate.h"

namespace wrapfeed::cli {

enum class ProgressMode : std::uint8_t { Auto, Always, Never };

// The bar or line for what is done after so many seconds; for Progress and its test.
std::string progress_text(std::int64_t users_done, std::int64_t users, std::int64_t events, double seconds, bool bar);

// The same for work of so many steps, the next of which is `name`.
std::string step_text(std::size_t done, std::size_t steps, std::string_view name, bool bar);

// Shows on standard error how far a generation or another work is, from a thread of its own, until it is destroyed: a
// bar drawn again and again on a terminal, elsewhere a line every five seconds. Auto decides by standard error; Always
// draws the bar.
class Progress {
 public:
  // Called from that thread.
  using Text = std::function<std::string(double seconds, bool bar)>;
  Progress(ProgressMode mode, Text text);
  Progress(ProgressMode mode, const pipeline::Counters& counters, std::int64_t users);
  ~Progress();

 private:
  void show(bool bar);
  void draw(bool bar) const;

  Text text_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::mutex mutex_;
  std::condition_variable done_changed_;
  bool done_ = false;
  std::thread thread_;
};

}  // namespace wrapfeed::cli
