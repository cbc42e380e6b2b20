#include "feed/readable_feed.h"

#include <algorithm>

#include "avro/container_reader.h"
#include "base/error.h"

namespace wrapfeed::feed {
namespace {

namespace fs = std::filesystem;

// Every field must be there: one that the schema could fill by a default would be of another version.
void expect_schema(const fs::path& path, const avro::Table& table) {
  const avro::ContainerReader file(path, table.schema);  // fails for other types
  const auto& its = file.writer_schema()->fields;
  for (const avro::Schema::Field& field : table.schema->fields) {
    if (std::none_of(its.begin(), its.end(), [&](const auto& one) { return one.name == field.name; }))
      base::fail("{}: has no field {}: not the table {} of this version", path.string(), field.name, table.name);
  }
}

std::int64_t first_user(const fs::path& path, const avro::Table& table) {
  avro::ContainerReader file(path, table.schema);
  avro::Row row;
  if (!file.next(row)) base::fail("{}: has no row, unlike the manifest tells", path.string());
  return row[table.schema->place_of("user_id")].integer;
}

}  // namespace

void expect_user(const fs::path& feed, const Manifest& manifest, std::int64_t user) {
  const FeedOptions& options = manifest.options;
  if (user >= options.only_users_begin && user < options.only_users_end) return;
  base::fail("{}: has no user {}, but those from {} to {}", feed.string(), user, options.only_users_begin,
             options.only_users_end - 1);
}

ReadableFeed::ReadableFeed(fs::path path, std::string_view reader)
    : path_(std::move(path)), manifest_(read_manifest(path_)) {
  if (manifest_.options.format != Format::Avro)
    base::fail("{}: a feed of --format {}; {} reads those of --format avro", path_.string(),
               format_name(manifest_.options.format), reader);
}

fs::path ReadableFeed::folder_of(const avro::Table& table) const {
  expect_schema(path_ / files_of(table).front().path, table);
  return path_ / table.name;
}

fs::path ReadableFeed::part_of(const avro::Table& table, std::int64_t user) const {
  std::vector<FileEntry> parts = files_of(table);
  const fs::path any = path_ / parts.front().path;
  std::erase_if(parts, [](const FileEntry& part) { return part.records == 0; });
  const auto behind = std::partition_point(
      parts.begin(), parts.end(), [&](const FileEntry& part) { return first_user(path_ / part.path, table) <= user; });
  const fs::path part = behind == parts.begin() ? any : path_ / std::prev(behind)->path;
  expect_schema(part, table);
  return part;
}

const std::vector<FileEntry>& ReadableFeed::files_of(const avro::Table& table) const {
  const auto entry = manifest_.tables.find(std::string(table.name));
  if (entry == manifest_.tables.end() || entry->second.files.empty())
    base::fail("{}: has no table {}", path_.string(), table.name);
  return entry->second.files;
}

}  // namespace wrapfeed::feed
