#include "verification/files.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "feed/checksum.h"
#include "feed/layout.h"

namespace wrapfeed::verification {
namespace {

namespace fs = std::filesystem;

void check_file(const fs::path& feed, const feed::FileEntry& file, Findings& findings) {
  if (!fs::exists(feed / file.path)) {
    findings.add(Kind::MissingFile, file.path);
    return;
  }
  const feed::FileDigest found = feed::digest_file(feed / file.path);
  if (found.bytes != file.bytes) {
    findings.add(Kind::SizeDiffers, fmt::format("{}: {} bytes instead of {}", file.path, found.bytes, file.bytes));
  } else if (found.checksum != file.checksum) {
    findings.add(Kind::ChecksumDiffers, fmt::format("{}: {} instead of {}", file.path, found.checksum, file.checksum));
  }
}

// A table's files, its count and its mark, which stands in its folder `name`.
void check_table(const fs::path& feed, const std::string& name, const feed::TableEntry& table,
                 std::set<std::string>& listed, Findings& findings) {
  std::int64_t records = 0;
  for (const feed::FileEntry& file : table.files) {
    check_file(feed, file, findings);
    listed.insert(file.path);
    records += file.records;
  }
  if (records != table.records) {
    findings.add(Kind::RecordCountDiffers,
                 fmt::format("{}: files of {} records, {} in the manifest", name, records, table.records));
  }
  const std::string success = fmt::format("{}/{}", name, feed::kSuccessName);
  if (!fs::exists(feed / success)) findings.add(Kind::MissingFile, success);
}

std::string truth_name(std::string_view table) { return fmt::format("{}/{}", feed::kTruthName, table); }

// In the tables' folders every file is listed; elsewhere in the feed others may lie, but nothing half-written.
void check_unlisted(const fs::path& feed, const std::set<std::string>& listed, Findings& findings) {
  for (const auto& entry : fs::recursive_directory_iterator(feed)) {
    const std::string path = entry.path().lexically_relative(feed).generic_string();
    const std::string folder = path.substr(0, path.find('/'));
    const bool of_table = folder == feed::kTruthName ||
                          std::find(feed::kTables.begin(), feed::kTables.end(), folder) != feed::kTables.end();
    const bool partial = entry.path().extension() == ".partial";
    if (!entry.is_regular_file() || listed.contains(path)) continue;
    if (partial || (of_table && entry.path().filename() != feed::kSuccessName)) findings.add(Kind::UnlistedFile, path);
  }
}

}  // namespace

std::int64_t check_files(const fs::path& feed, const feed::Manifest& manifest, Findings& findings) {
  std::set<std::string> listed;
  for (const auto& [name, table] : manifest.tables) check_table(feed, name, table, listed, findings);
  for (const auto& [name, table] : manifest.truth) check_table(feed, truth_name(name), table, listed, findings);
  const auto expect = [&](const auto& tables, std::string_view table, const std::string& name) {
    if (!tables.contains(std::string(table))) findings.add(Kind::MissingFile, fmt::format("the table {}", name));
  };
  for (const std::string_view table : feed::kTables) expect(manifest.tables, table, std::string(table));
  for (const std::string_view table : feed::kTruthTables) {
    if (manifest.options.truth) expect(manifest.truth, table, truth_name(table));
  }
  check_unlisted(feed, listed, findings);
  return static_cast<std::int64_t>(listed.size());
}

void check_summary(const feed::FileEntry& file, const avro::FileSummary& read, Findings& findings) {
  if (read.records != file.records) {
    findings.add(Kind::RecordCountDiffers, fmt::format("{}: {} instead of {}", file.path, read.records, file.records));
  }
  if (read.digest != file.digest) findings.add(Kind::DigestDiffers, file.path);
}

}  // namespace wrapfeed::verification
