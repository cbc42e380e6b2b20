#include "feed/feed_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>
#include <vector>

#include "base/error.h"
#include "feed/catalog_tables.h"
#include "feed/checksum.h"
#include "feed/layout.h"
#include "feed/part_record.h"
#include "feed/replacement.h"

namespace wrapfeed::feed {

namespace {

namespace fs = std::filesystem;

fs::path run_path(const fs::path& feed) { return feed / kUnfinishedName / kRunName; }

// The standard library's errors in our words.
template <typename Work>
auto with_clear_errors(const fs::path& path, Work work) {
  try {
    return work();
  } catch (const fs::filesystem_error& error) {
    base::fail("{}: {}", error.path1().empty() ? path.string() : error.path1().string(), error.code().message());
  }
}

// No file of a feed: a run that is in its first moments, or was killed in them, leaves such a folder.
bool is_blank(const fs::path& path) {
  if (is_vacant(path)) return true;
  const fs::directory_iterator entries(path);
  return std::all_of(begin(entries), end(entries),
                     [](const fs::directory_entry& entry) { return entry.path().filename() == kUnfinishedName; });
}

void check_same(const fs::path& path, const Manifest& there, const Manifest& here) {
  const std::string difference = first_difference(there, here);
  if (!difference.empty()) base::fail("{}: another feed is in it: {}", path.string(), difference);
}

// What a whole feed's files are is the business of `verify`; that they are there is not left to hope.
bool has_its_size(const fs::path& path, const FileEntry& file) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path / file.path, error);
  return !error && size == static_cast<std::uintmax_t>(file.bytes);
}

void check_sizes(const fs::path& path, const Manifest& manifest) {
  for (const auto* tables : {&manifest.tables, &manifest.truth}) {
    for (const auto& [name, table] : *tables) {
      for (const FileEntry& file : table.files) {
        if (!has_its_size(path, file))
          base::fail("{}: {} is not what the manifest says; --force makes the feed anew", path.string(), file.path);
      }
    }
  }
}

void check_there(const fs::path& path, const FilesByTable& finished) {
  for (const auto& [table, files] : finished) {
    for (const FileEntry& file : files) {
      if (!has_its_size(path, file)) base::fail("{}: {} of a finished part is gone", path.string(), file.path);
    }
  }
}

bool is_intact(const fs::path& path, const FileEntry& file) {
  return has_its_size(path, file) && digest_file(path / file.path).checksum == file.checksum;
}

// What killed runs left half-written.
void remove_partial_files(const fs::path& path) {
  std::vector<fs::path> partial;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path)) {
    if (entry.path().extension() == ".partial") partial.push_back(entry.path());
  }
  for (const fs::path& file : partial) fs::remove(file);
}

// Whether there is a feed to go on with, or none yet. Looked at in the order in which another run makes these things:
// it makes them one after the other meanwhile.
bool may_go_on(const fs::path& path) {
  return is_blank(path) || is_set_aside(path) || fs::exists(run_path(path)) || fs::exists(path / kManifestName);
}

// The part of the work that makes a table's files.
std::string_view maker_of(std::string_view table) { return table.starts_with(kTruthName) ? "event" : table; }

}  // namespace

void add_files(const FilesByTable& files, Totals& totals) {
  for (const auto& [table, entries] : files) {
    TableTotal& total = totals[table];
    total.files += static_cast<std::int64_t>(entries.size());
    for (const FileEntry& file : entries) {
      total.records += file.records;
      total.bytes += file.bytes;
    }
  }
}

void check_feed_folder(const fs::path& path, Start start) {
  if (is_vacant(path)) return;
  if (start == Start::Replace) {
    check_replaceable(path, FolderKind::Feed);
  } else if (start == Start::New) {
    const char* const resume = fs::exists(run_path(path)) ? "--resume goes on with it, " : "";
    base::fail("{}: exists and is not empty ({}--force replaces it)", path.string(), resume);
  } else if (!may_go_on(path)) {
    base::fail("{}: holds no unfinished feed to go on with (--force replaces what is ours)", path.string());
  }
}

std::string describe_unfinished(const fs::path& path) {
  if (fs::exists(path / kManifestName) || !fs::exists(run_path(path))) return "";
  return fmt::format("{}: unfinished: it has no {}; generate --resume goes on with it", path.string(), kManifestName);
}

FeedFolder::FeedFolder(fs::path path, Manifest head, Start start) : path_(std::move(path)), head_(std::move(head)) {
  with_clear_errors(path_, [&] {
    check_feed_folder(path_, start);
    if (start == Start::Replace && !is_vacant(path_)) set_aside(path_);
    if (is_set_aside(path_) && !fs::exists(run_path(path_))) set_aside(path_);
    // Looked for before the manifest: another run that closes the feed takes run.json away when the manifest is there.
    const bool begun = fs::exists(run_path(path_));
    if (is_whole()) {
      const Manifest there = read_manifest(path_);
      check_same(path_, there, head_);
      check_sizes(path_, there);
      tidy();
      return;
    }
    if (!begun) begin();
    try {
      go_on(start);
    } catch (const base::Error&) {  // another run may have closed the feed meanwhile
      if (!is_whole()) throw;
      check_same(path_, read_manifest(path_), head_);
    }
  });
}

bool FeedFolder::is_whole() const { return fs::exists(path_ / kManifestName); }

// Of several runs that begin at once, one says what is made.
void FeedFolder::begin() const {
  for (const std::string_view table : kTables) fs::create_directories(path_ / kUnfinishedName / table);
  base::write_if_absent(run_path(path_), to_json(head_));
}

void FeedFolder::go_on(Start start) const {
  check_same(path_, parse_manifest(base::read_text(run_path(path_)), run_path(path_).string()), head_);
  remove_set_aside(path_);
  if (start == Start::Resume) remove_partial_files(path_);
}

std::optional<FilesByTable> FeedFolder::finished(std::string_view table, std::uint32_t part) const {
  std::optional<FilesByTable> files = read_part_record(part_record_path(path_, table, part));
  if (!files) return std::nullopt;
  for (const auto& [name, entries] : *files) {
    for (const FileEntry& file : entries) {
      if (!is_intact(path_, file)) return std::nullopt;
    }
  }
  return files;
}

void FeedFolder::record(std::string_view table, std::uint32_t part, std::span<base::PendingFile> pending,
                        const FilesByTable& files) const {
  base::put_into_place(pending);
  write_part_record(part_record_path(path_, table, part), files);
}

std::int64_t FeedFolder::finished_parts(const PartCounts& parts) const {
  std::int64_t finished = 0;
  for (const auto& [table, count] : parts) {
    for (std::uint32_t part = 0; part < count; ++part)
      finished += fs::exists(part_record_path(path_, table, part)) ? 1 : 0;
  }
  return finished;
}

// Records of other runs are believed, those runs wrote them when the files were on disk; but the files must be there.
std::optional<Totals> FeedFolder::add_up(const PartCounts& parts) const {
  Totals totals;
  for (const auto& [table, count] : parts) {
    for (std::uint32_t part = 0; part < count; ++part) {
      const std::optional<FilesByTable> files = read_part_record(part_record_path(path_, table, part));
      if (!files) return std::nullopt;
      check_there(path_, *files);
      add_files(*files, totals);
    }
  }
  return totals;
}

void FeedFolder::write_closing_files(const PartCounts& parts, const Totals& totals) const {
  std::vector<TableFiles> tables;
  std::vector<TableFiles> truth;
  for (const auto& [table, total] : totals) {
    write_success(path_, table);
    const bool is_truth = maker_of(table) != table;
    const auto each_file = [this, &parts, name = table](const TakeFile& take) {
      const std::string_view maker = maker_of(name);
      for (std::uint32_t part = 0; part < parts.at(std::string(maker)); ++part) {
        const std::optional<FilesByTable> files = read_part_record(part_record_path(path_, maker, part));
        if (!files) base::fail("{}: the record of a finished part is gone", path_.string());
        const auto found = files->find(name);
        if (found != files->end()) std::for_each(found->second.begin(), found->second.end(), take);
      }
    };
    const std::string name = is_truth ? table.substr(kTruthName.size() + 1) : table;
    (is_truth ? truth : tables).push_back({name, total.records, each_file});
  }
  base::WholeFile manifest(path_ / kManifestName);
  write_manifest(head_, tables, truth, [&](std::string_view text) { manifest.write(text); });
  manifest.commit();
}

std::optional<Totals> FeedFolder::close(const PartCounts& parts) const {
  return with_clear_errors(path_, [&]() -> std::optional<Totals> {
    const std::optional<Totals> totals = add_up(parts);
    if (!totals) return std::nullopt;
    write_closing_files(parts, *totals);
    tidy();
    return totals;
  });
}

// After the manifest: a run that is still about the same work fails by this, and then sees why.
// Another run may tidy at the same time: what it takes away under this one's hands is looked for once more.
void FeedFolder::tidy() const {
  constexpr int kTries = 100;
  for (int attempt = 1;; ++attempt) {
    try {
      remove_partial_files(path_);
      fs::remove_all(path_ / kUnfinishedName);
      return;
    } catch (const fs::filesystem_error& error) {
      if (error.code() != std::errc::no_such_file_or_directory || attempt == kTries) throw;
    }
  }
}

Totals FeedFolder::totals() const {
  Totals totals;
  const Manifest manifest = read_manifest(path_);
  for (const auto& [name, table] : manifest.tables) add_files({{name, table.files}}, totals);
  for (const auto& [name, table] : manifest.truth)
    add_files({{fmt::format("{}/{}", kTruthName, name), table.files}}, totals);
  return totals;
}

}  // namespace wrapfeed::feed
