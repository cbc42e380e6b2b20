#include "realism/report.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

#include "base/error.h"
#include "base/file.h"
#include "cli/verbs.h"
#include "feed/layout.h"

namespace wrapfeed::cli {

namespace {

namespace fs = std::filesystem;

struct ReportRequest {
  std::string feed;
  std::string out = "report";
  bool force = false;
  bool quiet = false;
};

// The folder may hold anything but a feed, which stays as it was made; force replaces the two files alone.
void check_out(const ReportRequest& request) {
  std::error_code error;
  const fs::file_status status = fs::status(request.out, error);
  if (status.type() == fs::file_type::not_found) return;
  if (error) base::fail("{}: cannot be looked at: {}", request.out, error.message());
  if (!fs::is_directory(status)) base::fail("{}: exists and is not a folder", request.out);
  if (fs::exists(fs::path(request.out) / feed::kManifestName))
    base::fail("{}: is a feed, which stays as it was made; --out takes another folder", request.out);
  if (!request.force && !fs::is_empty(request.out))
    base::fail("{}: exists and is not empty (--force replaces the report in it)", request.out);
}

// A folder that this run makes, and removes again when it comes to nothing.
class NewFolder {
 public:
  explicit NewFolder(fs::path path) : path_(std::move(path)), existed_(fs::exists(path_)) {
    std::error_code error;
    fs::create_directories(path_, error);
    if (error) base::fail("{}: cannot be made: {}", path_.string(), error.message());
  }
  ~NewFolder() {
    std::error_code ignored;  // an error is already on its way, and says more
    if (!kept_ && !existed_) fs::remove(path_, ignored);
  }
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;
  const fs::path& path() const { return path_; }
  void keep() { kept_ = true; }

 private:
  fs::path path_;
  bool existed_;
  bool kept_ = false;
};

int report(const ReportRequest& request) {
  check_out(request);
  NewFolder folder(request.out);
  const realism::Report report = realism::make_report(request.feed, folder.path() / ".scratch");
  base::write_whole(folder.path() / "scorecard.json", report.json);
  base::write_whole(folder.path() / "report.html", report.page);
  folder.keep();
  if (request.quiet) return 0;
  fmt::print("{}{}: {} and {}\n", realism::to_text(report.card), request.out, "report.html", "scorecard.json");
  return 0;
}

}  // namespace

Verb add_report(CLI::App& program) {
  CLI::App* command =
      add_command(program, "report", "Measures a feed against real listening: a page of pictures and a scorecard",
                  "wrapfeed report feed --out report");
  const auto flags = std::make_shared<Flags>(*command);
  const auto request = std::make_shared<ReportRequest>();
  flags->add("FEED", {"", "a feed folder", "", true}, "The feed's folder", [request](const std::string& text) {
    request->feed = text;
    return !text.empty();
  });
  flags->text("--out", request->out, "DIR", "folder for report.html and scorecard.json");
  flags->toggle("--force", request->force, "replace the report that is in the folder");
  flags->toggle("--quiet", request->quiet, "print nothing but errors");
  return {command, flags, [request] { return report(*request); }};
}

}  // namespace wrapfeed::cli
