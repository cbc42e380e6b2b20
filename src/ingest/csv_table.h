#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "database/database.h"
#include "ingest/csv_records.h"
#include "ingest/rejection.h"

namespace wrapfeed::ingest {

// A column that a file must have, under one of these names; the first is its name in the table.
using ColumnNames = std::vector<std::string>;

// A CSV file read into the table `<name>_csv` of the database: `row` (from 1, in the file's order) and the wanted
// columns as text, null where empty. Columns are found by the names in the header; others are passed over, so nothing
// is guessed from the data. Records with the wrong number of fields, unbalanced quotes or invalid UTF-8 become
// rejections.
class CsvTable {
 public:
  // Error for a file that cannot be read, that lacks a column (naming it and those present) or has no data row.
  CsvTable(database::Database& database, std::filesystem::path path, std::string name,
           const std::vector<ColumnNames>& columns);

  const std::string& name() const { return name_; }
  std::string file() const { return path_.string(); }
  std::uint64_t records() const { return rows_ + rejections_.size(); }  // without the header
  const std::vector<Rejection>& rejections() const { return rejections_; }

  // The physical lines of all rows of the table, by row - 1. Reads the file again.
  std::vector<std::uint64_t> lines() const;

 private:
  void create(database::Database& database, const std::vector<ColumnNames>& columns);
  void collect_rejections(database::Database& database);
  void check_closed(const std::string& text, const Span& span, std::uint64_t line) const;

  std::filesystem::path path_;
  std::string name_;
  std::uint64_t rows_ = 0;
  std::vector<Rejection> rejections_;
  std::vector<Span> rejected_spans_;
};

}  // namespace wrapfeed::ingest
