#include "feed/manifest_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "base/error.h"

namespace wrapfeed::feed {

namespace {

Json options_json(const FeedOptions& options) {
  Json json;
  json["users"] = options.users;
  json["from"] = base::format_date(options.from);
  json["to"] = base::format_date(options.to);
  json["seed"] = options.seed;
  if (options.catalog.empty()) {
    json["tracks"] = options.tracks;
    json["artists"] = options.artists;
    json["releases-to"] = base::format_date(options.releases_to);
  } else {
    json["catalog"] = options.catalog;
  }
  json["codec"] = avro::codec_name(options.codec);
  json["population"] = population_name(options.population);
  json["layout"] = layout_name(options.layout);
  json["format"] = format_name(options.format);
  json["block-size"] = options.block_size_kib;
  json["truth"] = options.truth;
  json["edge-cases"] = options.edge_cases;
  json["only-users"] = fmt::format("{}:{}", options.only_users_begin, options.only_users_end);
  json["only-from"] = base::format_date(options.only_from);
  json["only-to"] = base::format_date(options.only_to);
  return json;
}

base::Days date_at(const Json& json, const char* key) { return base::parse_date(key, json.at(key).get<std::string>()); }

void read_window(const std::string& text, FeedOptions& options) {
  const auto range = parse_user_range(text);
  if (!range) base::fail("only-users \"{}\" is not A:B", text);
  options.only_users_begin = range->begin;
  options.only_users_end = range->end;
}

FeedOptions read_options(const Json& json) {
  FeedOptions options;
  options.users = json.at("users").get<std::int64_t>();
  options.from = date_at(json, "from");
  options.to = date_at(json, "to");
  options.seed = json.at("seed").get<std::uint64_t>();
  if (json.contains("catalog")) {
    options.catalog = json.at("catalog").get<std::string>();
  } else {
    options.tracks = json.at("tracks").get<std::uint32_t>();
    options.artists = json.at("artists").get<std::uint32_t>();
    options.releases_to = date_at(json, "releases-to");
  }
  options.codec = avro::parse_codec(json.at("codec").get<std::string>());
  options.population = parse_population(json.at("population").get<std::string>());
  options.layout = parse_layout(json.at("layout").get<std::string>());
  options.format = parse_format(json.at("format").get<std::string>());
  options.block_size_kib = json.at("block-size").get<std::uint32_t>();
  options.truth = json.value("truth", false);
  options.edge_cases = json.value("edge-cases", false);
  read_window(json.at("only-users").get<std::string>(), options);
  options.only_from = date_at(json, "only-from");
  options.only_to = date_at(json, "only-to");
  return options;
}

// "2025-02-28T23:59:59.999Z", exactly as format_instant writes it.
base::Millis parse_instant(const std::string& text) {
  constexpr std::size_t kDateLength = 10;
  unsigned hour = 0, minute = 0, second = 0, millis = 0;
  const base::Days day = base::parse_date("event time", text.substr(0, kDateLength));
  if (std::sscanf(text.c_str() + std::min(text.size(), kDateLength), "T%2u:%2u:%2u.%3uZ", &hour, &minute, &second,
                  &millis) != 4)
    base::fail("\"{}\" is not an instant such as 2025-02-28T23:59:59.999Z", text);
  return day * base::kDay + hour * base::kHour + minute * base::kMinute + second * base::kSecond + millis;
}

}  // namespace

Json file_json(const FileEntry& file) {
  Json json = {{"path", file.path},
               {"records", file.records},
               {"bytes", file.bytes},
               {"checksum", file.checksum},
               {"digest", file.digest}};
  if (file.min_event_time) json["min_event_time"] = base::format_instant(*file.min_event_time);
  if (file.max_event_time) json["max_event_time"] = base::format_instant(*file.max_event_time);
  return json;
}

FileEntry read_file(const Json& json) {
  FileEntry file;
  file.path = json.at("path").get<std::string>();
  file.records = json.at("records").get<std::int64_t>();
  file.bytes = json.at("bytes").get<std::int64_t>();
  file.checksum = json.at("checksum").get<std::string>();
  file.digest = json.at("digest").get<std::string>();
  if (json.contains("min_event_time"))
    file.min_event_time = parse_instant(json.at("min_event_time").get<std::string>());
  if (json.contains("max_event_time"))
    file.max_event_time = parse_instant(json.at("max_event_time").get<std::string>());
  return file;
}

Json head_json(const Manifest& manifest) {
  Json json;
  json["product"] = "wrapfeed";
  json["version"] = manifest.version;
  json["seed"] = manifest.options.seed;
  json["options"] = options_json(manifest.options);
  json["catalog_digest"] = manifest.catalog_digest;
  json["time_zone_data_version"] = manifest.time_zone_data_version;
  json["codec_library"] = manifest.codec_library;
  return json;
}

Manifest read_head(const Json& json) {
  Manifest manifest;
  manifest.version = json.at("version").get<std::string>();
  manifest.options = read_options(json.at("options"));
  manifest.catalog_digest = json.at("catalog_digest").get<std::string>();
  manifest.time_zone_data_version = json.at("time_zone_data_version").get<std::string>();
  manifest.codec_library = json.at("codec_library").get<std::string>();
  return manifest;
}

}  // namespace wrapfeed::feed
