#include "web/source.h"

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/time.h"
#include "feed/checksum.h"
#include "feed/feed_folder.h"
#include "feed/layout.h"
#include "insights/wrapped.h"

namespace wrapfeed::web {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t kIdDigits = 16;

Json window_json(const insights::Window& window) {
  Json months = Json::array();
  for (unsigned month = base::civil_from_days(window.first).month; month <= base::civil_from_days(window.last).month;
       ++month)
    months.push_back(month);
  return {{"first", base::format_date(window.first)},
          {"last", base::format_date(window.last)},
          {"days", window.last - window.first + 1},
          {"months", std::move(months)}};
}

void add_tables(const feed::Manifest& manifest, Json& facts) {
  std::int64_t files = 0;
  std::int64_t bytes = 0;
  for (const auto& [name, table] : manifest.tables) {
    facts[name + "s"] = table.records;
    files += static_cast<std::int64_t>(table.files.size());
    for (const feed::FileEntry& file : table.files) bytes += file.bytes;
  }
  facts["files"] = files;
  facts["bytes"] = bytes;
}

}  // namespace

std::string mark_of(const fs::path& folder) {
  std::error_code error;
  const fs::path path = folder / feed::kManifestName;
  const auto time = fs::last_write_time(path, error);
  if (error) return "";
  return std::to_string(time.time_since_epoch().count()) + " " + std::to_string(fs::file_size(path, error));
}

Source read_source(const fs::path& folder) {
  if (!fs::exists(folder)) base::fail("{}: no such folder", folder.string());
  const std::string unfinished = feed::describe_unfinished(folder);
  if (!unfinished.empty()) throw base::Error(unfinished);
  Source source{folder, mark_of(folder), "", feed::read_manifest(folder), {}};
  source.id = feed::digest_file(folder / feed::kManifestName).checksum.substr(0, kIdDigits);
  source.window = insights::window_of(insights::last_year(source.manifest), insights::kDefaultWindow);
  insights::check_window(folder, source.manifest, source.window);
  if (source.manifest.options.format != feed::Format::Avro)
    base::fail("{}: a feed of --format {}; serve reads those of --format avro", folder.string(),
               feed::format_name(source.manifest.options.format));
  return source;
}

std::string feed_facts(const Source& source) {
  const feed::Manifest& manifest = source.manifest;
  const feed::FeedOptions& options = manifest.options;
  Json facts = {{"id", source.id},
                {"name", fs::weakly_canonical(source.folder).filename().string()},
                {"version", manifest.version},
                {"program", feed::product_version()},
                {"seed", std::to_string(options.seed)},
                {"population", feed::population_name(options.population)},
                {"layout", feed::layout_name(options.layout)},
                {"truth", options.truth},
                {"edge_cases", options.edge_cases},
                {"from", base::format_date(options.only_from)},
                {"to", base::format_date(options.only_to - 1)},
                {"year", source.window.year},
                {"window", window_json(source.window)}};
  add_tables(manifest, facts);
  facts["catalog_digest"] = manifest.catalog_digest;
  facts["time_zone_data_version"] = manifest.time_zone_data_version;
  return facts.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace wrapfeed::web
