#include "insights/wrapped.h"

#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>

#include "base/error.h"
#include "base/file.h"
#include "cli/progress.h"
#include "cli/usage_error.h"
#include "cli/verbs.h"
#include "cli/wrapped_card.h"
#include "feed/readable_feed.h"
#include "insights/answers_file.h"

namespace wrapfeed::cli {

namespace {

namespace fs = std::filesystem;
using insights::Answers;

struct WrappedRequest {
  std::string feed;
  std::int64_t user = 0;
  std::int64_t year = 0;
  std::string window = std::string(insights::kDefaultWindow);
  std::string format = "table";
  std::string out;
  bool one_user = false;
  bool alone = false;
  bool year_given = false;
  bool force = false;
  ProgressMode progress = ProgressMode::Auto;
};

void check_alone(const WrappedRequest& request, bool binary) {
  if (!request.alone) return;
  if (!request.one_user) fail_usage("--alone: takes a --user, whose own listening it tells of");
  if (binary) fail_usage("--alone: takes --format table or json, the others hold all stories");
}

void check_out(const WrappedRequest& request, bool binary) {
  if (request.out.empty() && binary && isatty(STDOUT_FILENO) == 1)
    fail_usage("--format {}: takes an --out, a terminal shows no such file", request.format);
  if (request.out.empty()) return;
  if (fs::is_directory(request.out)) base::fail("--out {}: is a folder, not a file to write", request.out);
  if (fs::exists(request.out) && !request.force) base::fail("--out {}: exists (--force replaces it)", request.out);
}

// The bar belongs on the same terminal as nothing else: lines elsewhere would only disturb.
class Steps {
 public:
  explicit Steps(ProgressMode mode)
      : progress_(mode == ProgressMode::Auto && isatty(STDERR_FILENO) == 0 ? ProgressMode::Never : mode,
                  [this](double, bool bar) {
                    const std::lock_guard lock(mutex_);
                    return step_text(done_, steps_, name_, bar);
                  }) {}
  void begin(std::size_t done, std::size_t steps, std::string_view name) {
    const std::lock_guard lock(mutex_);
    done_ = done;
    steps_ = steps;
    name_ = name;
  }

 private:
  std::mutex mutex_;
  std::size_t done_ = 0;
  std::size_t steps_ = 1;
  std::string name_;
  Progress progress_;
};

insights::EachUser each_user(const WrappedRequest& request, const insights::Wrapped& wrapped) {
  return [&](const std::function<void(const Answers&)>& take) {
    if (!request.one_user) return wrapped.for_each_user(take);
    take(wrapped.of_user(request.user));
  };
}

using Write = std::function<void(std::string_view)>;

void write_lines(const WrappedRequest& request, const insights::EachUser& each, const Write& write) {
  if (request.format == "json")
    return each(
        [&](const Answers& answers) { write(answers.dump(-1, ' ', false, Answers::error_handler_t::replace) + "\n"); });
  const bool colours = request.out.empty() && isatty(STDOUT_FILENO) == 1;
  if (request.one_user) return each([&](const Answers& answers) { write(wrapped_card(answers, colours)); });
  write(wrapped_heading(colours));
  each([&](const Answers& answers) { write(wrapped_line(answers)); });
}

void write_text(const WrappedRequest& request, const insights::EachUser& each) {
  if (request.out.empty()) {
    write_lines(request, each, [](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); });
    return;
  }
  base::WholeFile file(request.out);
  write_lines(request, each, [&](std::string_view text) { file.write(text); });
  file.commit();
}

// A file of its own even on the way to standard output: both formats know their end only when all is written.
void write_binary(const WrappedRequest& request, const insights::EachUser& each) {
  const auto write = request.format == "avro" ? insights::write_avro : insights::write_parquet;
  if (!request.out.empty()) return write(fs::absolute(request.out), each);
  const fs::path folder = fs::temp_directory_path() / fmt::format("wrapfeed-wrapped-{}", ::getpid());
  const auto remove = [](const fs::path* path) {
    std::error_code ignored;
    fs::remove_all(*path, ignored);
  };
  const std::unique_ptr<const fs::path, decltype(remove)> goes(&folder, remove);
  fs::create_directories(folder);
  write(folder / "answers", each);
  const std::string bytes = base::read_text(folder / "answers");
  std::fwrite(bytes.data(), 1, bytes.size(), stdout);
}

std::unique_ptr<insights::Wrapped> run_queries(const WrappedRequest& request, const insights::Window& window) {
  Steps steps(request.progress);
  return std::make_unique<insights::Wrapped>(
      request.feed, window,
      [&](std::size_t done, std::size_t all, std::string_view name) { steps.begin(done, all, name); });
}

int wrapped(const WrappedRequest& request) {
  const bool binary = request.format == "avro" || request.format == "parquet";
  check_alone(request, binary);
  check_out(request, binary);
  const feed::Manifest manifest = feed::read_manifest(request.feed);
  const int year = request.year_given ? static_cast<int>(request.year) : insights::last_year(manifest);
  const insights::Window window = insights::window_of(year, request.window);
  insights::check_window(request.feed, manifest, window);
  if (request.one_user) feed::expect_user(request.feed, manifest, request.user);
  if (request.alone) {
    const Answers answers = insights::own_answers(request.feed, window, request.user);
    write_text(request, [&](const std::function<void(const Answers&)>& take) { take(answers); });
    return 0;
  }
  const std::unique_ptr<insights::Wrapped> answers = run_queries(request, window);
  (binary ? write_binary : write_text)(request, each_user(request, *answers));
  return 0;
}

}  // namespace

Verb add_wrapped(CLI::App& program) {
  CLI::App* command = add_command(program, "wrapped", "The Wrapped of every user of a feed, or of one",
                                  "wrapfeed wrapped feed --user 1");
  const auto flags = std::make_shared<Flags>(*command);
  const auto request = std::make_shared<WrappedRequest>();
  flags->add("FEED", {"", "a feed folder", "", true}, "The feed's folder", [request](const std::string& text) {
    request->feed = text;
    return !text.empty();
  });
  flags->number("--user", request->user, 0, feed::kMaxUsers, "this user alone, by user_id; else all of them", false);
  flags->toggle("--alone", request->alone,
                "with --user, a moment: without what compares users (personality, club, age, ...)");
  flags->number("--year", request->year, 1900, 2199, "the year looked back on; else that of the feed's last day",
                false);
  flags->add("--window",
             {"MM-DD:MM-DD", "MM-DD:MM-DD, the first and the last local day of the year",
              std::string(insights::kDefaultWindow)},
             "local days looked back on, both included", [request](const std::string& text) {
               request->window = text;
               try {
                 insights::window_of(2024, text);
               } catch (const base::Error&) {
                 return false;
               }
               return true;
             });
  flags->choice("--format", {"table", "json", "avro", "parquet"}, "table",
                "for the terminal, one JSON object a line, or a file as schemas/wrapped.avsc has it",
                [request](std::string_view name) { request->format = name; });
  flags->text("--out", request->out, "FILE", "file to write, else standard output");
  flags->toggle("--force", request->force, "replace the file that is there");
  flags->choice("--progress", {"auto", "always", "never"}, "auto", "a bar on a terminal; always; or nothing",
                [request](std::string_view name) {
                  request->progress = name == "always"  ? ProgressMode::Always
                                      : name == "never" ? ProgressMode::Never
                                                        : ProgressMode::Auto;
                });
  return {command, flags, [flags, request] {
            request->one_user = flags->given("--user");
            request->year_given = flags->given("--year");
            return wrapped(*request);
          }};
}

}  // namespace wrapfeed::cli
