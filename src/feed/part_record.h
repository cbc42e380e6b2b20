#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "base/file.h"
#include "feed/manifest.h"

namespace wrapfeed::feed {

// What is known of a part of the work (of a table) that is finished, while others are not: the entries of its files, as
// a small file ".unfinished/<table>/part-00012.json". It is written when the files are in place and on disk, so a part
// with a record is whole.
std::filesystem::path part_record_path(const std::filesystem::path& feed, std::string_view table, std::uint32_t part);

void write_part_record(const std::filesystem::path& path, const FilesByTable& files);

// None if there is no such record, or a torn one: then the part is to be made again.
std::optional<FilesByTable> read_part_record(const std::filesystem::path& path);

}  // namespace wrapfeed::feed
