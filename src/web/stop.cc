#include "web/stop.h"

namespace wrapfeed::web {

void Stop::request() {
  requested_ = true;
  const std::lock_guard lock(mutex_);
  if (watched_ != nullptr) watched_->interrupt();
}

void Stop::check() const {
  if (requested_) throw Stopped();
}

Stop::Watch::Watch(Stop& stop, database::Database& database) : stop_(stop) {
  const std::lock_guard lock(stop_.mutex_);
  stop_.check();
  stop_.watched_ = &database;
}

Stop::Watch::~Watch() {
  const std::lock_guard lock(stop_.mutex_);
  stop_.watched_ = nullptr;
}

}  // namespace wrapfeed::web
