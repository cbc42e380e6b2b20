#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <string>

#include "account/archive.h"
#include "account/history.h"
#include "account/stream.h"
#include "base/error.h"
#include "cli/numbers.h"
#include "cli/usage_error.h"
#include "cli/verbs.h"
#include "feed/options.h"

namespace wrapfeed::cli {

namespace {

namespace fs = std::filesystem;

struct ExportRequest {
  std::string feed;
  std::int64_t user = 0;
  account::Form form = account::Form::Extended;
  std::string out = "my_data.zip";
  bool force = false;
  bool quiet = false;
};

bool is_zip(const ExportRequest& request) { return fs::path(request.out).extension() == ".zip"; }

// What is there stays, unless it is to be replaced: a file by the zip; in a folder the files of the same name alone.
void check_out(const ExportRequest& request) {
  if (!fs::exists(request.out)) return;
  const bool folder = fs::is_directory(request.out);
  if (folder == is_zip(request))
    base::fail("--out {}: is {}; a name in .zip is a file to write, any other a folder", request.out,
               folder ? "a folder" : "a file");
  if (!request.force && !(folder && fs::is_empty(request.out)))
    base::fail("--out {}: exists (--force replaces the export in it)", request.out);
}

int export_history(const ExportRequest& request) {
  check_out(request);
  const std::vector<account::Stream> streams = account::read_streams(request.feed, request.user);
  const std::vector<account::HistoryFile> files = account::history_files(request.user, streams, request.form);
  (is_zip(request) ? account::write_zip : account::write_folder)(request.out, files);
  if (request.quiet) return 0;
  fmt::print("{}: {} streams of user {}\n", request.out, grouped(static_cast<std::int64_t>(streams.size())),
             request.user);
  for (const account::HistoryFile& file : files)
    fmt::print("  {:<72}{:>10}\n", file.path, file_size(static_cast<std::int64_t>(file.text.size())));
  return 0;
}

}  // namespace

Verb add_export_history(CLI::App& program) {
  CLI::App* command =
      add_command(program, "export-history", "One user's streaming history, as tools for such exports read it",
                  "wrapfeed export-history feed --user 1 --out my_data.zip");
  const auto flags = std::make_shared<Flags>(*command);
  const auto request = std::make_shared<ExportRequest>();
  flags->add("FEED", {"", "a feed folder", "", true}, "The feed's folder", [request](const std::string& text) {
    request->feed = text;
    return !text.empty();
  });
  flags->number("--user", request->user, 0, feed::kMaxUsers, "whose history, by user_id", false);
  flags->choice("--form", {"extended", "endsong", "short"}, "extended",
                "everything; the same as before 2023; or the last year in four fields",
                [request](std::string_view name) {
                  request->form = name == "endsong" ? account::Form::Endsong
                                  : name == "short" ? account::Form::Short
                                                    : account::Form::Extended;
                });
  flags->text("--out", request->out, "FILE.zip|DIR", "a zip to write, or a folder");
  flags->toggle("--force", request->force, "replace the export that is there");
  flags->toggle("--quiet", request->quiet, "print nothing but errors");
  return {command, flags, [flags, request] {
            if (!flags->given("--user")) fail_usage("--user is missing: takes {}", flags->takes("--user"));
            return export_history(*request);
          }};
}

}  // namespace wrapfeed::cli
