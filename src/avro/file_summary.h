#pragma once

#include <cstdint>
#include <string>

namespace wrapfeed::avro {

// What a finished file holds; goes into the manifest.
struct FileSummary {
  std::int64_t records = 0;
  std::int64_t bytes = 0;
  std::string checksum;  // XXH3-128 of the file, 32 hex digits
  std::string digest;    // XXH3-128 of its records' bytes, uncompressed and end to end, 32 hex digits
};

}  // namespace wrapfeed::avro
