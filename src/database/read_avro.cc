#include "database/read_avro.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "avro/container_reader.h"
#include "base/check.h"
#include "base/error.h"
#include "database/avro_column.h"

namespace wrapfeed::database {
namespace {

namespace fs = std::filesystem;

// The rows of one number alone, in files whose rows rise by that field.
struct Only {
  std::size_t field;  // of the schema
  std::int64_t number;
};

// What one use of read_avro in a statement is about.
struct Source {
  std::vector<fs::path> files;
  avro::SchemaPointer schema;  // of the first file
  std::optional<Only> only;
};

// One run over it: only the columns that the statement needs.
struct Scan {
  avro::SchemaPointer wanted;
  std::vector<std::size_t> fields;  // column of the chunk -> field of `wanted`, kNoField for DuckDB's own columns
  std::size_t rising = kNoField;    // field of `wanted` that Only is about
  std::atomic<std::size_t> next_file = 0;
  static constexpr std::size_t kNoField = SIZE_MAX;
};

// One thread's place in it.
struct Cursor {
  std::unique_ptr<avro::ContainerReader> reader;
  fs::path file;
  avro::Row row;
};

template <typename T>
void destroy(void* object) {
  delete static_cast<T*>(object);
}

bool hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with('_') || name.starts_with('.');
}

std::vector<fs::path> avro_files(const fs::path& path) {
  if (!fs::exists(path)) base::fail("{}: no such file or folder", path.string());
  if (!fs::is_directory(path)) return {path};
  std::vector<fs::path> files;
  for (auto it = fs::recursive_directory_iterator(path); it != fs::recursive_directory_iterator(); ++it) {
    if (hidden(it->path())) {
      if (it->is_directory()) it.disable_recursion_pending();
    } else if (it->is_regular_file()) {
      files.push_back(it->path());
    }
  }
  if (files.empty()) base::fail("{}: the folder has no Avro file", path.string());
  std::sort(files.begin(), files.end());
  return files;
}

std::string path_argument(duckdb_bind_info info) {
  const Value value(duckdb_bind_get_parameter(info, 0));
  if (duckdb_is_null_value(value.get())) base::fail("read_avro needs a path, not null");
  char* text = duckdb_get_varchar(value.get());
  std::string path = text;
  duckdb_free(text);
  return path;
}

// About how many rows there are, by the files' sizes: so that a join builds its table of the smaller side.
idx_t guess_rows(const std::vector<fs::path>& files) {
  constexpr std::uintmax_t kBytesARow = 32;  // events compressed
  std::uintmax_t bytes = 0;
  for (const fs::path& file : files) bytes += fs::file_size(file);
  return bytes / kBytesARow;
}

// rising := 'user_id', value := 7: both or neither.
std::optional<Only> only_argument(duckdb_bind_info info, const avro::Schema& schema) {
  const Value rising(duckdb_bind_get_named_parameter(info, "rising"));
  const Value value(duckdb_bind_get_named_parameter(info, "value"));
  if (rising == nullptr || value == nullptr) return std::nullopt;
  char* text = duckdb_get_varchar(rising.get());
  const std::string name = text;
  duckdb_free(text);
  for (std::size_t i = 0; i < schema.fields.size(); ++i) {
    const avro::Schema::Field& field = schema.fields[i];
    if (field.name == name && field.schema->type == avro::Schema::Type::Long)
      return Only{i, duckdb_get_int64(value.get())};
  }
  base::fail("read_avro: no field {} of type long", name);
}

void bind(duckdb_bind_info info) try {
  auto source = std::make_unique<Source>();
  source->files = avro_files(path_argument(info));
  source->schema = avro::ContainerReader(source->files.front()).schema();
  if (source->schema->type != avro::Schema::Type::Record) {
    base::fail("{}: its rows are no records", source->files.front().string());
  }
  source->only = only_argument(info, *source->schema);
  for (const avro::Schema::Field& field : source->schema->fields) {
    duckdb_bind_add_result_column(info, field.name.c_str(), column_type(*field.schema).get());
  }
  if (!source->only) duckdb_bind_set_cardinality(info, guess_rows(source->files), false);
  duckdb_bind_set_bind_data(info, source.release(), destroy<Source>);
} catch (const std::exception& error) {
  duckdb_bind_set_error(info, error.what());
}

void begin_scan(duckdb_init_info info) try {
  const auto& source = *static_cast<const Source*>(duckdb_init_get_bind_data(info));
  auto scan = std::make_unique<Scan>();
  auto wanted = std::make_shared<avro::Schema>(*source.schema);
  wanted->fields.clear();
  for (idx_t column = 0; column < duckdb_init_get_column_count(info); ++column) {
    const idx_t field = duckdb_init_get_column_index(info, column);
    const bool ours = field < source.schema->fields.size();
    if (source.only && field == source.only->field) scan->rising = wanted->fields.size();
    scan->fields.push_back(ours ? wanted->fields.size() : Scan::kNoField);
    if (ours) wanted->fields.push_back(source.schema->fields[field]);
  }
  if (source.only && scan->rising == Scan::kNoField) {
    scan->rising = wanted->fields.size();
    wanted->fields.push_back(source.schema->fields[source.only->field]);
  }
  scan->wanted = std::move(wanted);
  duckdb_init_set_max_threads(info, source.files.size());
  duckdb_init_set_init_data(info, scan.release(), destroy<Scan>);
} catch (const std::exception& error) {
  duckdb_init_set_error(info, error.what());
}

void begin_thread(duckdb_init_info info) try {
  duckdb_init_set_init_data(info, new Cursor, destroy<Cursor>);
} catch (const std::exception& error) {
  duckdb_init_set_error(info, error.what());
}

// False when every file has been taken.
bool next_file(const Source& source, Scan& scan, Cursor& cursor) {
  cursor.reader.reset();
  const std::size_t file = scan.next_file.fetch_add(1);
  if (file >= source.files.size()) return false;
  cursor.file = source.files[file];
  cursor.reader = std::make_unique<avro::ContainerReader>(cursor.file, scan.wanted);
  if (source.only) cursor.reader->seek(scan.rising, source.only->number);
  return true;
}

// The next row of the file that is wanted.
bool next_in_file(const Source& source, const Scan& scan, Cursor& cursor) {
  if (!cursor.reader) return false;
  while (cursor.reader->next(cursor.row)) {
    if (!source.only) return true;
    const std::int64_t number = cursor.row[scan.rising].integer;
    if (number == source.only->number) return true;
    if (number > source.only->number) return false;
  }
  return false;
}

bool next_row(const Source& source, Scan& scan, Cursor& cursor) {
  while (!next_in_file(source, scan, cursor)) {
    if (!next_file(source, scan, cursor)) return false;
  }
  return true;
}

void write_row(const Scan& scan, const Cursor& cursor, const std::vector<duckdb_vector>& vectors, idx_t row) try {
  for (std::size_t column = 0; column < vectors.size(); ++column) {
    const std::size_t field = scan.fields[column];
    if (field == Scan::kNoField) continue;
    write_cell(*scan.wanted->fields[field].schema, cursor.row[field], vectors[column], row);
  }
} catch (const base::Error& error) {
  base::fail("{}: block at byte {}: {}", cursor.file.string(), cursor.reader->block_offset(), error.what());
}

void fill_chunk(duckdb_function_info info, duckdb_data_chunk chunk) try {
  const auto& source = *static_cast<const Source*>(duckdb_function_get_bind_data(info));
  auto& scan = *static_cast<Scan*>(duckdb_function_get_init_data(info));
  auto& cursor = *static_cast<Cursor*>(duckdb_function_get_local_init_data(info));
  std::vector<duckdb_vector> vectors;
  for (idx_t c = 0; c < duckdb_data_chunk_get_column_count(chunk); ++c) {
    vectors.push_back(duckdb_data_chunk_get_vector(chunk, c));
  }
  CHECK(vectors.size() == scan.fields.size());
  idx_t rows = 0;
  const idx_t capacity = duckdb_vector_size();
  while (rows < capacity && next_row(source, scan, cursor)) write_row(scan, cursor, vectors, rows++);
  duckdb_data_chunk_set_size(chunk, rows);
} catch (const std::exception& error) {
  duckdb_function_set_error(info, error.what());
}

}  // namespace

void register_read_avro(duckdb_connection connection) {
  duckdb_table_function function = duckdb_create_table_function();
  const Type text(duckdb_create_logical_type(DUCKDB_TYPE_VARCHAR));
  const Type number(duckdb_create_logical_type(DUCKDB_TYPE_BIGINT));
  duckdb_table_function_set_name(function, "read_avro");
  duckdb_table_function_add_parameter(function, text.get());
  duckdb_table_function_add_named_parameter(function, "rising", text.get());
  duckdb_table_function_add_named_parameter(function, "value", number.get());
  duckdb_table_function_supports_projection_pushdown(function, true);
  duckdb_table_function_set_bind(function, bind);
  duckdb_table_function_set_init(function, begin_scan);
  duckdb_table_function_set_local_init(function, begin_thread);
  duckdb_table_function_set_function(function, fill_chunk);
  CHECK(duckdb_register_table_function(connection, function) == DuckDBSuccess);
  duckdb_destroy_table_function(&function);
}

}  // namespace wrapfeed::database
