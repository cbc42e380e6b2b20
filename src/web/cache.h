#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace wrapfeed::web {

// Answers that took some time, by what was asked, as long as they take no more than so many bytes together: then it
// forgets them all. Any thread.
class Cache {
 public:
  explicit Cache(std::size_t most_bytes) : most_bytes_(most_bytes) {}
  std::optional<std::string> find(const std::string& asked) const;
  void keep(const std::string& asked, const std::string& answer);

 private:
  const std::size_t most_bytes_;
  mutable std::mutex mutex_;
  std::map<std::string, std::string> answers_;
  std::size_t bytes_ = 0;
};

}  // namespace wrapfeed::web
