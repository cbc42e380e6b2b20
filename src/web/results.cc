#include "web/results.h"

#include <fmt/format.h>

#include <chrono>

#include "base/error.h"
#include "feed/manifest.h"
#include "web/answer.h"
#include "web/preparation.h"

namespace wrapfeed::web {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kAtOnce = 4;            // queries; each uses all cores
constexpr std::chrono::seconds kPatience{8};  // for a turn
constexpr const char* kMemory = "512MB";

}  // namespace

class Results::Turn {
 public:
  explicit Turn(Results& results) : results_(results) {
    std::unique_lock lock(results_.mutex_);
    if (!results_.returned_.wait_for(lock, kPatience, [&] { return !results_.free_.empty(); })) throw busy();
    database_ = results_.free_.back();
    results_.free_.pop_back();
  }
  ~Turn() {
    {
      const std::lock_guard lock(results_.mutex_);
      results_.free_.push_back(database_);
    }
    results_.returned_.notify_one();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  database::Database& database() { return *database_; }

 private:
  Results& results_;
  database::Database* database_;
};

Results::Results(const fs::path& file) : database_({.memory_limit = kMemory, .file = file.string()}) {
  connections_.reserve(kAtOnce);
  for (std::size_t i = 0; i < kAtOnce; ++i) {
    connections_.push_back(database_.connect());
    free_.push_back(&connections_.back());
  }
}

std::shared_ptr<Results> Results::open(const fs::path& file, const std::string& id) {
  if (!fs::exists(file)) return nullptr;
  try {
    std::shared_ptr<Results> results(new Results(file));
    const std::string about = results->value("select format || ' ' || id || ' ' || program from about");
    const std::string wanted = fmt::format("{} {} {}", kResultsFormat, id, feed::product_version());
    return about == wanted ? results : nullptr;
  } catch (const base::Error&) {  // no file of ours, or a damaged one: it is made again
    return nullptr;
  }
}

std::string Results::value(const std::string& sql) {
  Turn turn(*this);
  const database::Database::Result result = turn.database().query(sql);
  return result.rows() == 0 || result.is_null(0, 0) ? "" : result.text(0, 0);
}

}  // namespace wrapfeed::web
