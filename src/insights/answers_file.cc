#include "insights/answers_file.h"

#include <fmt/format.h>

#include <system_error>

#include "avro/tables.h"
#include "base/file.h"
#include "database/database.h"
#include "feed/part_writer.h"

namespace wrapfeed::insights {

namespace fs = std::filesystem;

void write_avro(const fs::path& path, const EachUser& each_user) {
  const feed::PartOptions options{.root = path.parent_path()};
  feed::PartWriter file(options, path.filename().string(), avro::wrapped_table().schema_json);
  each_user([&](const Answers& answers) {
    encode(answers, file.buffer());
    file.end_record();
  });
  file.finish();
}

void write_parquet(const fs::path& path, const EachUser& each_user) {
  const auto beside = [&](std::string_view suffix) {
    return path.parent_path() / fmt::format(".{}{}", path.filename().string(), suffix);
  };
  const fs::path rows = beside(".rows.avro"), partial = beside(".partial");
  const auto remove = [&](const fs::path* file) {
    std::error_code ignored;
    fs::remove(*file, ignored);
  };
  const std::unique_ptr<const fs::path, decltype(remove)> rows_go(&rows, remove), partial_goes(&partial, remove);
  write_avro(rows, each_user);
  database::Database({.threads = 1, .memory_limit = "256MB"})
      .run(fmt::format("copy (from read_avro({})) to {} (format parquet, compression zstd)",
                       database::sql_literal(rows.string()), database::sql_literal(partial.string())));
  base::move_into_place(partial, path);
}

}  // namespace wrapfeed::insights
