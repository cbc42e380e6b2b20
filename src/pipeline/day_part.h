#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "pipeline/in_order.h"
#include "pipeline/steps.h"
#include "pipeline/truth_part.h"
#include "pipeline/user_batch.h"
#include "pipeline/worker.h"

namespace wrapfeed::pipeline {

// The event parts of some users in layout day, one a day, with their truth. The first steps simulate and encode a batch
// of users each; when all have ended, each of the others puts one day in order and writes it. One at a time.
class DayPart : public Steps {
 public:
  DayPart(const Run& run, const Job& job);

  std::size_t count() const override { return batches_.count() + days_.size(); }
  bool may_begin(std::size_t step, std::size_t ended) const override;
  void run(std::size_t step, Worker& worker) override;
  FinishedJob finish(Worker& worker) override;

 private:
  struct User {
    const DayBuckets* buckets;
    std::size_t place;
  };
  struct Day {
    Output output;
    std::vector<feed::FileEntry> files;  // one, or none
  };
  void run_batch(std::size_t batch, Worker& worker);
  void add_user(std::int64_t user, DayBuckets& buckets, TruthRows* truth, Worker& worker);
  void run_day(std::size_t number, Worker& worker);
  void order_day(base::Days day, DayOrder& order) const;
  feed::FileEntry write_day(base::Days day, Output& output, Worker& worker) const;

  const Run& run_;
  Job job_;
  UserBatches batches_;
  Output output_;
  std::vector<User> users_;
  std::vector<Day> days_;
  std::optional<TruthPart> truth_;
  InOrder<std::unique_ptr<UserBatch>> in_order_;  // the truth
};

}  // namespace wrapfeed::pipeline
