#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "avro/container_reader.h"
#include "avro/json.h"
#include "base/error.h"
#include "cli/numbers.h"
#include "cli/schema_text.h"
#include "cli/verbs.h"
#include "feed/layout.h"
#include "feed/manifest.h"

namespace wrapfeed::cli {

namespace {

namespace fs = std::filesystem;

struct InspectRequest {
  std::string path;
  std::int64_t head = 0;  // rows of each table
};

// The Avro files below a folder by their first folder's name ("truth/stream" for those of a truth), in the order of
// their paths. Hidden names and those that begin with '_' are no data.
using FilesByTable = std::map<std::string, std::vector<fs::path>>;

std::string table_of(const fs::path& root, const fs::path& below) {
  if (!below.has_parent_path()) return root.filename().string();
  const std::string first = below.begin()->string();
  if (first != feed::kTruthName || std::distance(below.begin(), below.end()) < 3) return first;
  return fmt::format("{}/{}", first, std::next(below.begin())->string());
}

FilesByTable find_files(const fs::path& root) {
  FilesByTable files;
  for (fs::recursive_directory_iterator entry(root), end; entry != end; ++entry) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with('_') || name.starts_with('.')) {
      if (entry->is_directory()) entry.disable_recursion_pending();
      continue;
    }
    if (!entry->is_regular_file() || entry->path().extension() != ".avro") continue;
    const fs::path below = entry->path().lexically_relative(root);
    files[table_of(root, below)].push_back(entry->path());
  }
  for (auto& [table, paths] : files) std::sort(paths.begin(), paths.end());
  return files;
}

std::int64_t count_rows(const fs::path& path) {
  avro::ContainerReader reader(path);
  avro::Row row;
  std::int64_t rows = 0;
  while (reader.next(row)) ++rows;
  return rows;
}

void print_schema(const avro::ContainerReader& reader) {
  const avro::Schema& schema = *reader.schema();
  fmt::print("  codec {}, schema {}\n", avro::codec_name(reader.codec()), schema.name);
  for (const avro::Schema::Field& field : schema.fields)
    fmt::print("    {:<24} {:<28} {}\n", field.name, type_text(*field.schema), field.doc);
}

void print_head(const std::vector<fs::path>& files, std::int64_t rows) {
  for (const fs::path& file : files) {
    avro::ContainerReader reader(file);
    avro::Row row;
    while (rows > 0 && reader.next(row)) {
      fmt::print("{}\n", avro::to_json(row, *reader.schema()));
      --rows;
    }
    if (rows == 0) return;
  }
}

// `records` are those that a manifest tells, or counted here.
void print_table(const std::string& name, const std::vector<fs::path>& files, std::optional<std::int64_t> records,
                 std::int64_t head) {
  std::int64_t bytes = 0;
  for (const fs::path& file : files) bytes += static_cast<std::int64_t>(fs::file_size(file));
  if (!records) {
    records = 0;
    for (const fs::path& file : files) *records += count_rows(file);
  }
  fmt::print("{}: {} records in {} file{}, {}\n", name, grouped(*records),
             grouped(static_cast<std::int64_t>(files.size())), files.size() == 1 ? "" : "s", file_size(bytes));
  print_schema(avro::ContainerReader(files.front()));
  print_head(files, head);
}

void print_manifest(const feed::Manifest& manifest) {
  const feed::FeedOptions& options = manifest.options;
  fmt::print("feed of wrapfeed {}: seed {}, users {} to {}, {} to {}, layout {}, {} {}, time zones {}\n",
             manifest.version, options.seed, options.only_users_begin, options.only_users_end - 1,
             base::format_date(options.only_from), base::format_date(options.only_to - 1),
             feed::layout_name(options.layout), feed::format_name(options.format), avro::codec_name(options.codec),
             manifest.time_zone_data_version);
}

// What the manifest says of a table that find_files() named.
std::optional<std::int64_t> records_of(const std::optional<feed::Manifest>& manifest, const std::string& name) {
  if (!manifest) return std::nullopt;
  const bool truth = name.starts_with(feed::kTruthName);
  const auto& tables = truth ? manifest->truth : manifest->tables;
  const auto found = tables.find(truth ? fs::path(name).filename().string() : name);
  return found == tables.end() ? std::nullopt : std::optional(found->second.records);
}

void inspect_folder(const InspectRequest& request) {
  const fs::path root(request.path);
  std::optional<feed::Manifest> manifest;
  if (fs::exists(root / feed::kManifestName)) manifest = feed::read_manifest(root);
  if (manifest) print_manifest(*manifest);
  const FilesByTable files = find_files(root);
  if (files.empty() && !manifest) base::fail("{}: holds no Avro file", request.path);
  for (const auto& [name, paths] : files) print_table(name, paths, records_of(manifest, name), request.head);
  if (!manifest || manifest->options.format == feed::Format::Avro) return;
  for (const auto& [name, table] : manifest->tables)
    fmt::print("{}: {} records in {} {} files\n", name, grouped(table.records), table.files.size(),
               feed::format_name(manifest->options.format));
}

int inspect(const InspectRequest& request) {
  std::error_code error;
  const fs::file_status status = fs::status(request.path, error);
  if (!fs::exists(status)) base::fail("{}: no such file or folder", request.path);
  if (fs::is_directory(status)) {
    inspect_folder(request);
  } else {
    print_table(request.path, {request.path}, std::nullopt, request.head);
  }
  return 0;
}

}  // namespace

Verb add_inspect(CLI::App& program) {
  CLI::App* command = add_command(program, "inspect", "Shows schema, codec, counts and rows of Avro data",
                                  "wrapfeed inspect feed --head 2");
  const auto flags = std::make_shared<Flags>(*command);
  const auto request = std::make_shared<InspectRequest>();
  flags->add("PATH", {"", "an Avro file or a folder of them", "", true},
             "Avro file, feed folder or folder of one table", [request](const std::string& text) {
               request->path = text;
               return !text.empty();
             });
  flags->number("--head", request->head, 0, std::numeric_limits<std::int64_t>::max(),
                "print the first N rows of each table too, a JSON object a line");
  return {command, flags, [request] { return inspect(*request); }};
}

}  // namespace wrapfeed::cli
