#include "feed/part_record.h"

#include <fmt/format.h>

#include "base/error.h"
#include "feed/layout.h"
#include "feed/manifest_json.h"

namespace wrapfeed::feed {

namespace fs = std::filesystem;

fs::path part_record_path(const fs::path& feed, std::string_view table, std::uint32_t part) {
  return feed / kUnfinishedName / table / fmt::format("part-{:05}.json", part);
}

void write_part_record(const fs::path& path, const FilesByTable& files) {
  Json json = Json::object();
  for (const auto& [table, entries] : files) {
    Json& list = json[table] = Json::array();
    for (const FileEntry& file : entries) list.push_back(file_json(file));
  }
  base::write_whole(path, json.dump() + "\n");
}

std::optional<FilesByTable> read_part_record(const fs::path& path) {
  if (!fs::exists(path)) return std::nullopt;
  try {
    FilesByTable files;
    const Json record = Json::parse(base::read_text(path));
    for (const auto& [table, list] : record.items()) {
      std::vector<FileEntry>& entries = files[table];  // of none too
      for (const Json& file : list) entries.push_back(read_file(file));
    }
    return files;
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  } catch (const base::Error&) {
    return std::nullopt;
  }
}

}  // namespace wrapfeed::feed
