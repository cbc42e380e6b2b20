#pragma once

#include "pipeline/steps.h"
#include "pipeline/worker.h"

namespace wrapfeed::pipeline {

// A job that one thread does at once: part of a dimension table, or the users made of boundary cases.
class SingleStep : public Steps {
 public:
  SingleStep(const Run& run, const Job& job) : run_(run), job_(job) {}

  std::size_t count() const override { return 1; }
  void run(std::size_t step, Worker& worker) override;
  FinishedJob finish(Worker& worker) override;

 private:
  feed::FileEntry write(const feed::PartOptions& parts) const;
  feed::FileEntry write_users(const feed::PartOptions& parts) const;

  const Run& run_;
  Job job_;
  Output output_;
  feed::FilesByTable files_;
};

}  // namespace wrapfeed::pipeline
