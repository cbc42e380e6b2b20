#include "feed/replacement.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/error.h"
#include "feed/layout.h"

namespace wrapfeed::feed {

namespace {

namespace fs = std::filesystem;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The only names that wrapfeed ever writes.
bool is_our_file(std::string_view name) {
  return name.starts_with("part-") || name.ends_with(".partial") ||
         is_one_of(name, {kManifestName, kSuccessName, kRunName, "import.json", "rejected.csv"});
}

bool is_our_folder(std::string_view name) {
  return name.starts_with("event_date=") || is_one_of(name, {kUnfinishedName, kReplacedName, kTruthName}) ||
         std::find(kTables.begin(), kTables.end(), name) != kTables.end() ||
         std::find(kTruthTables.begin(), kTruthTables.end(), name) != kTruthTables.end();
}

// Its entries now; moving them while listing may skip some.
std::vector<fs::path> entries_of(const fs::path& folder) {
  std::vector<fs::path> entries;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) entries.push_back(entry.path());
  return entries;
}

void move_aside(const fs::path& entry) {
  const fs::path target = entry.parent_path() / kReplacedName / entry.filename();
  fs::remove_all(target);  // of a former try
  fs::rename(entry, target);
}

}  // namespace

bool is_vacant(const fs::path& folder) {
  std::error_code error;
  const fs::file_status status = fs::status(folder, error);
  if (status.type() == fs::file_type::not_found) return true;
  if (error) base::fail("{}: cannot be looked at: {}", folder.string(), error.message());
  if (!fs::is_directory(status)) base::fail("{}: exists and is not a folder", folder.string());
  return fs::is_empty(folder);
}

void check_replaceable(const fs::path& folder, FolderKind kind) {
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const bool plain = !entry.is_symlink();
    if (plain && entry.is_directory() && is_our_folder(name)) continue;
    if (plain && entry.is_regular_file() && is_our_file(name)) continue;
    base::fail("{}: not replaced: {} is no part of a {}", folder.string(),
               entry.path().lexically_relative(folder).string(), kind == FolderKind::Feed ? "feed" : "catalog");
  }
  const bool is_feed = fs::exists(folder / "event") || fs::exists(folder / kUnfinishedName) || is_set_aside(folder);
  if (kind == FolderKind::Feed && !is_feed)
    base::fail("{}: not replaced: it holds no feed (no event folder)", folder.string());
  if (kind == FolderKind::Catalog && is_feed)
    base::fail("{}: not replaced: it holds a feed, not a catalog alone", folder.string());
}

void set_aside(const fs::path& folder) {
  fs::create_directory(folder / kReplacedName);
  for (const std::string_view mark : {kManifestName, kUnfinishedName}) {
    if (fs::exists(folder / mark)) move_aside(folder / mark);
  }
  for (const fs::path& entry : entries_of(folder)) {
    if (entry.filename() != kReplacedName) move_aside(entry);
  }
}

bool is_set_aside(const fs::path& folder) { return fs::exists(folder / kReplacedName); }
void remove_set_aside(const fs::path& folder) { fs::remove_all(folder / kReplacedName); }

}  // namespace wrapfeed::feed
