#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace wrapfeed::feed {

struct FileDigest {
  std::int64_t bytes = 0;
  std::string checksum;  // XXH3-128, 32 hex digits, as the manifest has it
};

// Reads the file once. Error if it cannot be read.
FileDigest digest_file(const std::filesystem::path& path);

}  // namespace wrapfeed::feed
