#include "web/cache.h"

namespace wrapfeed::web {

std::optional<std::string> Cache::find(const std::string& asked) const {
  const std::lock_guard lock(mutex_);
  const auto found = answers_.find(asked);
  return found == answers_.end() ? std::nullopt : std::optional(found->second);
}

void Cache::keep(const std::string& asked, const std::string& answer) {
  const std::size_t bytes = asked.size() + answer.size();
  const std::lock_guard lock(mutex_);
  if (bytes > most_bytes_ || answers_.contains(asked)) return;
  if (bytes_ + bytes > most_bytes_) {
    answers_.clear();
    bytes_ = 0;
  }
  answers_.emplace(asked, answer);
  bytes_ += bytes;
}

}  // namespace wrapfeed::web
