#include "feed/output_folder.h"

#include <algorithm>
#include <array>
#include <string>
#include <system_error>
#include <utility>

#include "base/error.h"
#include "feed/layout.h"

namespace wrapfeed::feed {

namespace {

namespace fs = std::filesystem;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The only names that wrapfeed ever writes; nothing else is ever removed.
bool is_our_file(std::string_view name) {
  return name.starts_with("part-") || name.ends_with(".partial") ||
         is_one_of(name, {kManifestName, kSuccessName, "import.json", "rejected.csv"});
}

bool is_our_folder(std::string_view name) {
  return name.starts_with("event_date=") || is_one_of(name, {kStagingName, kTruthName}) ||
         std::find(kTables.begin(), kTables.end(), name) != kTables.end() ||
         std::find(kTruthTables.begin(), kTruthTables.end(), name) != kTruthTables.end();
}

// Refuses a folder with anything in it that we do not write.
void check_ours(const fs::path& folder, FolderKind kind) {
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const bool plain = !entry.is_symlink();
    if (plain && entry.is_directory() && is_our_folder(name)) continue;
    if (plain && entry.is_regular_file() && is_our_file(name)) continue;
    base::fail("{}: not replaced: {} is no part of a {}", folder.string(),
               entry.path().lexically_relative(folder).string(), kind == FolderKind::Feed ? "feed" : "catalog");
  }
  const bool has_events = fs::exists(folder / "event");
  if (kind == FolderKind::Feed && !has_events)
    base::fail("{}: not replaced: it holds no feed (no event folder)", folder.string());
  if (kind == FolderKind::Catalog && has_events)
    base::fail("{}: not replaced: it holds a feed, not a catalog alone", folder.string());
}

// Empties a folder of ours, what marks it as whole first: at no moment does a part of it look finished.
void empty(const fs::path& folder, std::error_code& error) {
  fs::remove(folder / kManifestName, error);
  for (const std::string_view table : kTables) fs::remove(folder / table / kSuccessName, error);
  for (const std::string_view table : kTruthTables) fs::remove(folder / kTruthName / table / kSuccessName, error);
  error.clear();  // a mark that is not there is no failure; one that cannot be removed fails again below
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    fs::remove_all(entry->path(), error);
}

}  // namespace

void check_output_folder(const fs::path& path, FolderKind kind, bool force) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return;
  if (error) base::fail("{}: cannot be looked at: {}", path.string(), error.message());
  if (!fs::is_directory(status)) base::fail("{}: exists and is not a folder", path.string());
  if (fs::is_empty(path)) return;
  if (!force) base::fail("{}: exists and is not empty (--force replaces it)", path.string());
  check_ours(path, kind);
}

OutputFolder::OutputFolder(fs::path path, FolderKind kind, bool force) : path_(std::move(path)) {
  try {
    check_output_folder(path_, kind, force);
    existed_ = fs::exists(path_);
    std::error_code error;
    if (existed_) empty(path_, error);
    if (error) base::fail("{}: cannot be emptied: {}", path_.string(), error.message());
    // The event folder comes first: a feed that was killed is known by it.
    fs::create_directories(kind == FolderKind::Feed ? path_ / "event" : path_);
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
