#pragma once

#include <filesystem>
#include <vector>

#include "base/file.h"
#include "database/database.h"
#include "feed/manifest.h"
#include "feed/options.h"

namespace wrapfeed::pipeline {

// Turns Avro parts into another format, row for row: zstd Parquet, CSV with a header, or one JSON object a line. One
// thread.
class Converter {
 public:
  using Pending = std::vector<base::PendingFile>;

  Converter(feed::Format format, std::filesystem::path root);

  // Turns finished Avro parts that wait in `avro`, which is emptied, and their entries: new path, bytes and checksum,
  // the records and their digest as they were. What is made of them waits at the end of `converted`.
  void convert(Pending& avro, std::vector<feed::FileEntry>& files, Pending& converted);

 private:
  void convert(const base::PendingFile& avro, feed::FileEntry& file, Pending& converted);

  feed::Format format_;
  std::filesystem::path root_;
  database::Database database_;
};

}  // namespace wrapfeed::pipeline
