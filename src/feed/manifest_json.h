#pragma once

#include <nlohmann/json.hpp>

#include "feed/manifest.h"

// The pieces of _manifest.json. Reading throws base::Error or nlohmann's exception; the caller says where.
namespace wrapfeed::feed {

using Json = nlohmann::ordered_json;

Json file_json(const FileEntry& file);
FileEntry read_file(const Json& json);

// All but the tables: what was asked of which program.
Json head_json(const Manifest& manifest);
Manifest read_head(const Json& json);

}  // namespace wrapfeed::feed
