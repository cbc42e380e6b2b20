#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "database/database.h"
#include "web/cache.h"

namespace wrapfeed::web {

// The results of a feed that make_results() made, open for reading only: several programs may have them open. Any
// thread.
class Results {
 public:
  // Null if there are none in the file, or those of another feed, version or format.
  static std::shared_ptr<Results> open(const std::filesystem::path& file, const std::string& id);

  // The one value of the one row that the query gives, as text; empty where there is no row. Waits for a turn, for few
  // queries run at once: Error of status 503 if it does not come in time.
  std::string value(const std::string& sql);

  Cache& cache() { return cache_; }  // of answers out of these results

 private:
  explicit Results(const std::filesystem::path& file);
  class Turn;

  database::Database database_;
  std::vector<database::Database> connections_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<database::Database*> free_;
  Cache cache_{16 * 1024 * 1024};
};

}  // namespace wrapfeed::web
