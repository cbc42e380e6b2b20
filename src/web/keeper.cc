#include "web/keeper.h"

#include <chrono>
#include <nlohmann/json.hpp>

#include "base/error.h"

namespace wrapfeed::web {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::chrono::seconds kLook{1};
constexpr std::chrono::milliseconds kStopAgain{100};

const char* name_of(State state) {
  switch (state) {
    case State::Preparing:
      return "preparing";
    case State::Ready:
      return "ready";
    case State::Failed:
      return "failed";
    default:
      return "missing";
  }
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

}  // namespace

std::string to_json(const Status& status) {
  const Json json = {{"id", status.id},
                     {"state", name_of(status.state)},
                     {"stage", text_or_null(status.stage)},
                     {"step", text_or_null(status.step)},
                     {"share", status.share},
                     {"error", text_or_null(status.error)}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Keeper::Keeper(Source source, fs::path file)
    : folder_(source.folder),
      file_(std::move(file)),
      status_{.id = source.id},
      feed_(feed_facts(source)),
      running_(std::async(std::launch::async, [this, source = std::move(source)] { run(source); })) {}

Keeper::~Keeper() {
  do {
    stop_.request();
    ended_.notify_all();
  } while (running_.wait_for(kStopAgain) != std::future_status::ready);
}

Status Keeper::status() const {
  const std::lock_guard lock(mutex_);
  return status_;
}

std::string Keeper::feed() const {
  const std::lock_guard lock(mutex_);
  return feed_;
}

std::shared_ptr<Results> Keeper::results() const {
  const std::lock_guard lock(mutex_);
  return results_;
}

void Keeper::set(Status status, std::shared_ptr<Results> results) {
  const std::lock_guard lock(mutex_);
  status_ = std::move(status);
  results_ = std::move(results);
}

bool Keeper::wait() {
  std::unique_lock lock(mutex_);
  return !ended_.wait_for(lock, kLook, [this] { return stop_.requested(); });
}

void Keeper::run(const Source& source) {
  mark_ = source.mark;
  provide(source);
  while (wait()) {
    std::string now = mark_of(folder_);
    if (now == mark_) continue;
    mark_ = std::move(now);
    look();
  }
}

// The manifest is not what it was.
void Keeper::look() try {
  const Source source = read_source(folder_);
  mark_ = source.mark;
  {
    const std::lock_guard lock(mutex_);
    feed_ = feed_facts(source);
  }
  provide(source);
} catch (const std::exception& error) {
  const State state = mark_of(folder_).empty() ? State::Missing : State::Failed;
  set({.state = state, .id = status().id, .error = error.what()});
}

void Keeper::provide(const Source& source) try {
  std::shared_ptr<Results> results = Results::open(file_, source.id);
  if (results == nullptr) {
    make(source);
    results = Results::open(file_, source.id);
  }
  if (results == nullptr) base::fail("{}: is not what was just written", file_.string());
  set({.state = State::Ready, .id = source.id, .share = 1}, results);
} catch (const Stopped&) {
  mark_.reset();
} catch (const std::exception& error) {
  // A feed that is being removed may lose its manifest last.
  if (wait() && mark_of(folder_) == source.mark) set({.state = State::Failed, .id = source.id, .error = error.what()});
}

void Keeper::make(const Source& source) {
  set({.state = State::Preparing, .id = source.id});
  const auto on_step = [&](const Step& step) {
    set({.state = State::Preparing,
         .id = source.id,
         .stage = std::string(step.stage),
         .step = step.name,
         .share = step.share});
  };
  make_results(source, file_, on_step, stop_);
}

}  // namespace wrapfeed::web
