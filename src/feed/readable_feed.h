#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "avro/tables.h"
#include "feed/manifest.h"

namespace wrapfeed::feed {

// Error unless the feed has the user, by its manifest.
void expect_user(const std::filesystem::path& feed, const Manifest& manifest, std::int64_t user);

// A feed whose Avro tables are there to be read. Errors name the folder or the file: for a feed of another format
// (`reader` is the verb that wants it), one without the table, or a file that is not of our schema.
class ReadableFeed {
 public:
  ReadableFeed(std::filesystem::path path, std::string_view reader);

  const std::filesystem::path& path() const { return path_; }
  const Manifest& manifest() const { return manifest_; }
  std::filesystem::path folder_of(const avro::Table& table) const;  // its first file is of our schema

  // The file with the rows of a user, if there are any: parts hold users in order. Not for events by day.
  std::filesystem::path part_of(const avro::Table& table, std::int64_t user) const;

 private:
  const std::vector<FileEntry>& files_of(const avro::Table& table) const;

  std::filesystem::path path_;
  Manifest manifest_;
};

}  // namespace wrapfeed::feed
