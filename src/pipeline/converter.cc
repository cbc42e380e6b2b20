#include "pipeline/converter.h"

#include <fmt/format.h>

#include <system_error>
#include <utility>

#include "base/check.h"
#include "base/error.h"
#include "base/file.h"
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
Converter::Converter(feed::Format format, fs::path from, fs::path to)
    : format_(format),
      from_(std::move(from)),
      to_(std::move(to)),
      database_(database::DatabaseOptions{.threads = 1, .memory_limit = "256MB"}) {}

feed::FileEntry Converter::convert(const feed::FileEntry& avro_part) {
  feed::FileEntry entry = avro_part;
  entry.path = fs::path(avro_part.path).replace_extension(feed::file_extension(format_)).generic_string();
  const fs::path source = from_ / avro_part.path;
  const fs::path target = to_ / entry.path;
  const fs::path partial = target.parent_path() / fmt::format(".{}.partial", target.filename().string());
  try {
    fs::create_directories(target.parent_path());
    database_.run(fmt::format("COPY (SELECT * FROM read_avro({})) TO {} ({})", database::sql_literal(source.string()),
                              database::sql_literal(partial.string()), copy_options(format_)));
    base::move_into_place(partial, target);
    fs::remove(source);
  } catch (const fs::filesystem_error& error) {
    base::fail("{}: {}", target.string(), error.code().message());
  }
  const feed::FileDigest digest = feed::digest_file(target);
  entry.bytes = digest.bytes;
  entry.checksum = digest.checksum;
  return entry;
}

}  // namespace wrapfeed::pipeline
