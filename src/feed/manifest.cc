#include "feed/manifest.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/file.h"
#include "feed/layout.h"
#include "feed/manifest_json.h"

namespace wrapfeed::feed {

namespace {

std::map<std::string, TableEntry> read_tables(const Json& json) {
  std::map<std::string, TableEntry> tables;
  for (const auto& [name, table] : json.items()) {
    TableEntry& entry = tables[name];
    entry.records = table.at("records").get<std::int64_t>();
    for (const Json& file : table.at("files")) entry.files.push_back(read_file(file));
  }
  return tables;
}

Manifest read(const Json& json) {
  Manifest manifest = read_head(json);
  manifest.tables = read_tables(json.at("tables"));
  if (json.contains("truth")) manifest.truth = read_tables(json.at("truth").at("tables"));
  return manifest;
}

// "  "user": {"records": 3, "files": [...]}", a line for each file, and what follows it.
void write_table(const TableFiles& table, std::string_view end, const WriteText& write) {
  write(fmt::format("  {}: {{\"records\": {}, \"files\": [", Json(table.name).dump(), table.records));
  std::string_view separator = "\n";
  table.each_file([&](const FileEntry& file) {
    write(fmt::format("{}   {}", separator, file_json(file).dump()));
    separator = ",\n";
  });
  write(fmt::format("\n  ]}}{}\n", end));
}

void write_tables(std::span<const TableFiles> tables, const WriteText& write) {
  for (const TableFiles& table : tables) write_table(table, &table == &tables.back() ? "" : ",", write);
}

std::vector<TableFiles> sources(const std::map<std::string, TableEntry>& tables) {
  std::vector<TableFiles> result;
  for (const auto& [name, table] : tables) {
    const auto each = [&files = table.files](const TakeFile& take) { std::for_each(files.begin(), files.end(), take); };
    result.push_back({name, table.records, each});
  }
  return result;
}

// "--seed is 1 there and 2 here"; empty where the value is the same.
std::string difference(std::string_view prefix, const Json& there, const Json& here) {
  const auto text = [](const Json& json, const std::string& key) {
    return json.contains(key) ? json.at(key).is_string() ? json.at(key).get<std::string>() : json.at(key).dump()
                              : "none";
  };
  for (const Json& side : {there, here}) {
    for (const auto& [key, value] : side.items()) {
      if (!value.is_object() && text(there, key) != text(here, key))
        return fmt::format("{}{} is {} there and {} here", prefix, key, text(there, key), text(here, key));
    }
  }
  return "";
}

}  // namespace

std::string first_difference(const Manifest& there, const Manifest& here) {
  const Json first = head_json(there);
  const Json second = head_json(here);
  const std::string options = difference("--", first.at("options"), second.at("options"));
  return options.empty() ? difference("", first, second) : options;
}

void write_manifest(const Manifest& head, std::span<const TableFiles> tables, std::span<const TableFiles> truth,
                    const WriteText& write) {
  std::string text = head_json(head).dump(1);
  text.resize(text.size() - std::string_view("\n}").size());  // it goes on
  write(text + ",\n \"tables\": {\n");
  write_tables(tables, write);
  if (!truth.empty()) {
    write(" },\n \"truth\": {\"tables\": {\n");
    write_tables(truth, write);
    write(" }");
  } else {
    write(" ");
  }
  write("}\n}\n");
}

TableEntry Manifest::entry_of(std::vector<FileEntry> files) {
  TableEntry entry;
  for (const FileEntry& file : files) entry.records += file.records;
  entry.files = std::move(files);
  return entry;
}

std::string_view product_version() { return WRAPFEED_VERSION; }

std::string to_json(const Manifest& manifest) {
  std::string json;
  write_manifest(manifest, sources(manifest.tables), sources(manifest.truth),
                 [&](std::string_view text) { json += text; });
  return json;
}

Manifest parse_manifest(std::string_view json, std::string_view where) {
  try {
    return read(Json::parse(json));
  } catch (const nlohmann::json::exception& error) {
    base::fail("{}: not a feed's manifest: {}", where, error.what());
  } catch (const base::Error& error) {
    base::fail("{}: not a feed's manifest: {}", where, error.what());
  }
}

Manifest read_manifest(const std::filesystem::path& feed) {
  const std::filesystem::path path = feed / kManifestName;
  // It is written last: a folder without one holds a feed that was never finished, or something else.
  if (std::filesystem::is_directory(feed) && !std::filesystem::exists(path))
    base::fail("{}: no whole feed: it has no {}", feed.string(), kManifestName);
  return parse_manifest(base::read_text(path), path.string());
}

}  // namespace wrapfeed::feed
