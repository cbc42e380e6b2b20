#include "feed/output_folder.h"

#include <string>
#include <system_error>
#include <utility>

#include "base/error.h"
#include "feed/layout.h"
#include "feed/replacement.h"

namespace wrapfeed::feed {

namespace {

namespace fs = std::filesystem;

// What marks it as whole goes first: at no moment does a part of it look finished.
void empty(const fs::path& folder, std::error_code& error) {
  for (const std::string_view table : kTables) fs::remove(folder / table / kSuccessName, error);
  error.clear();  // a mark that is not there is no failure; one that cannot be removed fails again below
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    fs::remove_all(entry->path(), error);
}

}  // namespace

void check_output_folder(const fs::path& path, bool force) {
  if (is_vacant(path)) return;
  if (!force) base::fail("{}: exists and is not empty (--force replaces it)", path.string());
  check_replaceable(path, FolderKind::Catalog);
}

OutputFolder::OutputFolder(fs::path path, bool force) : path_(std::move(path)) {
  try {
    check_output_folder(path_, force);
    existed_ = fs::exists(path_);
    std::error_code error;
    if (existed_) empty(path_, error);
    if (error) base::fail("{}: cannot be emptied: {}", path_.string(), error.message());
    fs::create_directories(path_);
  } catch (const fs::filesystem_error& error) {
    base::fail("{}: {}", error.path1().empty() ? path_.string() : error.path1().string(), error.code().message());
  }
}

OutputFolder::~OutputFolder() {
  if (kept_) return;
  std::error_code ignored;  // an error is already on its way, and says more
  if (!existed_) {
    fs::remove_all(path_, ignored);
    return;
  }
  empty(path_, ignored);
}

}  // namespace wrapfeed::feed
