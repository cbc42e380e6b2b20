#pragma once

#include <memory>
#include <optional>

#include "feed/part_writer.h"
#include "pipeline/in_order.h"
#include "pipeline/steps.h"
#include "pipeline/truth_part.h"
#include "pipeline/user_batch.h"
#include "pipeline/worker.h"

namespace wrapfeed::pipeline {

// An event part of layout user, with its truth: each step simulates, encodes and compresses a batch of users; the
// batches go into the file in order.
class UserPart : public Steps {
 public:
  UserPart(const Run& run, const Job& job);

  std::size_t count() const override { return batches_.count(); }
  bool may_begin(std::size_t step, std::size_t ended) const override;
  void run(std::size_t step, Worker& worker) override;
  FinishedJob finish(Worker& worker) override;

 private:
  struct Sink;

  void fill(UserBatch& batch, std::size_t number, Worker& worker);
  void append_blocks(UserBatch& batch, std::size_t number);
  void append(const UserBatch& batch);

  const Run& run_;
  Job job_;
  UserBatches batches_;
  Output output_;
  feed::PartWriter events_;
  std::optional<TruthPart> truth_;
  std::optional<base::Millis> first_, last_;
  InOrder<std::unique_ptr<UserBatch>> in_order_;
};

}  // namespace wrapfeed::pipeline
