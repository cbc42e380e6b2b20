#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "feed/options.h"

namespace wrapfeed::feed {

// One file of a table, as the manifest tells of it.
struct FileEntry {
  std::string path;  // inside the feed folder
  std::int64_t records = 0;
  std::int64_t bytes = 0;
  std::string checksum;  // XXH3-128 of the file, 32 hex digits
  std::string digest;    // XXH3-128 of its records as Avro encodes them, uncompressed and end to end, 32 hex digits
  std::optional<base::Millis> min_event_time;  // events only, and only where there are any
  std::optional<base::Millis> max_event_time;
};

using FilesByTable = std::map<std::string, std::vector<FileEntry>>;  // a truth table's name is "truth/stream"

struct TableEntry {
  std::int64_t records = 0;
  std::vector<FileEntry> files;  // by part, then day
};

// What a feed folder holds and what it was made of. Written last, so a folder that has one is whole.
struct Manifest {
  std::string version;  // of wrapfeed
  FeedOptions options;
  std::string catalog_digest;
  std::string time_zone_data_version;
  std::string codec_library;  // that compressed the files, such as "isa-l 2.30.0 level 1"
  std::map<std::string, TableEntry> tables;
  std::map<std::string, TableEntry> truth;  // likewise, of the folder truth; empty where there is none

  // A table's files, in the order of parts; counts their records.
  void add(const std::string& table, std::vector<FileEntry> files) { tables[table] = entry_of(std::move(files)); }
  void add_truth(const std::string& table, std::vector<FileEntry> files) { truth[table] = entry_of(std::move(files)); }

 private:
  static TableEntry entry_of(std::vector<FileEntry> files);
};

std::string_view product_version();

// What the first option, or program, is in which two feeds differ: "--seed is 1 there and 2 here"; empty if none. Their
// tables are not looked at.
std::string first_difference(const Manifest& there, const Manifest& here);

// One table for write_manifest: calls `take` for each file, in order.
using TakeFile = std::function<void(const FileEntry&)>;
struct TableFiles {
  std::string name;
  std::int64_t records;
  std::function<void(const TakeFile& take)> each_file;
};
using WriteText = std::function<void(std::string_view)>;

// The manifest's text, piece by piece: there may be millions of files, which are never held at once. `head` without its
// tables.
void write_manifest(const Manifest& head, std::span<const TableFiles> tables, std::span<const TableFiles> truth,
                    const WriteText& write);
std::string to_json(const Manifest& manifest);
Manifest parse_manifest(std::string_view json, std::string_view where);  // Error: where, and what is wrong with it
Manifest read_manifest(const std::filesystem::path& feed);               // Error also if there is none

}  // namespace wrapfeed::feed
