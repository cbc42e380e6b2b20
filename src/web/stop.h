#pragma once

#include <atomic>
#include <exception>
#include <mutex>

#include "database/database.h"

namespace wrapfeed::web {

// Thrown out of work that is no longer wanted.
class Stopped : public std::exception {};

// Ends long work from another thread: at its next check(), or in the statement that runs in the database it watches.
class Stop {
 public:
  void request();  // again and again, until the work has ended: it may be between two statements
  bool requested() const { return requested_; }
  void check() const;  // Stopped, if requested

  // While it lives, request() interrupts this database too.
  class Watch {
   public:
    Watch(Stop& stop, database::Database& database);  // Stopped, if requested already
    ~Watch();
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

   private:
    Stop& stop_;
  };

 private:
  std::atomic<bool> requested_ = false;
  std::mutex mutex_;
  database::Database* watched_ = nullptr;
};

}  // namespace wrapfeed::web
