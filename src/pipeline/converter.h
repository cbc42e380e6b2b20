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

  // Finished Avro parts wait in `avro`, which will be emptied, what is made of them in `converted`.
  Converter(feed::Format format, std::filesystem::path root, Pending& avro, Pending& converted);

  // Turns the entries of all parts that wait: new path, bytes and checksum, the records and their digest as they were.
  void convert(std::vector<feed::FileEntry>& files);

 private:
  void convert(const base::PendingFile& avro, feed::FileEntry& file);

  feed::Format format_;
  std::filesystem::path root_;
  Pending& avro_;
  Pending& converted_;
  database::Database database_;
};

}  // namespace wrapfeed::pipeline
