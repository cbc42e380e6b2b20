#pragma once

#include <cstddef>
#include <vector>

#include "base/file.h"
#include "feed/manifest.h"
#include "pipeline/plan.h"

namespace wrapfeed::pipeline {

class Worker;

// A job whose files are written but neither on disk nor in place.
struct FinishedJob {
  Job job;
  std::vector<base::PendingFile> pending;
  feed::FilesByTable files;
};

// A job on its way: steps that several threads take, one after the other. Which thread does which step, and how many
// there are, changes no byte.
class Steps {
 public:
  virtual ~Steps() = default;

  virtual std::size_t count() const = 0;  // at least 1
  // Whether a step may begin when all before it have begun and so many have ended, in any order.
  virtual bool may_begin(std::size_t /*step*/, std::size_t /*ended*/) const { return true; }
  virtual void run(std::size_t step, Worker& worker) = 0;  // any thread, at any time; each step once
  virtual FinishedJob finish(Worker& worker) = 0;          // when all have ended
};

}  // namespace wrapfeed::pipeline
