#include "cli/interruption.h"

#include <csignal>

#include "base/error.h"

namespace wrapfeed::cli {

namespace {

std::atomic<bool> stop_flag{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may only touch lock-free atomics");

void on_signal(int) { stop_flag = true; }

void handle(void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

}  // namespace

Interruption::Interruption() {
  stop_flag = false;
  handle(on_signal);
}

Interruption::~Interruption() { handle(SIG_DFL); }

std::atomic<bool>& Interruption::stop() { return stop_flag; }

void Interruption::check(std::string_view out, std::string_view consequence) {
  if (stop_flag) base::fail("{}: interrupted; {}", out, consequence);
}

}  // namespace wrapfeed::cli
