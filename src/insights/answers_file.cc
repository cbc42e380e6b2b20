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
  base::PendingFile file(path);
  const fs::path rows = path.parent_path() / fmt::format(".{}.rows.avro", path.filename().string());
  const auto remove = [&](const fs::path* gone) {
    std::error_code ignored;
    fs::remove(*gone, ignored);
  };
  const std::unique_ptr<const fs::path, decltype(remove)> rows_go(&rows, remove);
  write_avro(rows, each_user);
  database::Database({.threads = 1, .memory_limit = "256MB"})
      .run(fmt::format("copy (from read_avro({})) to {} (format parquet, compression zstd)",
                       database::sql_literal(rows.string()), database::sql_literal(file.partial().string())));
  base::put_into_place({&file, 1});
}

}  // namespace wrapfeed::insights
