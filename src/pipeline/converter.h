#pragma once

#include <filesystem>

#include "database/database.h"
#include "feed/manifest.h"
#include "feed/options.h"

namespace wrapfeed::pipeline {

// Turns finished Avro parts into another format, row for row: zstd Parquet, CSV with a header, or one JSON object a
// line. One thread.
class Converter {
 public:
  Converter(feed::Format format, std::filesystem::path from, std::filesystem::path to);

  // Writes the part under `to`, removes it under `from`, and returns its entry: new path, bytes and checksum, the
  // records and their digest as they were.
  feed::FileEntry convert(const feed::FileEntry& avro_part);

 private:
  feed::Format format_;
  std::filesystem::path from_;
  std::filesystem::path to_;
  database::Database database_;
};

}  // namespace wrapfeed::pipeline
