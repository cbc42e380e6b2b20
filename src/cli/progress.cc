#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <utility>

#include "cli/numbers.h"

namespace wrapfeed::cli {

namespace {

constexpr std::int64_t kBarWidth = 30;
constexpr std::chrono::milliseconds kRedraw{100};
constexpr std::chrono::milliseconds kLineEvery{5000};

// Carriage return; the rest of the line is erased, whatever it held.
constexpr const char* kAgain = "\r\x1b[K";

std::string bar_of(std::int64_t done, std::int64_t all) {
  const std::int64_t filled = done * kBarWidth / all;
  return fmt::format("[{:#<{}}{:.<{}}]", "", filled, "", kBarWidth - filled);
}

}  // namespace

std::string progress_text(std::int64_t users_done, std::int64_t users, std::int64_t events, double seconds, bool bar) {
  const std::int64_t done = std::clamp<std::int64_t>(users_done, 0, users);
  const double rate = seconds > 0 ? static_cast<double>(events) / seconds : 0;
  const std::string left = done == 0 ? ""
                                     : fmt::format(", {} left", clock_time(seconds * static_cast<double>(users - done) /
                                                                           static_cast<double>(done)));
  const std::string text =
      fmt::format("{:3}% {} of {} users, {} events, {} events/s{}", done * 100 / users, grouped(done), grouped(users),
                  grouped(events), grouped(static_cast<std::int64_t>(rate)), left);
  return bar ? bar_of(done, users) + " " + text : text;
}

std::string step_text(std::size_t done, std::size_t steps, std::string_view name, bool bar) {
  const std::string text = fmt::format("{:3}% {}", done * 100 / steps, name);
  return bar ? bar_of(static_cast<std::int64_t>(done), static_cast<std::int64_t>(steps)) + " " + text : text;
}

Progress::Progress(ProgressMode mode, const pipeline::Counters& counters, std::int64_t users)
    : Progress(mode, [&counters, users](double seconds, bool bar) {
        return progress_text(counters.users, users, counters.events, seconds, bar);
      }) {}

Progress::Progress(ProgressMode mode, Text text) : text_(std::move(text)) {
  const bool bar = mode == ProgressMode::Always || isatty(STDERR_FILENO) == 1;
  if (mode != ProgressMode::Never) thread_ = std::thread([this, bar] { show(bar); });
}

Progress::~Progress() {
  {
    const std::lock_guard lock(mutex_);
    done_ = true;
  }
  done_changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Progress::show(bool bar) {
  std::unique_lock lock(mutex_);
  while (!done_changed_.wait_for(lock, bar ? kRedraw : kLineEvery, [this] { return done_; })) draw(bar);
  if (bar) std::fputs(kAgain, stderr);
}

void Progress::draw(bool bar) const {
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  const std::string text = text_(seconds, bar);
  if (bar) {
    std::fputs(fmt::format("{}{}", kAgain, text).c_str(), stderr);
  } else {
    std::fputs((text + "\n").c_str(), stderr);
  }
}

}  // namespace wrapfeed::cli
