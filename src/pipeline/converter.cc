#include "pipeline/converter.h"

#include <fmt/format.h>

#include <utility>

#include "base/check.h"
#include "feed/checksum.h"

namespace wrapfeed::pipeline {

namespace {

namespace fs = std::filesystem;

std::string_view copy_options(feed::Format format) {
  switch (format) {
    case feed::Format::Parquet:
      return "FORMAT parquet, COMPRESSION zstd";
    case feed::Format::Csv:
      return "FORMAT csv, HEADER true";
    case feed::Format::Json:
      return "FORMAT json";
    case feed::Format::Avro:
      break;
  }
  CHECK(false);
}

}  // namespace

// One thread a database: the workers already are one each. A part streams through, so little memory is needed.
Converter::Converter(feed::Format format, fs::path root)
    : format_(format),
      root_(std::move(root)),
      database_(database::DatabaseOptions{.threads = 1, .memory_limit = "256MB"}) {}

void Converter::convert(Pending& avro, std::vector<feed::FileEntry>& files, Pending& converted) {
  CHECK(files.size() == avro.size());
  for (std::size_t i = 0; i < files.size(); ++i) convert(avro[i], files[i], converted);
  avro.clear();
}

void Converter::convert(const base::PendingFile& avro, feed::FileEntry& file, Pending& converted) {
  file.path = fs::path(file.path).replace_extension(feed::file_extension(format_)).generic_string();
  const fs::path& target = converted.emplace_back(root_ / file.path).partial();
  database_.run(fmt::format("COPY (SELECT * FROM read_avro({})) TO {} ({})",
                            database::sql_literal(avro.partial().string()), database::sql_literal(target.string()),
                            copy_options(format_)));
  const feed::FileDigest digest = feed::digest_file(target);
  file.bytes = digest.bytes;
  file.checksum = digest.checksum;
}

}  // namespace wrapfeed::pipeline
