#include "web/keeper.h"

#include <chrono>
#include <nlohmann/json.hpp>

#include "base/error.h"

namespace wrapfeed::web {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::chrono::seconds kLook{1};

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
      source_(std::move(source)),
      thread_([this] { run(); }) {}

Keeper::~Keeper() {
  stop_.request();
  ended_.notify_all();
  thread_.join();
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

void Keeper::run() {
  std::string mark = source_.mark;
  provide(source_);
  while (wait()) {
    const std::string now = mark_of(folder_);
    if (now == mark) continue;
    mark = now;
    look();
  }
}

// The manifest is not what it was.
void Keeper::look() try {
  const Source source = read_source(folder_);
  {
    const std::lock_guard lock(mutex_);
    feed_ = feed_facts(source);
  }
  provide(source);
} catch (const std::exception& error) {
  set({.state = State::Missing, .id = status().id, .error = error.what()});
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
} catch (const std::exception& error) {
  set({.state = State::Failed, .id = source.id, .error = error.what()});
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
