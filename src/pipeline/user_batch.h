#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "feed/batch.h"
#include "feed/layout.h"
#include "feed/options.h"
#include "pipeline/truth_rows.h"

namespace wrapfeed::pipeline {

// What one step makes of a part: all events of a few users.
struct UserBatch {
  UserBatch(const feed::FeedOptions& options, const catalog::Catalog& catalog)
      : events(options.block_size_kib * std::size_t{1024}) {
    if (options.truth) truth.emplace(options, catalog);
  }
  void clear() {
    events.clear();
    if (truth) truth->clear();
    first.reset();
    last.reset();
  }
  TruthRows* truth_or_null() { return truth ? &*truth : nullptr; }

  feed::Batch events;              // layout user
  std::optional<TruthRows> truth;  // where it is wanted
  std::optional<base::Millis> first, last;
};

// How a part's users are cut into batches: by the users and days alone, so that threads change no byte.
class UserBatches {
 public:
  UserBatches(const feed::PartRange& users, std::int64_t users_per_batch) : users_(users), each_(users_per_batch) {}

  std::size_t count() const {
    return static_cast<std::size_t>(std::max<std::int64_t>(1, (users_.last - users_.first + each_ - 1) / each_));
  }
  feed::UserRange users(std::size_t batch) const {
    const std::int64_t begin = users_.first + static_cast<std::int64_t>(batch) * each_;
    return {begin, std::min(users_.last, begin + each_)};
  }

 private:
  feed::PartRange users_;
  std::int64_t each_;
};

// Waiting batches take memory: one may begin only so many behind the first that is not in its file yet.
inline constexpr std::size_t kBatchesAhead = 3;  // a thread

}  // namespace wrapfeed::pipeline
