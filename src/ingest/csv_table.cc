#include "ingest/csv_table.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "base/error.h"
#include "base/file.h"

namespace wrapfeed::ingest {
namespace {

using database::Database;
using database::sql_literal;

// No header of a data set comes near.
constexpr std::size_t kMostHeaderBytes = 1 << 16;

std::vector<std::string> read_header(const std::filesystem::path& path) {
  if (std::filesystem::is_directory(path)) base::fail("{}: is a folder, not a CSV file", path.string());
  std::ifstream file(path, std::ios::binary);
  if (!file) base::fail("{}: cannot be read: {}", path.string(), std::strerror(errno));
  std::string text(kMostHeaderBytes, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.empty()) base::fail("{}: the file is empty", path.string());
  return first_record(text);
}

// The place of a wanted column in the header.
std::size_t find_column(const std::filesystem::path& path, const std::vector<std::string>& header,
                        const ColumnNames& names) {
  for (const std::string& name : names) {
    const auto found = std::find(header.begin(), header.end(), name);
    if (found == header.end()) continue;
    if (std::find(found + 1, header.end(), name) != header.end()) {
      base::fail("{}: column {} is there twice", path.string(), name);
    }
    return static_cast<std::size_t>(found - header.begin());
  }
  base::fail("{}: column {} is missing; the file has: {}", path.string(), fmt::join(names, " or "),
             fmt::join(header, ", "));
}

std::string plain_reason(std::string_view kind, const std::string& message) {
  if (kind == "UNQUOTED VALUE") return "has unbalanced quotes";
  if (kind == "INVALID ENCODING") return "is not valid UTF-8";
  if (kind == "MISSING COLUMNS" || kind == "TOO MANY COLUMNS") return "has the wrong number of fields: " + message;
  return message;
}

// DuckDB's idea of a bad record can begin or end with a line break.
Span without_line_breaks(std::string_view text, Span span) {
  const auto is_break = [&](std::uint64_t at) { return at < text.size() && (text[at] == '\n' || text[at] == '\r'); };
  for (; span.size > 0 && is_break(span.begin); ++span.begin) --span.size;
  while (span.size > 0 && is_break(span.begin + span.size - 1)) --span.size;
  return span;
}

std::uint64_t line_breaks(std::string_view text, std::uint64_t begin, std::uint64_t end) {
  const std::string_view part = text.substr(begin, end - begin);
  return static_cast<std::uint64_t>(std::count(part.begin(), part.end(), '\n'));
}

// The start of a bad record, as far as a reader of rejected.csv needs it.
std::string trimmed(const std::string& record) {
  constexpr std::size_t kMost = 500;
  const std::size_t begin = std::min(record.find_first_not_of("\r\n"), record.size());
  const std::size_t end = record.find_last_not_of("\r\n") + 1;
  return record.substr(begin, std::min(kMost, end > begin ? end - begin : 0));
}

}  // namespace

CsvTable::CsvTable(Database& database, std::filesystem::path path, std::string name,
                   const std::vector<ColumnNames>& columns)
    : path_(std::move(path)), name_(std::move(name)) {
  create(database, columns);
  collect_rejections(database);
  const auto counted = database.query(fmt::format("select count(*) from {}_csv", name_));
  rows_ = static_cast<std::uint64_t>(counted.integer(0, 0));
  if (records() == 0) base::fail("{}: the file has a header but no row", path_.string());
}

void CsvTable::create(Database& database, const std::vector<ColumnNames>& columns) {
  const std::vector<std::string> header = read_header(path_);
  std::vector<std::string> selected;
  for (const ColumnNames& names : columns) {
    selected.push_back(fmt::format("c{} as {}", find_column(path_, header, names), names.front()));
  }
  std::vector<std::string> declared;
  for (std::size_t i = 0; i < header.size(); ++i) declared.push_back(fmt::format("c{}: 'VARCHAR'", i));
  database.run(fmt::format(
      "create table {0}_csv as select row_number() over () as row, {1} from read_csv({2}, columns = {{{3}}}, "
      "auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', nullstr = '', "
      "compression = 'none', strict_mode = true, store_rejects = true, rejects_table = '{0}_rejects', "
      "rejects_scan = '{0}_scans', rejects_limit = 0)",
      name_, fmt::join(selected, ", "), sql_literal(path_.string()), fmt::join(declared, ", ")));
}

void CsvTable::collect_rejections(Database& database) {
  // One record can have several faults: the first one counts. DuckDB counts bytes from 1.
  const auto found =
      database.query(fmt::format("select line_byte_position - 1, octet_length(encode(csv_line)), csv_line, "
                                 "arg_min(error_type::varchar, byte_position), arg_min(error_message, byte_position) "
                                 "from {}_rejects group by all order by 1",
                                 name_));
  if (found.rows() == 0) return;
  const std::string text = base::read_text(path_);
  std::uint64_t line = 1;
  std::size_t counted = 0;
  for (std::size_t i = 0; i < found.rows(); ++i) {
    const Span span = without_line_breaks(
        text, {static_cast<std::uint64_t>(found.integer(i, 0)), static_cast<std::uint64_t>(found.integer(i, 1))});
    line += line_breaks(text, counted, span.begin);
    counted = span.begin;
    const std::string kind = found.text(i, 3);
    if (kind == "UNQUOTED VALUE") check_closed(text, span, line);
    rejected_spans_.push_back(span);
    rejections_.push_back({file(), line, "", trimmed(found.text(i, 2)), plain_reason(kind, found.text(i, 4))});
  }
}

// A quote that stays open to the end would swallow the rest of the file as if it were one bad row.
void CsvTable::check_closed(const std::string& text, const Span& span, std::uint64_t line) const {
  const std::uint64_t end = span.begin + span.size;
  if (end + 2 >= text.size() && line_breaks(text, span.begin, end) > 0) {
    base::fail("{} line {}: a quote opens here and never closes", file(), line);
  }
}

std::vector<std::uint64_t> CsvTable::lines() const {
  std::vector<std::uint64_t> lines = record_lines(base::read_text(path_), rejected_spans_);
  if (!lines.empty()) lines.erase(lines.begin());  // the header
  lines.resize(rows_);                             // whatever the file holds, every row has an entry
  return lines;
}

}  // namespace wrapfeed::ingest
